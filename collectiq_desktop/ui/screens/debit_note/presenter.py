"""The debit note: what is charged beside sales. No window here."""

from __future__ import annotations

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.services.notes import PostDebitNote
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.forms.sum_presenter import SumPresenter

CHARGED_FOR = ("charges", "interest", "sales")


class DebitNotePresenter(SumPresenter):
    """One debit note at a time."""

    kind = VoucherKind.DEBIT_NOTE

    def _command(self, form: SumForm) -> PostDebitNote:
        details = self._details
        assert details is not None
        return PostDebitNote(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=self._content.typed_paise,
            goods=self._content.lines,
            is_inter_state=self._content.goods.is_inter_state,
            account_code=form.account_code,
            on=form.on,
            due_on=form.due_on,
            reference=form.reference,
            narration=form.narration,
        )
