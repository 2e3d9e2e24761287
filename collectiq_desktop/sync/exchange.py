"""One exchange with the server: hello, what was restored, pull, push, pull, compare.

Every step may be cut off and is done again the next time: hello says what the
server has, and that decides what is next. Places and cursor are written in
one transaction, page by page, so an exchange goes on where the last one ended.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.services.places import begin_epochs, take_places
from collectiq_desktop.core.services.upkeep import seldom_collecting
from collectiq_desktop.core.storage import chains, places
from collectiq_desktop.core.storage.facts import head_of
from collectiq_desktop.core.storage.places import Cursor, Epoch
from collectiq_desktop.core.wire.collecting import PictureAttached
from collectiq_desktop.core.wire.peer import (
    MAX_PAGE_PLACES,
    PROTOCOL_VERSIONS,
    Bodies,
    Hello,
    LineTrouble,
    Peer,
    PeerRefused,
    PlacedLink,
    Pull,
    PushedLink,
    ToldSeen,
    ToldStanding,
    Welcome,
)
from collectiq_desktop.sync.attaching import fetch_attachments, send_attachments
from collectiq_desktop.sync.batching import Batching
from collectiq_desktop.sync.fetching import Ask, Fetch, ahead
from collectiq_desktop.sync.publishing import exchange_bulletins
from collectiq_desktop.sync.pushing import pushes
from collectiq_desktop.sync.slicing import AIM_SECONDS, FILL_SECONDS, Slicing

PAGE_PLACES = 500
_ALL = 1 << 62
"""As the last number of a chain: nothing of it is to be sent."""

BODIES_A_MESSAGE = 200


@dataclass(slots=True)
class Exchanged:
    """What an exchange did so far, and how much there is to do as far as is known.

    `differing` are the branches whose standing is not the server's; `seen` says
    of each device when it was last there, `clock_ahead_ms` how far this
    machine's clock is ahead of the server's.
    """

    pushed_count: int = 0
    pulled_count: int = 0
    to_push_count: int = 0
    to_pull_count: int = 0
    is_restored: bool = False
    is_new_epoch: bool = False
    is_update_needed: bool = False
    touched: Touched = field(default_factory=Touched)
    differing: tuple[str, ...] = ()
    seen: tuple[ToldSeen, ...] = ()
    clock_ahead_ms: int = 0


Told = Callable[[Exchanged], None]
"""Told after each batch and slice how far the exchange is; what it raises ends it there."""


def quietly(exchanged: Exchanged) -> None:
    """Tell nobody, but hold the teller to its word."""
    assert exchanged.pushed_count >= 0


class Exchange:
    """The device's half of an exchange, over its own books and a peer."""

    def __init__(
        self,
        books: Books,
        peer: Peer,
        private_key: bytes,
        program: str,
        told: Told = quietly,
        *,
        batching: Batching | None = None,
        slicing: Slicing | None = None,
        fetch: Fetch = ahead,
    ) -> None:
        self._books = books
        self._peer = peer
        self._key = private_key
        self._program = program
        self._told = told
        self._batching = batching or Batching()
        self._slicing = slicing or Slicing()
        self._fetch = fetch
        self._done = Exchanged()
        self._has_pushed_pictures = False

    def run(self) -> Exchanged:
        """Exchange until both ends know the same.

        Raises:
            PeerRefused: `revoked`, `unknown` or `version`; what was pushed counts.
            LineTrouble: the line broke; the next exchange goes on from there.
        """
        with seldom_collecting():
            return self._run()

    def _run(self) -> Exchanged:
        welcome = self._hello()
        if self._is_restored(welcome):
            self._begin_chain(welcome)
            if not welcome.is_revoked:
                self._pull_all()
            welcome = self._hello()
        self._push_all(welcome)
        self._send_missing(welcome)
        if welcome.is_revoked:
            raise PeerRefused("revoked", "this device may take part no more")
        standings = self._pull_all()
        if welcome.is_update_needed:
            self._done.is_update_needed = True
        self._compare(standings)
        if welcome.bulletins is not None:
            exchange_bulletins(self._books, self._peer, self._key, welcome.bulletins)
        self._exchange_attachments(welcome)
        return self._done

    def _exchange_attachments(self, welcome: Welcome) -> None:
        """Send and fetch pictures, after the facts that name them."""
        if welcome.lacking is None:
            return
        if self._has_pushed_pictures:
            # The server knows only now that it lacks them.
            welcome = self._hello()
        send_attachments(self._books, self._peer, welcome.lacking or ())
        fetch_attachments(self._books, self._peer)

    def _hello(self) -> Welcome:
        hello = hello_of(self._books, self._program)
        welcome = self._peer.hello(hello)
        self._done.seen = welcome.seen
        self._done.clock_ahead_ms = hello.now_at - welcome.now_at
        self._take_epochs(welcome)
        return welcome

    def _take_epochs(self, welcome: Welcome) -> None:
        theirs = [Epoch(each.epoch, each.after_firm_seq) for each in welcome.epochs]
        with self._books.reading() as conn:
            mine = places.epochs(conn)
        if theirs != mine:
            with self._books.writing() as (writer, context):
                begin_epochs(writer, context, theirs)
            self._done.touched.merge(writer.touched)
            self._done.is_new_epoch = bool(mine)
            self._told(self._done)

    def _is_restored(self, welcome: Welcome) -> bool:
        """Whether the server knows more of our chain than we, or another history of it."""
        identity = self._books.identity
        known = {chain.device_id: chain for chain in welcome.chains}.get(identity.device_id)
        if known is None:
            return False
        with self._books.reading() as conn:
            head = head_of(conn, identity.firm_id, identity.device_id)
            if known.device_seq > head.device_seq:
                return True
            here = chains.head_at(conn, identity.firm_id, identity.device_id, known.device_seq)
        return here.hash != known.hash

    def _begin_chain(self, welcome: Welcome) -> None:
        books = self._books
        with books.writing() as (writer, context):
            series_code = enrolling.spare_code(writer, context, welcome.free_codes)
        new_id = DeviceId(books.mint_id())
        with books.becoming(device_id=new_id, series_code=series_code) as (writer, before, now):
            enrolling.begin_chain(writer, before, now)
        self._done.is_restored = True

    def _push_all(self, welcome: Welcome) -> None:
        """Push what the server lacks of any chain, stretch by stretch."""
        known = {chain.device_id: chain.device_seq for chain in welcome.chains}
        with self._books.reading() as conn:
            known.update(dict.fromkeys(exchange.told_otherwise(conn, welcome.chains), _ALL))
            self._done.to_push_count = exchange.count_lacking(conn, known)
        for push in pushes(self._books, self._key, known, self._batching):
            try:
                self._peer.push(push)
            except LineTrouble:
                self._batching.got_stuck()
                raise
            self._batching.went_through()
            self._has_pushed_pictures |= any(map(_is_picture, push.links))
            self._done.pushed_count += len(push.links)
            self._told(self._done)

    def _send_missing(self, welcome: Welcome) -> None:
        """Send the facts of which the server has only the link, if they are here."""
        for start in range(0, len(welcome.missing), BODIES_A_MESSAGE):
            with self._books.reading() as conn:
                wanted = welcome.missing[start : start + BODIES_A_MESSAGE]
                facts = exchange.bodies_of(conn, wanted)
            if facts:
                self._peer.send_bodies(Bodies(facts=tuple(facts)))

    def _pull_all(self) -> tuple[ToldStanding, ...]:
        """Pull to the end of the order; gives what the server's branches come to."""
        with self._books.reading() as conn:
            cursor = places.cursor(conn)
        coming = self._begin_page(cursor)
        while True:
            page = coming()
            ahead_count = max(0, page.head - cursor.firm_seq)
            self._done.to_pull_count = self._done.pulled_count + ahead_count
            if not page.has_more:
                self._take_in(page.places)
                return page.standings
            cursor = Cursor(cursor.epoch, page.places[-1].firm_seq)
            coming = self._begin_page(cursor)
            try:
                self._take_in(page.places)
            except Exception:
                # The peer is for one question at a time, also for the next exchange.
                with suppress(Exception):
                    coming()
                raise

    def _begin_page(self, after: Cursor) -> Ask:
        """Begin to fetch the places after one that is, or will be, here."""
        asked = Pull(epoch=after.epoch, after_firm_seq=after.firm_seq, limit=self._pace())
        return self._fetch(lambda: self._peer.pull(asked))

    def _pace(self) -> int:
        """How many places to ask for; a counter that is being filled takes more at once."""
        identity = self._books.identity
        with self._books.reading() as conn:
            is_new = head_of(conn, identity.firm_id, identity.device_id).device_seq == 0
        self._slicing.aim_seconds = FILL_SECONDS if is_new else AIM_SECONDS
        return MAX_PAGE_PLACES if is_new else PAGE_PLACES

    def _take_in(self, coming: Sequence[PlacedLink]) -> None:
        """Take a page in, slice by slice."""
        done = 0
        while done < len(coming):
            done += self._take(coming[done : done + self._slicing.places])

    def _take(self, part: Sequence[PlacedLink]) -> int:
        """Take a slice of a page in; a place that is here is where the next pull begins.

        Returns:
            How many were taken in: a command that waits lets the rest wait.
        """
        clock = self._slicing.clock
        with self._books.writing(is_patient=True) as (writer, context):
            begun = clock()
            taken = take_places(writer, context, part)
        self._slicing.took(taken, clock() - begun)
        self._done.touched.merge(writer.touched)
        self._done.pulled_count += taken
        self._told(self._done)
        return taken

    def _compare(self, theirs: tuple[ToldStanding, ...]) -> None:
        with self._books.reading() as conn:
            mine = {row.branch_id: row for row in exchange.told_standings(conn, None)}
        told = {row.branch_id: row for row in theirs}
        branches = sorted(told)
        self._done.differing = tuple(b for b in branches if mine.get(b) != told[b])


def _is_picture(link: PushedLink) -> bool:
    return link.fact is not None and link.fact.kind == PictureAttached.__name__


def hello_of(books: Books, program: str) -> Hello:
    """What a device says of itself at the beginning."""
    identity = books.identity
    with books.reading() as conn:
        head = head_of(conn, identity.firm_id, identity.device_id)
        return Hello(
            versions=PROTOCOL_VERSIONS,
            device_id=identity.device_id,
            program=program,
            device_seq=head.device_seq,
            hash=head.hash,
            epochs=exchange.told_epochs(conn),
            firm_seq=places.cursor(conn).firm_seq,
            now_at=books.now_at(),
        )
