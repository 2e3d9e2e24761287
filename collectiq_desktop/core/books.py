"""The books of one firm: commands in, records out, and proof that they hold.

`Books` joins the rooms and has no rules of its own. It reads no clock and
makes no ids: both are handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection

from collectiq_desktop.core.domain.bulletins import EVERYBODY, Audience
from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errors import CollectIQError, Refused
from collectiq_desktop.core.domain.firm import Firm, check_firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, Ids, UserId
from collectiq_desktop.core.domain.saying import NOTHING
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.asking import Ask, Found, answer
from collectiq_desktop.core.queries.onlooking import check_past, onlooking
from collectiq_desktop.core.services import bulletins, upkeep
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.identity import (
    Identity,
    context_of,
    identity_of,
    note_identity,
)
from collectiq_desktop.core.services.in_bulk import carry_out_all
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.services.upkeep import (
    Progress,
    in_chunks,
    note_schema,
    quietly,
    seldom_collecting,
)
from collectiq_desktop.core.services.verify import Anchor, Anchors, Verification, verify
from collectiq_desktop.core.storage import places
from collectiq_desktop.core.storage.database import BooksAt, Database, indexes_last
from collectiq_desktop.core.storage.facts import head_of
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.storage.sqlite import FileAt
from collectiq_desktop.core.storage.tables import PROJECTIONS
from collectiq_desktop.core.storage.turns import Turns
from collectiq_desktop.core.storage.writer import Writer, nobody_waits
from collectiq_desktop.core.wire.facts import Body, FirmCreated

FIRST_SERIES = "A01"
COMMANDS_A_BATCH = 500
_BATCHES_KEPT = 20


class Outside(Protocol):
    """What the core cannot make itself."""

    @property
    def clock(self) -> Clock:
        """Tells instant and day."""
        ...

    @property
    def ids(self) -> Ids:
        """Mints ids."""
        ...

    @property
    def anchors(self) -> Anchors | None:
        """Keeps heads of chains outside the file."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The clock, the ids and the anchors handed to the books."""

    clock: Clock
    ids: Ids
    anchors: Anchors | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command gave, and what it touched."""

    result: Any
    touched: Touched


class Books:
    """The open books of one firm."""

    def __init__(self, database: Database, outside: Outside) -> None:
        self._database = database
        self._outside = outside
        self._turns = Turns()
        # Why nothing may be recorded until a person has answered; empty where it may.
        self.held_back = NOTHING
        self._is_used = False  # whether vouchers are known to be there
        with database.read() as conn:
            self._identity = identity_of(conn, database.at.name)
        # The employee who has signed in here, if one has.
        self.acting: UserId | None = None

    @property
    def identity(self) -> Identity:
        """Whose books these are, and which device writes them."""
        return self._identity

    @classmethod
    def create(cls, at: Path | BooksAt, firm: Firm, outside: Outside) -> Books:
        """New books for a firm, with their first device and user.

        Raises:
            BadInput: the firm's data cannot be right.
            BooksTrouble: books already lie there, or nothing can be written.
        """
        check_firm(firm)
        ids = outside.ids
        device_id, user_id = DeviceId(ids.mint()), UserId(ids.mint())
        identity = Identity(
            firm_id=FirmId(ids.mint()),
            user_id=user_id,
            device_id=device_id,
            series_code=FIRST_SERIES,
        )
        body = FirmCreated(
            firm_id=identity.firm_id,
            fields=fields_of(firm),
            device_id=device_id,
            device_name="First counter",
            series_code=FIRST_SERIES,
        )
        return begin_books(at, identity, outside, [body])

    @classmethod
    def open(cls, at: Path | BooksAt, outside: Outside, progress: Progress = quietly) -> Books:
        """The books that lie there; projections of an older program are made anew.

        Raises:
            BooksTrouble, NotFound: each says what to do.
        """
        database = upkeep.open_current(_place_of(at), progress)
        try:
            return cls(database, outside)
        except BaseException:
            database.close()
            raise

    @property
    def at(self) -> BooksAt:
        """Where the books lie."""
        return self._database.at

    @property
    def path(self) -> Path:
        """The file of the books; those in a schema have none."""
        at = self._database.at
        assert isinstance(at, FileAt)
        return at.path

    @property
    def is_read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._database.is_read_only

    def run(self, command: object, *, by: UserId | None = None) -> Outcome:
        """Carry out one command: one transaction, one fact.

        Args:
            by: the employee who acts, where not the one who signed in here.

        Raises:
            Refused: nothing was written.
            BooksTrouble: nothing was written.
        """
        with self.writing(by=by or self.acting) as (writer, context):
            result = carry_out(writer, command, context)
            writer.flush()
        return Outcome(result, writer.touched)

    def run_many(
        self, commands: Iterator[object], expected_count: int, progress: Progress = quietly
    ) -> Iterator[Any]:
        """Carry out many commands, 500 to a transaction, yielding each result.

        Into books without vouchers they go in one transaction, indexes last.
        A refused command is yielded as its error; the others go on.
        """
        if not self._is_used:
            with self._database.read() as conn:
                self._is_used = not Writer(conn).lookups.is_empty
        run_batches = _run_in_turns if self._is_used else _run_in_one
        done = 0
        with seldom_collecting():
            for results in run_batches(self, in_chunks(commands, COMMANDS_A_BATCH)):
                done += len(results)
                progress(min(done, expected_count), expected_count)
                yield from results

    @contextmanager
    def writing(
        self, *, is_patient: bool = False, by: UserId | None = None
    ) -> Iterator[tuple[Writer, Context]]:
        """One transaction for what is no command: taking in what others recorded.

        Args:
            is_patient: lets every command that waits go first.
            by: the employee who acts; without one it is the program itself.

        Raises:
            Refused: a question about these books is not answered yet.
        """
        if self.held_back:
            raise Refused(self.held_back)
        with (
            self._turns.taken(is_patient=is_patient),
            _written(self._database, self._identity, self._outside) as (writer, context),
        ):
            writer.is_waited_for = self._turns.is_waited_for if is_patient else nobody_waits
            yield writer, context if by is None else replace(context, user_id=by)

    @contextmanager
    def becoming(self, **changes: Any) -> Iterator[tuple[Writer, Context, Context]]:
        """One transaction in which these books become another device's.

        Yields the writer, the context until now and the one from now on.
        """
        with self._turns.taken():
            identity = replace(self._identity, **changes)
            with _written(self._database, self._identity, self._outside) as (writer, before):
                note_identity(writer.conn, identity)
                now = before.on_chain(identity.device_id, identity.series_code)
                yield writer, before, replace(now, is_server=identity.is_server)
                writer.flush()
            with self._database.read() as conn:
                self._identity = identity_of(conn, self.at.name)

    def publish(self, key: str, value: bytes, audience: Audience = EVERYBODY) -> None:
        """Publish a bulletin: it reaches its audience with the next exchanges.

        Limits: 64 KiB; many at once are put in one `writing` by `bulletins.put`.
        """
        with self.writing(is_patient=True) as (writer, context):
            bulletins.put(writer, context, key, value, audience)

    def ask(self, ask: Ask[Found], *, by: UserId | None = None) -> Found:
        """The frozen records that answer a query, of what the one who asks may see.

        Args:
            by: the employee who asks, where not the one who signed in here.

        Raises:
            NotFound, BadInput: what is asked for is not there.
            Refused: it is not permitted.
        """
        with (
            seldom_collecting(),
            self._database.read() as conn,
            onlooking(conn, ask, by or self.acting or self._identity.user_id) as told,
        ):
            return told(answer(conn, ask, self._outside.clock.today_on()))

    def ask_as_known(self, ask: Ask[Found], known_at: int, progress: Progress = quietly) -> Found:
        """The answer as it was at an instant, by what had been entered by then.

        The facts known then are replayed into passing books.

        Dates: `known_at` is UTC milliseconds; the business day stays today's.

        Raises:
            Refused: the one who asks sees only some parties, or may not ask this.

        Limits: takes as long as a rebuild.
        """
        with self._database.read() as view, self._database.passing(view) as past:
            told = check_past(view, ask, self.acting or self._identity.user_id)
            upkeep.replay(past, progress, known_at=known_at)
            with past.read() as conn:
                return told(answer(conn, ask, self._outside.clock.today_on()))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the books, for several queries that must agree."""
        with self._database.read() as conn:
            yield conn

    def rebuild(self, progress: Progress = quietly) -> None:
        """Make the projections anew from the facts and let them take the old ones' place."""
        with self._turns.taken():
            self._database = upkeep.rebuild(self._database, progress)

    def verify(self, progress: Progress = quietly, *, is_quick: bool = False) -> Verification:
        """Prove the books; a passed proof notes the head of the chain."""
        verification = verify(self._database, self._outside.anchors, progress, is_quick=is_quick)
        if verification.ok:
            _note_head(self._database, self._outside.anchors, self._identity)
        return verification

    def now_at(self) -> int:
        """The instant by this machine's clock, UTC milliseconds."""
        return self._outside.clock.now_at()

    def mint_id(self) -> bytes:
        """A fresh id for a command."""
        return self._outside.ids.mint()

    def close(self) -> None:
        """Note the head of the chain and let go of the file."""
        _note_head(self._database, self._outside.anchors, self._identity)
        self._database.close()


def _note_head(database: Database, anchors: Anchors | None, identity: Identity) -> None:
    """Note the head of the own chain outside the file, if it has moved on."""
    if anchors is None or database.is_read_only:
        return
    try:
        with database.read() as conn:
            head = head_of(conn, identity.firm_id, identity.device_id)
    except CollectIQError:
        return
    known = anchors.load(identity.device_id)
    if known is None or known.device_seq < head.device_seq:
        anchors.save(identity.device_id, Anchor(*head))


@contextmanager
def _written(
    database: Database, identity: Identity, outside: Outside
) -> Iterator[tuple[Writer, Context]]:
    """One transaction, and what is known of the world within it."""
    with database.write() as conn:
        if identity.is_server:  # another worker may have begun a new chain meanwhile
            identity = identity_of(conn, database.at.name)
        yield Writer(conn), context_of(identity, outside.clock, outside.ids, conn)


def _run_in_one(books: Books, batches: Iterator[list[object]]) -> Iterator[list[Any]]:
    """The results of each batch, all in one transaction, indexes last."""
    with (
        books.writing(by=books.acting) as (writer, context),
        indexes_last(writer.conn, PROJECTIONS),
    ):
        for number, batch in enumerate(batches, start=1):
            yield carry_out_all(writer, context, batch)
            if number % _BATCHES_KEPT == 0:
                writer.forget()
        writer.flush()


def _run_in_turns(books: Books, batches: Iterator[list[object]]) -> Iterator[list[Any]]:
    """The results of each batch, a transaction for each."""
    for batch in batches:
        with books.writing(by=books.acting) as (writer, context):
            results = carry_out_all(writer, context, batch)
            writer.flush()
        yield results


def begin_books(
    at: Path | BooksAt, identity: Identity, outside: Outside, begun_by: Sequence[Body] = ()
) -> Books:
    """New books: of a new firm, of a firm that is there already, or of a server.

    Args:
        begun_by: what is recorded first, each as its own fact; without it the
            books are empty until places come in.

    Raises:
        BooksTrouble: books already lie there, or nothing can be written.
    """
    place = _place_of(at)
    database = place.create()
    try:
        with database.write() as conn:
            note_identity(conn, identity)
            if identity.is_server:
                places.set_epochs(conn, [places.Epoch(places.FIRST_EPOCH, 0)])
            writer = Writer(conn)
            note_schema(writer)
            context = context_of(identity, outside.clock, outside.ids, conn)
            for body in begun_by:
                record(writer, context, body, outside.ids.mint())
            writer.flush()
    except BaseException:
        database.close()
        place.remove()
        raise
    return Books(database, outside)


def _place_of(at: Path | BooksAt) -> BooksAt:
    return FileAt(at) if isinstance(at, Path) else at
