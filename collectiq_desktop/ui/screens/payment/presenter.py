"""The payment: money out to a party, open advances used up first. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from collectiq_desktop.core.domain.allocation import use_up_advances
from collectiq_desktop.core.domain.amending import (
    Fixed,
    Paid,
    payment_again,
    read_payment,
    with_heading,
)
from collectiq_desktop.core.domain.vouchers import Claim, Mode, Voucher, VoucherKind
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherPresenter, PartyVoucherView
from collectiq_desktop.ui.forms.spread import as_open_bill
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentForm(Typed):
    """What stands in the fields."""

    amount_paise: int
    mode: Mode


class PaymentView(PartyVoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_form(self, form: PaymentForm) -> None:
        """A payment of the books, to be posted anew."""
        ...


class PaymentPresenter(PartyVoucherPresenter):
    """One payment at a time."""

    kind = VoucherKind.PAYMENT

    def __init__(self, view: PaymentView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view

    def save(self, form: PaymentForm) -> None:
        """Save the payment; fast hands wait until the party's card is here."""
        if not self._is_ready(lambda: self.save(form)):
            return
        before, details = self.amender.details, self._details
        assert details is not None
        if before is not None:
            self._amend(self._again(form, before), form)
            return
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

    # A payment is posted anew ----------------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        voucher = details.voucher
        read = read_payment(voucher)
        fixed = read if isinstance(read, Fixed) else None
        if not all(claim.is_on_advance for claim in details.claims):
            fixed = fixed or Fixed.CLAIMS
        if isinstance(read, Fixed):
            read = Paid(details.amount_paise, voucher.mode or Mode.CASH)
        self._view.show_form(
            PaymentForm(
                on=voucher.on,
                reference=voucher.reference,
                narration=voucher.narration,
                amount_paise=read.amount_paise,
                mode=read.mode,
            )
        )
        return fixed

    def _again(self, form: PaymentForm, before: VoucherDetails) -> Voucher:
        """The payment as it is typed now."""
        if self.amender.fixed is not None:
            return with_heading(before.voucher, heading_of(form))
        money = Paid(form.amount_paise, form.mode)
        claims = self._claims(form.amount_paise, before)
        return payment_again(before.voucher, heading_of(form), self.whose, money, claims)

    def _claims(self, amount_paise: int, before: VoucherDetails) -> tuple[Claim, ...]:
        """The advances that are used up: the same ones while party and amount stay."""
        details = self._details
        assert details is not None
        is_same = details.party_id == before.party_id and amount_paise == before.amount_paise
        if is_same:
            return before.voucher.claims
        return use_up_advances(amount_paise, map(as_open_bill, details.bills))
