"""The credit note: what it lowers, the oldest bills by proposal. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.vouchers import Claim, VoucherKind
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.notes import PostCreditNote
from collectiq_desktop.ui.forms.bills import BillsView, SettledBills, fixed_claims
from collectiq_desktop.ui.forms.goods_presenter import SumForm, SumView
from collectiq_desktop.ui.forms.settling import SettlingPresenter
from collectiq_desktop.ui.forms.sum_presenter import SumPresenter
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

TOO_MUCH_ON_BILLS = QT_TRANSLATE_NOOP(
    "Sentence", "More is set against bills than the note comes to; lower one of the amounts."
)


class CreditNoteView(SumView, BillsView, Protocol):
    """What the presenter tells the screen."""


class CreditNotePresenter(SettlingPresenter, SumPresenter):
    """One credit note at a time."""

    kind = VoucherKind.CREDIT_NOTE
    side = -1

    def __init__(self, view: CreditNoteView, kit: Kit) -> None:
        super().__init__(view, kit)
        self.bills = SettledBills(view)

    def _is_right(self, _form: SumForm) -> bool:
        if self.bills.spread.rest_paise < 0:
            self._sum_view.show_problem("bills", TOO_MUCH_ON_BILLS)
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
            allocations=self.bills.spread.allocations,
            on=form.on,
            reference=form.reference,
            narration=form.narration,
        )

    def _load(self, details: VoucherDetails) -> Fixed | None:
        fixed = super()._load(details) or fixed_claims(details)
        self.bills.load(details, details.amount_paise)
        return fixed

    def _claims(self, before: VoucherDetails) -> tuple[Claim, ...]:
        return self.bills.claims_of(before)

    def _show_balances(self) -> None:
        super()._show_balances()
        self.bills.take_settled(max(0, self._content.total_paise))
