"""The credit note: what it lowers, the oldest bills by proposal. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr, parse_amount
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.services.notes import PostCreditNote
from collectiq_desktop.ui.forms.spread import Spread, Spreading
from collectiq_desktop.ui.forms.sum_presenter import SumForm, SumPresenter, SumView
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

TOO_MUCH_ON_BILLS = QT_TRANSLATE_NOOP(
    "Sentence", "More is set against bills than the note comes to; lower one of the amounts."
)


class CreditNoteView(SumView, Protocol):
    """What the presenter tells the screen."""

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the note lies on them."""
        ...


class CreditNotePresenter(SumPresenter):
    """One credit note at a time."""

    kind = VoucherKind.CREDIT_NOTE
    side = -1

    def __init__(self, view: CreditNoteView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._note_view = view
        self._spreading = Spreading()

    def drop_party(self) -> None:
        self._spreading.clear()
        super().drop_party()

    def take_part(self, row: int, _column: int, typed: str) -> None:
        """The part of one bill as it was typed into its line."""
        share = self._spread.rows[row]
        if typed == format_inr(share.part_paise):
            return
        problem = ""
        try:
            part_paise = parse_amount(typed, field="bills") if typed.strip() else 0
            self._spreading.choose(share.bill.key, part_paise)
        except BadInput as error:
            problem = error.message
        self._show_balances()
        if problem:
            self._note_view.show_problem("bills", problem)

    def tick(self, row: int) -> None:
        """Take a bill in or out."""
        self._spreading.tick(self._spread.rows[row].bill.key, self._content.total_paise)
        self._show_balances()

    def _took_card(self, details: PartyDetails) -> None:
        self._spreading.take_bills(details.bills)
        super()._took_card(details)

    def _is_right(self, _form: SumForm) -> bool:
        if self._spread.on_account_paise < 0:
            self._note_view.show_problem("bills", TOO_MUCH_ON_BILLS)
            return False
        return True

    def _command(self, form: SumForm) -> PostCreditNote:
        details = self._details
        assert details is not None
        return PostCreditNote(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=self._content.typed_paise,
            goods=self._content.lines,
            is_inter_state=self._content.goods.is_inter_state,
            allocations=self._spread.allocations,
            on=form.on,
            reference=form.reference,
            narration=form.narration,
        )

    @property
    def _spread(self) -> Spread:
        return self._spreading.spread(max(0, self._content.total_paise))

    def _show_balances(self) -> None:
        super()._show_balances()
        self._note_view.show_spread(self._spread)
