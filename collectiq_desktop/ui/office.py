"""The head office as screens know it: its state, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.core.wire.peer import LineTrouble, PeerRefused
from collectiq_desktop.sync.comparing import DayHereAndThere, compare_days
from collectiq_desktop.sync.moving import move_here
from collectiq_desktop.sync.overview import Overview, overview
from collectiq_desktop.sync.state import SyncState
from collectiq_desktop.ui.kit import Invited
from collectiq_desktop.ui.work.desk import BUG, Desk
from collectiq_desktop.ui.work.exchanging import ExchangeLane
from collectiq_desktop.ui.work.lanes import Failed
from collectiq_desktop.ui.work.outside import OutsideLane

if TYPE_CHECKING:
    from collectiq_desktop.sync.agent import Agent, Reached
    from collectiq_desktop.sync.device_keys import DeviceKeys
    from collectiq_desktop.sync.enrolment import Invitation, Joined, Newcomer
    from collectiq_desktop.sync.joining import Joiner

    AskOffice = Callable[[Invitation, Newcomer], Joined]
    Reach = Callable[[Books, DeviceKeys], Reached]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeParts:
    """What the head office is reached with.

    Args:
        folder: for locks, and for what was asked and not answered yet.
        new_place: where the books of a new counter go, by the firm's name.
        reach, ask_office: how it is spoken to, over HTTP where they are None.
    """

    keys: DeviceKeys
    folder: Path
    program: str
    outside: Outside
    new_place: Callable[[str], Path]
    reach: Reach | None = None
    ask_office: AskOffice | None = None


class HeadOfficeDesk:
    """The head office of the books that a desk has open."""

    def __init__(self, desk: Desk, parts: OfficeParts) -> None:
        self._desk = desk
        self._parts = parts
        self._books: Books | None = None
        self._line = OutsideLane()
        self.lane = ExchangeLane(desk, self._agent_of)
        desk.opened.connect(self._opened)

    @property
    def state(self) -> SyncState:
        return self.lane.state

    def watch(self, watcher: Callable[[], None]) -> None:
        self.lane.watchers.append(watcher)

    def exchange_now(self) -> None:
        self.lane.exchange_now()

    def close(self) -> None:
        """Stop; before the desk is closed."""
        self.lane.close()
        self._line.close()

    def _opened(self, books: Books) -> None:
        self._books = books

    # On the desk's lanes ----------------------------------------------------------------

    def look(self, done: Callable[[Overview], None]) -> None:
        def look(books: Books, _progress: Progress) -> Overview:
            return overview(books)

        self._desk.begin(look, key="sync overview", done=done)

    def repair(self, *, done: Callable[[Verification], None], failed: Failed) -> None:
        def repair(books: Books, progress: Progress) -> Verification:
            books.rebuild(progress)
            return books.verify(is_quick=True)

        self._desk.begin(repair, key="sync repair", done=done, failed=failed, is_writing=True)

    def move_here(self, *, done: Callable[[str], None], failed: Failed) -> None:
        def move(books: Books, _progress: Progress) -> str:
            series_code = move_here(books)
            self.lane.joined(books)
            return series_code

        self._desk.begin(move, key="sync move", done=done, failed=failed, is_writing=True)

    # On a lane that may wait for the line -------------------------------------------------

    def compare(
        self,
        first_on: date,
        last_on: date,
        *,
        done: Callable[[tuple[DayHereAndThere, ...]], None],
        failed: Failed,
    ) -> None:
        def compare(books: Books) -> tuple[DayHereAndThere, ...]:
            from collectiq_desktop.sync.exchange import hello_of

            peer = self._reach(books).peer
            try:
                peer.hello(hello_of(books, self._parts.program))
                return compare_days(books, peer, first_on, last_on)
            except (LineTrouble, PeerRefused):
                raise CollectIQError(NOT_COMPARED) from None

        self._carry(compare, done, failed)

    def export(self, target: Path, *, done: Callable[[int], None], failed: Failed) -> None:
        def export(books: Books) -> int:
            from collectiq_desktop.sync.parcels import export_unsent

            return export_unsent(books, self._reach(books).private_key, target)

        self._carry(export, done, failed)

    def join(self, invited: Invited, *, done: Callable[[str], None], failed: Failed) -> None:
        def join(books: Books) -> str:
            from collectiq_desktop.sync.joining import answered

            joined = answered(lambda: self._joiner(invited).take_along(books))
            self.lane.joined(books)
            return joined.enrolled.firm_name

        self._carry(join, done, failed)

    def join_anew(self, invited: Invited, *, done: Callable[[Path], None], failed: Failed) -> None:
        def join() -> Path:
            from collectiq_desktop.sync.joining import answered

            books = answered(lambda: self._joiner(invited).new_books(self._parts.new_place))
            books.close()
            return books.path

        self._line.carry(join, done=done, failed=partial(self._told, failed))

    def _carry(
        self, task: Callable[[Books], Any], done: Callable[[Any], None], failed: Failed
    ) -> None:
        books = self._books
        if books is None:
            failed(CollectIQError(_NOT_OPEN))
            return
        self._line.carry(lambda: task(books), done=done, failed=partial(self._told, failed))

    def _told(self, failed: Failed, error: Exception) -> None:
        """A sentence for the person; a bug is reported as such."""
        if not isinstance(error, CollectIQError):
            self._desk.crashed.emit(error)
            error = CollectIQError(BUG)
        failed(error)

    # Parts ------------------------------------------------------------------------------

    def _agent_of(self, books: Books) -> Agent:
        from collectiq_desktop.core.storage.locks import FileLocks
        from collectiq_desktop.sync.agent import Agent

        folder = self._parts.folder / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        return Agent(
            books=books,
            reach=lambda: self._reach(books),
            program=self._parts.program,
            locks=FileLocks(folder),
        )

    def _reach(self, books: Books) -> Reached:
        if self._parts.reach is not None:
            return self._parts.reach(books, self._parts.keys)
        from collectiq_desktop.sync.reaching import reach

        return reach(books, self._parts.keys)

    def _joiner(self, invited: Invited) -> Joiner:
        from collectiq_desktop.sync.enrolment import join, parse_invitation
        from collectiq_desktop.sync.joining import Joiner

        parts = self._parts
        return Joiner(
            invitation=parse_invitation(invited.address, invited.code),
            name=invited.name,
            program=parts.program,
            keys=parts.keys,
            outside=parts.outside,
            folder=parts.folder / "joining",
            ask_office=parts.ask_office or join,
        )


NOT_COMPARED = say(
    "Head office cannot be asked just now; the days are compared when the line is up."
)
_NOT_OPEN = say("The books are not open yet; try again in a moment.")
