"""The payment: money out to a party, open advances used up first. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.ui.forms.presenter import PartyVoucherPresenter


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentForm:
    """What stands in the fields."""

    amount_paise: int
    mode: Mode
    on: date
    reference: str = ""
    narration: str = ""


class PaymentPresenter(PartyVoucherPresenter):
    """One payment at a time."""

    kind = VoucherKind.PAYMENT

    def save(self, form: PaymentForm) -> None:
        """Save the payment; fast hands wait until the party's card is here."""
        if not self._is_ready(lambda: self.save(form)):
            return
        details = self._details
        assert details is not None
        command = MakePayment(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=form.amount_paise,
            mode=form.mode,
            on=form.on,
            reference=form.reference,
            narration=form.narration,
        )
        self._send(command, self._saved(form.amount_paise, form.amount_paise))
