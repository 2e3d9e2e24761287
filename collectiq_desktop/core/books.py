"""The books of one firm: commands in, records out, and proof that they hold.

`Books` joins the rooms and has no rules of its own. It reads no clock and
makes no ids: both are handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, insert, select

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errors import BooksDamaged, CollectIQError
from collectiq_desktop.core.domain.firm import Firm, check_firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, Ids, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries import registry as queries
from collectiq_desktop.core.queries.asking import Ask, Found
from collectiq_desktop.core.services import registry as services
from collectiq_desktop.core.services import upkeep
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.services.upkeep import (
    Progress,
    in_chunks,
    note_schema,
    quietly,
    seldom_collecting,
)
from collectiq_desktop.core.services.verify import Anchor, Anchors, Verification, verify
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import BooksAt, Database, indexes_last
from collectiq_desktop.core.storage.facts import head_of
from collectiq_desktop.core.storage.masters import fields_of, firm_ids
from collectiq_desktop.core.storage.sqlite import FileAt
from collectiq_desktop.core.storage.tables import PROJECTIONS
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import FirmCreated

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Identity:
    firm_id: FirmId
    device_id: DeviceId
    user_id: UserId
    series_code: str
    branch_id: str


class Books:
    """The open books of one firm."""

    def __init__(self, database: Database, outside: Outside) -> None:
        self._database = database
        self._outside = outside
        self._identity = _identity_of(database)

    @classmethod
    def create(cls, at: Path | BooksAt, firm: Firm, outside: Outside) -> Books:
        """New books for a firm, with their first device and user.

        Raises:
            BadInput: the firm's data cannot be right.
            BooksTrouble: books already lie there, or nothing can be written.
        """
        check_firm(firm)
        place = _place_of(at)
        database = place.create()
        ids = outside.ids
        device_id, user_id = DeviceId(ids.mint()), UserId(ids.mint())
        context = Context(
            firm_id=FirmId(ids.mint()),
            user_id=user_id,
            device_id=device_id,
            series_code=FIRST_SERIES,
            today_on=outside.clock.today_on(),
            now_at=outside.clock.now_at(),
            ids=ids,
        )
        body = FirmCreated(
            firm_id=context.firm_id,
            fields=fields_of(firm),
            device_id=device_id,
            device_name="First counter",
            series_code=FIRST_SERIES,
        )
        try:
            _begin(database, context, body)
        except BaseException:
            database.close()
            place.remove()
            raise
        return cls(database, outside)

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

    def run(self, command: object) -> Outcome:
        """Carry out one command: one transaction, one fact.

        Raises:
            Refused: nothing was written.
            BooksTrouble: nothing was written.
        """
        with self._writing() as (writer, context):
            result = services.carry_out(writer, command, context)
            writer.flush()
        return Outcome(result, writer.touched)

    def run_many(
        self, commands: Iterator[object], expected_count: int, progress: Progress = quietly
    ) -> Iterator[Any]:
        """Carry out many commands, 500 to a transaction, yielding each result.

        Into books without vouchers they go in one transaction, indexes last.
        A refused command is yielded as its error; the others go on.
        """
        with self._database.read() as conn:
            is_fresh = Writer(conn).lookups.is_empty
        run_batches = self._run_in_one if is_fresh else self._run_in_turns
        done = 0
        with seldom_collecting():
            for results in run_batches(in_chunks(commands, COMMANDS_A_BATCH)):
                done += len(results)
                progress(min(done, expected_count), expected_count)
                yield from results

    def _run_in_one(self, batches: Iterator[list[object]]) -> Iterator[list[Any]]:
        """The results of each batch, all in one transaction, indexes last."""
        with self._writing() as (writer, context), indexes_last(writer.conn, PROJECTIONS):
            for number, batch in enumerate(batches, start=1):
                yield _carry_out_all(writer, context, batch)
                if number % _BATCHES_KEPT == 0:
                    writer.forget()
            writer.flush()

    def _run_in_turns(self, batches: Iterator[list[object]]) -> Iterator[list[Any]]:
        """The results of each batch, a transaction for each."""
        for batch in batches:
            with self._writing() as (writer, context):
                results = _carry_out_all(writer, context, batch)
                writer.flush()
            yield results

    @contextmanager
    def _writing(self) -> Iterator[tuple[Writer, Context]]:
        with self._database.write() as conn:
            yield Writer(conn), self._context()

    def _context(self) -> Context:
        identity, outside = self._identity, self._outside
        return Context(
            firm_id=identity.firm_id,
            user_id=identity.user_id,
            device_id=identity.device_id,
            series_code=identity.series_code,
            branch_id=identity.branch_id,
            today_on=outside.clock.today_on(),
            now_at=outside.clock.now_at(),
            ids=outside.ids,
        )

    def ask(self, ask: Ask[Found]) -> Found:
        """The frozen records that answer a query.

        Raises:
            NotFound, BadInput: what is asked for is not there.
        """
        with seldom_collecting(), self._database.read() as conn:
            return queries.answer(conn, ask, self._outside.clock.today_on())

    def ask_as_known(self, ask: Ask[Found], known_at: int, progress: Progress = quietly) -> Found:
        """The answer as it was at an instant, by what had been entered by then.

        The facts known then are replayed into passing books, so that the
        answer is right by construction.

        Dates: `known_at` is UTC milliseconds; the business day stays today's.
        Limits: takes as long as a rebuild.
        """
        with self._database.read() as view, self._database.passing(view) as past:
            upkeep.replay(past, progress, known_at=known_at)
            with past.read() as conn:
                return queries.answer(conn, ask, self._outside.clock.today_on())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the books, for several queries that must agree."""
        with self._database.read() as conn:
            yield conn

    def rebuild(self, progress: Progress = quietly) -> None:
        """Make the projections anew from the facts and let them take the old ones' place."""
        self._database = upkeep.rebuild(self._database, progress)

    def verify(self, progress: Progress = quietly, *, is_quick: bool = False) -> Verification:
        """Prove the books; a passed proof notes the head of the chain."""
        verification = verify(self._database, self._outside.anchors, progress, is_quick=is_quick)
        if verification.ok:
            self._note_head()
        return verification

    def mint_id(self) -> bytes:
        """A fresh id for a command."""
        return self._outside.ids.mint()

    def close(self) -> None:
        """Note the head of the chain and let go of the file."""
        self._note_head()
        self._database.close()

    def _note_head(self) -> None:
        anchors, identity = self._outside.anchors, self._identity
        if anchors is None or self._database.is_read_only:
            return
        try:
            with self._database.read() as conn:
                head = head_of(conn, identity.firm_id, identity.device_id)
        except CollectIQError:
            return
        known = anchors.load(identity.device_id)
        if known is None or known.device_seq < head.device_seq:
            anchors.save(identity.device_id, Anchor(*head))


def _place_of(at: Path | BooksAt) -> BooksAt:
    return FileAt(at) if isinstance(at, Path) else at


def _begin(database: Database, context: Context, body: FirmCreated) -> None:
    """Record the fact that begins the books, and whose counter this file is."""
    with database.write() as conn:
        writer = Writer(conn)
        record(writer, context, body, context.ids.mint())
        note_schema(writer)
        writer.flush()
        for name, value in (("device_id", context.device_id), ("user_id", context.user_id)):
            conn.execute(insert(tables.setting).values(name=name, value=value))


def _carry_out_all(writer: Writer, context: Context, batch: list[object]) -> list[Any]:
    services.prefetch(writer, batch)
    return [_carry_out(writer, context, command) for command in batch]


def _carry_out(writer: Writer, context: Context, command: object) -> Any:
    """What one command gave, or the error with which it was refused."""
    head = writer.head
    try:
        return services.carry_out(writer, command, context)
    except CollectIQError as refusal:
        # A refusal after its fact was gathered would leave half a command behind.
        if writer.head is not head:
            raise
        return refusal


def _identity_of(database: Database) -> _Identity:
    with database.read() as conn:
        rows = conn.execute(select(tables.setting.c.name, tables.setting.c.value))
        settings: dict[str, bytes] = {row.name: row.value for row in rows}
        device_id = settings.get("device_id", b"")
        device = conn.execute(
            select(tables.device).where(tables.device.c.device_id == device_id)
        ).first()
        if device is None:
            message = say("{name} does not say which counter it belongs to.", name=database.at.name)
            raise BooksDamaged(message)
        return _Identity(
            firm_id=FirmId(firm_ids(conn)[1]),
            device_id=DeviceId(device_id),
            user_id=UserId(settings["user_id"]),
            series_code=device.series_code,
            branch_id=device.branch_id,
        )
