"""The server's end of the sync protocol, over one firm's books.

The in-memory peer of tests and simulation, and what the HTTP endpoints call.
Who speaks was made sure of before: this module is told the device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.queries.attachments import contents_for
from collectiq_desktop.core.queries.bulletins import as_told, page_of_bulletins
from collectiq_desktop.core.queries.days import told_days
from collectiq_desktop.core.services import enrolling, ordering
from collectiq_desktop.core.services.attachments import take_in
from collectiq_desktop.core.services.bulletins import bulletin_words, take_pushed, told_of
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.upkeep import seldom_collecting
from collectiq_desktop.core.storage import attachments, bulletins, devices, places, seen
from collectiq_desktop.core.storage.bulletins import BulletinRow
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.places import Epoch
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.peer import (
    MAX_ATTACHMENTS,
    MAX_PAGE_PLACES,
    MAX_PUSHED_FACTS,
    PROTOCOL_VERSIONS,
    AskedAttachments,
    AskedBulletins,
    AskedDays,
    Attachments,
    Bodies,
    Bulletins,
    Days,
    Hello,
    Page,
    PeerRefused,
    Pull,
    Push,
    Pushed,
    PushedBulletins,
    TakenBulletins,
    ToldBulletin,
    ToldSeen,
    Welcome,
)
from collectiq_desktop.core.wire.signing import public_key_of, sign


class BookPeer:
    """What one device asks of one firm's books on the server."""

    def __init__(self, books: Books, device_id: DeviceId, server_key: bytes) -> None:
        self._books = books
        self._device_id = device_id
        self._server_key = server_key

    def hello(self, hello: Hello) -> Welcome:
        """Say what the server knows; a lost end of the order is noticed here."""
        common = [v for v in hello.versions if v in PROTOCOL_VERSIONS]
        if not common:
            raise PeerRefused("version", f"this server speaks {PROTOCOL_VERSIONS}")
        if self._has_lost_the_end(hello):
            told = [each.epoch for each in hello.epochs]
            begin_epoch(
                self._books,
                self._server_key,
                told,
                lambda writer: exchange.is_ahead(writer.conn, hello),
            )
        self._keep_spares()
        self._note_seen()
        with self._books.reading() as conn:
            device = devices.device(conn, self._device_id)
            return Welcome(
                version=max(common),
                now_at=self._books.now_at(),
                epochs=exchange.told_epochs(conn),
                head=places.cursor(conn).firm_seq,
                chains=exchange.told_chains(conn),
                missing=exchange.missing_bodies(conn),
                free_codes=tuple(device.spare_codes.split()) if device else (),
                branches=tuple(device.branches.split()) if device else (),
                is_revoked=device is not None and device.is_revoked,
                seen=tuple(
                    ToldSeen(device_id=device_id, seen_at=at)
                    for device_id, at in sorted(seen.seen(conn).items())
                ),
                bulletins=bulletins.last_arrival(conn),
                lacking=attachments.lacking(conn, MAX_ATTACHMENTS),
            )

    def _note_seen(self) -> None:
        now_at = self._books.now_at()
        with self._books.reading() as conn:
            is_known = devices.device(conn, self._device_id) is not None
            is_news = seen.is_news(seen.seen(conn), self._device_id, now_at)
        if is_known and is_news:
            with self._books.writing() as (writer, _context):
                seen.note_seen(writer.conn, self._device_id, now_at)

    def _has_lost_the_end(self, hello: Hello) -> bool:
        """Whether the device knows places that this server gave and has lost."""
        with self._books.reading() as conn:
            return exchange.is_ahead(conn, hello)

    def _keep_spares(self) -> None:
        with self._books.reading() as conn:
            device = devices.device(conn, self._device_id)
        if device is None or device.is_server or device.is_revoked:
            return
        if len(device.spare_codes.split()) < enrolling.SPARES_COUNT:
            with self._ordering() as (writer, context):
                enrolling.allot_spares(writer, context, device)

    def push(self, push: Push) -> Pushed:
        """Take a stretch of a chain in, whole or not at all."""
        if len(push.links) > MAX_PUSHED_FACTS:
            raise PeerRefused("corrupt", f"more than {MAX_PUSHED_FACTS} links")
        with seldom_collecting(), self._ordering() as (writer, context):
            end = ordering.take_push(writer, context, push)
            head = places.cursor(writer.conn).firm_seq
        told = ordering.signed_words(context.firm_id, push.device_id, end.device_seq, end.hash)
        receipt = told + head.to_bytes(8, "big") + context.now_at.to_bytes(8, "big")
        return Pushed(
            device_seq=end.device_seq,
            hash=end.hash,
            head=head,
            now_at=context.now_at,
            signature=sign(receipt, self._server_key),
        )

    def send_bodies(self, bodies: Bodies) -> None:
        """Take in facts of which only the links had come."""
        with self._ordering() as (writer, context):
            ordering.take_bodies(writer, context, bodies.facts)

    def pull(self, pull: Pull) -> Page:
        """Give the next places, as far as they are this device's."""
        with self._books.reading() as conn:
            device = self._device(devices.device(conn, self._device_id))
            cursor = places.cursor(conn)
            if pull.epoch != cursor.epoch or pull.after_firm_seq > cursor.firm_seq:
                raise PeerRefused("reset", f"the epoch is {cursor.epoch}")
            limit = max(1, min(pull.limit, MAX_PAGE_PLACES))
            found, has_more = exchange.page(conn, device, pull.after_firm_seq, limit)
            standings = () if has_more else exchange.told_standings(conn, device)
            return Page(
                places=tuple(found), has_more=has_more, head=cursor.firm_seq, standings=standings
            )

    def day_sums(self, asked: AskedDays) -> Days:
        """Say what days come to in this device's branches."""
        try:
            first_on, last_on = date_of_ymd(asked.first_on), date_of_ymd(asked.last_on)
        except (BadInput, OverflowError):
            raise PeerRefused("corrupt", "not a day") from None
        with self._books.reading() as conn:
            device = self._device(devices.device(conn, self._device_id))
            told = told_days(conn, device.branches.split(" "), first_on, last_on)
            return Days(days=told, head=places.cursor(conn).firm_seq)

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        """Give the bulletins that came in after a number, as far as they are this device's."""
        with self._books.reading() as conn:
            device = self._device(devices.device(conn, self._device_id))
            rows, has_more = page_of_bulletins(conn, device, asked.after)
            upto = rows[-1].arrival if rows else max(asked.after, bulletins.last_arrival(conn))
        return Bulletins(bulletins=self._told(rows), upto=upto, has_more=has_more)

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        """Take bulletins in, of other devices too: whoever has them hands them on."""
        with self._books.writing() as (writer, context):
            device = self._device(devices.device(writer.conn, self._device_id))
            taken, newer = take_pushed(writer, context, pushed.bulletins)
            rows = list(as_told(writer.conn, device, newer))
        return TakenBulletins(taken=tuple(taken), newer=self._told(rows))

    def attachments(self, asked: AskedAttachments) -> Attachments:
        """Give the bytes of attachments of this device's branches, as far as they are here."""
        if len(asked.hashes) > MAX_ATTACHMENTS:
            raise PeerRefused("corrupt", f"more than {MAX_ATTACHMENTS} attachments")
        with self._books.reading() as conn:
            device = self._device(devices.device(conn, self._device_id))
            return Attachments(contents=tuple(contents_for(conn, device, asked.hashes)))

    def send_attachments(self, sent: Attachments) -> None:
        """Take in bytes of attachments that facts here name."""
        if len(sent.contents) > MAX_ATTACHMENTS:
            raise PeerRefused("corrupt", f"more than {MAX_ATTACHMENTS} attachments")
        with self._books.writing() as (writer, _context):
            self._device(devices.device(writer.conn, self._device_id))
            take_in(writer, sent.contents)

    def _told(self, rows: Sequence[BulletinRow]) -> tuple[ToldBulletin, ...]:
        return tuple(told_of(self._signed(row)) for row in rows)

    def _signed(self, row: BulletinRow) -> BulletinRow:
        """The server's own bear no signature until they are told."""
        if row.signature:
            return row
        words = bulletin_words(self._books.identity.firm_id, row)
        return row._replace(signature=sign(words, self._server_key))

    @contextmanager
    def _ordering(self) -> Iterator[tuple[Writer, Context]]:
        with self._books.writing() as (writer, context):
            yield writer, context
            writer.flush()
            ordering.seal_own(writer, context, self._server_key)

    @staticmethod
    def _device(found: Device | None) -> Device:
        if found is None:
            raise PeerRefused("unknown", "this device is not of the firm")
        if found.is_revoked:
            raise PeerRefused("revoked", "this device may take part no more")
        return found


class _BegunMeanwhile(Exception):
    """Another worker has seen to it."""


def begin_epoch(
    books: Books,
    server_key: bytes,
    told: Sequence[int] = (),
    is_lost: Callable[[Writer], bool] = lambda _writer: True,
) -> int | None:
    """Begin a new epoch after the last place that is here; gives its number.

    A restored server has lost the end of its order and of its own chain: it
    goes on with a higher epoch than any that the firm has heard of, and with
    a new chain.

    Args:
        told: epochs that devices know of.
        is_lost: whether it is needed, asked behind the firm's lock: None where it
            is not, because another worker was quicker.
    """
    with suppress(_BegunMeanwhile):
        return _begin_epoch(books, server_key, told, is_lost)
    return None


def _begin_epoch(
    books: Books, server_key: bytes, told: Sequence[int], is_lost: Callable[[Writer], bool]
) -> int:
    new_id = DeviceId(books.mint_id())
    with books.becoming(device_id=new_id) as (writer, _before, context):
        if not is_lost(writer):
            raise _BegunMeanwhile
        line = places.epochs(writer.conn)
        chance = int.from_bytes(books.mint_id()[-3:], "big")
        epoch = places.next_epoch([*(each.epoch for each in line), *told], chance)
        head = places.cursor(writer.conn).firm_seq
        places.set_epochs(writer.conn, [*line, Epoch(epoch, head)])
        writer.order = (epoch, head)
        enrolling.enrol_server(writer, context, public_key_of(server_key))
        writer.flush()
        ordering.seal_own(writer, context, server_key)
    return epoch
