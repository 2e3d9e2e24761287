"""The journal: lines of debit and credit, and the bills that credits settle. No window here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from collectiq_desktop.core.domain.allocation import allocate_oldest_first
from collectiq_desktop.core.domain.amending import (
    Fixed,
    journal_again,
    read_journal,
    with_heading,
)
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
    party_balances,
)
from collectiq_desktop.core.queries.accounts import Chart, ChartLine
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.journals import PostJournal
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.presenter import Saved, VoucherPresenter, VoucherView
from collectiq_desktop.ui.forms.spread import as_open_bill
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

TOO_FEW = QT_TRANSLATE_NOOP("Sentence", "A journal needs at least one debit and one credit.")
NOTHING = QT_TRANSLATE_NOOP("Sentence", "Type the amount of the line.")
NOT_EQUAL = QT_TRANSLATE_NOOP(
    "Sentence", "Debit and credit differ. Type the line that is missing, or correct one."
)


class JournalLine(NamedTuple):
    """One line as typed.

    Money: debit positive.
    """

    account_code: str
    words: str
    amount_paise: int
    party_id: PartyId | None = None


class JournalView(VoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_chart(self, chart: Sequence[ChartLine]) -> None:
        """The firm's accounts."""
        ...

    def show_lines(self, lines: Sequence[JournalLine]) -> None:
        """The lines as they are now."""
        ...

    def show_typed(self, typed: Typed) -> None:
        """The day and the words of a journal that is posted anew."""
        ...


class JournalPresenter(VoucherPresenter):
    """One journal at a time."""

    kind = VoucherKind.JOURNAL

    def __init__(self, view: JournalView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self._lines: list[JournalLine] = []
        self._claims: list[Claim] = []

    def begin(self, party_id: PartyId | None = None) -> None:
        self._lines = []
        super().begin(party_id)
        self._kit.work.ask(Chart(), key=(self, "chart"), done=self._view.show_chart)
        self._view.show_lines(())

    def draft(self) -> dict[str, Any]:
        return {**super().draft(), "lines": [list(line) for line in self._lines]}

    def restore(self, typed: Mapping[str, Any]) -> None:
        super().restore(typed)
        self._lines = [JournalLine(*line) for line in typed["lines"]]
        self._view.show_lines(tuple(self._lines))

    @property
    def difference_paise(self) -> int:
        """Debits less credits of the lines so far."""
        return sum(line.amount_paise for line in self._lines)

    def put_line(self, line: JournalLine, place: int) -> bool:
        """Add a line, or change the one at a place; says if it cannot be right."""
        if not line.amount_paise:
            self._view.show_problem("lines", NOTHING)
            return False
        if 0 <= place < len(self._lines):
            self._lines[place] = line
        else:
            self._lines.append(line)
        self._view.show_lines(tuple(self._lines))
        return True

    def remove_line(self, place: int) -> None:
        """Take a line away."""
        if 0 <= place < len(self._lines):
            del self._lines[place]
            self._view.show_lines(tuple(self._lines))

    # Saving ----------------------------------------------------------------------------------

    def save(self, form: Typed) -> None:
        """Save the journal; what parties are credited with goes to their oldest bills."""
        if self.is_saving:
            return
        if len(self._lines) < 2:
            self._view.show_problem("lines", TOO_FEW)
        elif self.difference_paise:
            self._view.show_problem("lines", NOT_EQUAL)
        else:
            self._set_saving(is_saving=True)
            self._claims = []
            self._ask_bills(form, self._credited())

    def _credited(self) -> list[tuple[PartyId, int]]:
        """The parties that are credited in all, and with how much that no bill takes yet.

        Of a journal that is posted anew, only with what is more than it was.
        """
        moved = _moved(self._postings)
        before = self.amender.details
        if before is not None:
            had = party_balances(before.voucher)
            moved = {id_: paise - min(0, had.get(id_, 0)) for id_, paise in moved.items()}
        return [(party_id, -paise) for party_id, paise in moved.items() if paise < 0]

    @property
    def _postings(self) -> tuple[Posting, ...]:
        return tuple(Posting(w.account_code, w.amount_paise, w.party_id) for w in self._lines)

    def _ask_bills(self, form: Typed, left: list[tuple[PartyId, int]]) -> None:
        if not left:
            self._record(form)
            return
        (party_id, paise), *rest = left

        def took(bills: tuple[BillLine, ...]) -> None:
            self._claims += claims_on_oldest(party_id, paise, bills)
            self._ask_bills(form, rest)

        ask = OpenBills(party_id=party_id)
        self._kit.work.ask(ask, key=(self, "bills"), done=took, failed=self._failed)

    def _record(self, form: Typed) -> None:
        before = self.amender.details
        if before is not None:
            self._set_saving(is_saving=False)
            self._amend(self._again(form, before.voucher), form)
            return
        parties = [line.party_id for line in self._lines if line.party_id is not None]
        command = PostJournal(
            voucher_id=self._voucher_id,
            postings=self._postings,
            claims=tuple(self._claims),
            party_id=parties[0] if parties else None,
            on=form.on,
            narration=form.narration,
        )
        debits_paise = sum(max(0, line.amount_paise) for line in self._lines)
        self._send(command, Saved(kind=self.kind, amount_paise=debits_paise))

    # A journal is posted anew ----------------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        voucher = details.voucher
        read = read_journal(voucher)
        lines = zip(voucher.postings, details.postings, strict=True)
        self._lines = [
            JournalLine(
                line.account_code,
                named.party or named.account,
                line.amount_paise,
                voucher.party_of(line) if line.account_code == DEBTORS else None,
            )
            for line, named in lines
        ]
        self._view.show_typed(
            Typed(on=voucher.on, reference=voucher.reference, narration=voucher.narration)
        )
        self._view.show_lines(tuple(self._lines))
        return read if isinstance(read, Fixed) else None

    def _again(self, form: Typed, before: Voucher) -> Voucher:
        """The journal as it is typed now."""
        if self.amender.fixed is not None:
            return with_heading(before, heading_of(form))
        return journal_again(before, heading_of(form), self._postings, self._claims)


def _moved(postings: Sequence[Posting]) -> dict[PartyId, int]:
    """What the lines move on each party's account, debit positive."""
    moved: dict[PartyId, int] = {}
    for line in postings:
        if line.party_id is not None:
            moved[line.party_id] = moved.get(line.party_id, 0) + line.amount_paise
    return moved


def claims_on_oldest(
    party_id: PartyId, credited_paise: int, bills: Sequence[BillLine]
) -> list[Claim]:
    """What a party is credited with, set against its oldest bills."""
    branch_of = {bill.key: bill.branch_id for bill in bills}
    return [
        Claim(*part.bill, -part.amount_paise, branch_of[part.bill], party_id)
        for part in allocate_oldest_first(credited_paise, map(as_open_bill, bills))
    ]
