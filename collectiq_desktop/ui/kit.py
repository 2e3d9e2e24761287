"""What a screen is handed: the lanes to the books, the clock, ids, and the way around.

Plain Python, so that presenters need no window. Nothing here knows a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errands import ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import Ids, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Permission, rights_of
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.errands import WithErrands
from collectiq_desktop.core.services.signing_in import SignedIn
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.gateways.printers.setup import PrinterSetup
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping
from collectiq_desktop.sync.comparing import DayHereAndThere
from collectiq_desktop.sync.overview import Overview
from collectiq_desktop.sync.state import SyncState
from collectiq_desktop.ui.work.lanes import Failed, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a person can go: a screen, and what it is to show there.

    Args:
        text: what was typed already, such as the beginning of a name.
    """

    screen: str
    party_id: PartyId | None = None
    voucher_id: VoucherId | None = None
    on: date | None = None
    text: str = ""


class Navigation(Protocol):
    """The way around; the shell is the real one."""

    def go(self, place: Place) -> None:
        """Open a place; `back` returns to this one as it was left."""
        ...

    def back(self) -> None:
        """Return to where one came from."""
        ...

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        """Show a sentence in the status line, where it waits to be read."""
        ...


class Printing(Protocol):
    """Paper; promised here, made elsewhere, and never waited for."""

    @property
    def setup(self) -> PrinterSetup:
        """The printers of this machine, and which document goes where."""
        ...

    def change_setup(self, setup: PrinterSetup) -> None:
        """Save other printers and go on with them.

        Raises:
            BooksTrouble: they cannot be saved.
        """
        ...

    def promises(self, kind: VoucherKind, voucher_id: VoucherId) -> tuple[ErrandPromise, ...]:
        """The prints to go with the command that saves a voucher; none without a printer."""
        ...

    def print_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Print a voucher that is in the books, as a duplicate if it was printed before."""
        ...

    def show_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Show a voucher as it will be printed."""
        ...

    def print_order(self, order: PrintOrder) -> None:
        """Print what an order says, or say that no printer can take it."""
        ...

    def show_order(self, order: PrintOrder) -> None:
        """Show what an order would print."""
        ...

    def show_statement(self, party_id: PartyId) -> None:
        """Show a party's statement, ready to be printed."""
        ...

    def send_order(self, order: PrintOrder) -> None:
        """Make what an order says ready for the party's phone, and open the chat."""
        ...

    def open_chat(self, link: str) -> bool:
        """Open a chat with its draft; whether there is a program for it."""
        ...

    def send_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Make a voucher's paper ready for the party's phone, and open the chat."""
        ...


class Firms(Protocol):
    """The books of this machine. All but `open` belongs on a lane: see `Work.aside`."""

    @property
    def current(self) -> Path | None:
        """The books of this window, also when they could not be opened."""
        ...

    def look(self, path: Path, progress: Progress) -> str:
        """The firm whose books these are.

        Raises:
            CollectIQError: they cannot be opened, and why.
        """
        ...

    def known(self) -> tuple[Path, ...]:
        """The books that lie where new ones are put."""
        ...

    def create(self, firm: Firm, path: Path | None = None) -> Path:
        """New books for a firm; by default where new ones are put.

        Raises:
            CollectIQError: the sentence for the person.
        """
        ...

    def make_demo(self, progress: Progress) -> Path:
        """The throw-away books of a firm to try things on."""
        ...

    def open(self, path: Path) -> None:
        """Close these books and open others in their place."""
        ...


class Taste(Protocol):
    """How this user likes the screens; every change is seen at once and remembered."""

    @property
    def appearance(self) -> str:
        """Light or dark."""
        ...

    @property
    def language(self) -> str:
        """The language of the screens."""
        ...

    @property
    def words(self) -> str:
        """Which words debit and credit have."""
        ...

    def show(self, appearance: str) -> None:
        """Show everything light or dark."""
        ...

    def speak(self, language: str) -> None:
        """Show everything in a language."""
        ...

    def say_with(self, words: str) -> None:
        """Use other words for debit and credit."""
        ...


class Mappings(Protocol):
    """How sheets were mapped before on this machine; belongs on a lane, it reads a file."""

    def recall(self, headers: Iterable[str]) -> Mapping | None:
        """How the last sheet with these headers was read; None for a new one."""
        ...

    def remember(self, headers: Iterable[str], mapping: Mapping) -> None:
        """Read sheets with these headers so from now on."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What head office passed on to let a counter in, as it was typed."""

    address: str
    code: str
    name: str


class Office(Protocol):
    """The head office of the open books; nothing here waits, answers come later."""

    @property
    def state(self) -> SyncState:
        """What the exchange is at, and how the last one ended."""
        ...

    def watch(self, watcher: Callable[[], None]) -> None:
        """Tell somebody whenever the state is another."""
        ...

    def exchange_now(self) -> None:
        """Exchange at once, in the background."""
        ...

    def look(self, done: Callable[[Overview], None]) -> None:
        """What this file knows of the exchange."""
        ...

    def compare(
        self,
        first_on: date,
        last_on: date,
        *,
        done: Callable[[tuple[DayHereAndThere, ...]], None],
        failed: Failed,
    ) -> None:
        """The days of a period at both ends; dates both inside."""
        ...

    def export(self, target: Path, *, done: Callable[[int], None], failed: Failed) -> None:
        """Write what was not sent into a file; gives how much that was."""
        ...

    def join(self, invited: Invited, *, done: Callable[[str], None], failed: Failed) -> None:
        """Let these books join a head office; gives the firm's name."""
        ...

    def join_anew(self, invited: Invited, *, done: Callable[[Path], None], failed: Failed) -> None:
        """Make the books of a new counter; gives their place."""
        ...

    def move_here(self, *, done: Callable[[str], None], failed: Failed) -> None:
        """Let moved books go on here; gives the series of their numbers."""
        ...

    def repair(self, *, done: Callable[[Verification], None], failed: Failed) -> None:
        """Work everything out anew, and look whether it is sound."""
        ...


class Foretelling(Protocol):
    """Scores, worked out in the background; nothing here waits."""

    @property
    def doing(self) -> str:
        """What is under way: scoring, learning, rolling_back, or nothing."""
        ...

    @property
    def problem(self) -> Sentence:
        """How what was last begun failed, empty where it did not."""
        ...

    def watch(self, watcher: Callable[[], None]) -> None:
        """Tell somebody whenever something begins or ends."""
        ...

    def work_out(self) -> None:
        """Work the scores out now."""
        ...

    def learn(self) -> None:
        """Learn anew now, and score by it."""
        ...

    def roll_back(self) -> None:
        """Use what was learned before, and score by that."""
        ...

    def stop(self) -> None:
        """End what is under way."""
        ...


class SignIn(Protocol):
    """Who has signed in at this window; words are tried elsewhere, answers come later."""

    @property
    def is_needed(self) -> bool:
        """Whether these books have employees, so that somebody must sign in."""
        ...

    @property
    def is_for_trying(self) -> bool:
        """Whether these are books to try things on, which open with their owner."""
        ...

    @property
    def who(self) -> SignedIn | None:
        """Who has signed in."""
        ...

    def sign_in(
        self, row: EmployeeRow, words: str, *, done: Callable[[bool], None], failed: Failed
    ) -> None:
        """Sign an employee in by PIN or password; says whether a PIN is set here."""
        ...

    def act_as(
        self,
        row: EmployeeRow,
        words: str,
        command: object,
        *,
        done: Callable[[Any], None],
        failed: Failed,
    ) -> None:
        """Carry out one command in the name of another, who says PIN or password for it."""
        ...

    def set_pin(self, pin: str, *, done: Callable[[], None], failed: Failed) -> None:
        """Set a PIN for this machine, of who has signed in."""
        ...

    def begin_with(
        self, command: AddEmployee, password: str, *, done: Callable[[], None], failed: Failed
    ) -> None:
        """Add the first employee, an admin, with a password, and sign in."""
        ...

    def make_recovery_code(self, *, done: Callable[[str], None], failed: Failed) -> None:
        """Make a new recovery code, which is told this once."""
        ...

    def set_password(
        self, employee_id: UserId, password: str, *, done: Callable[[], None], failed: Failed
    ) -> None:
        """Set an employee's password."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """All that a screen may use; None is what a test or a picture does without."""

    work: Work
    clock: Clock
    ids: Ids
    navigation: Navigation
    printing: Printing | None = None
    firms: Firms | None = None
    taste: Taste | None = None
    mappings: Mappings | None = None
    office: Office | None = None
    foretelling: Foretelling | None = None
    session: SignIn | None = None

    @property
    def sees_totals(self) -> bool:
        """Whether sums over many parties are for whoever has signed in; an agent's are the own."""
        session = self.session
        who = session.who if session is not None and session.is_needed else None
        if who is None:
            return True
        rights = rights_of(who.employee)
        return rights.may(Permission.SEE_TOTALS) or not rights.sees_all_parties

    def on_paper(self, command: object, kind: VoucherKind, voucher_id: VoucherId) -> object:
        """A command that saves a voucher, with its print in the same transaction."""
        promises = self.printing.promises(kind, voucher_id) if self.printing is not None else ()
        return WithErrands(command=command, errands=promises) if promises else command
