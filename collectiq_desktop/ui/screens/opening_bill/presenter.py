"""The opening bill: its own number and days, and whether it is owed or paid ahead. No window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from collectiq_desktop.core.domain.amending import Fixed, with_heading
from collectiq_desktop.core.domain.amending_openings import Opened, opening_again, read_opening
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.journals import PostOpeningBill
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherPresenter, PartyVoucherView
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

SAME_NUMBER = QT_TRANSLATE_NOOP(
    "Sentence",
    "A bill with this number is open already. Ctrl+A once more saves all the same.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningForm(Typed):
    """What stands in the fields.

    Args:
        number: the bill's own; empty for a balance on account.
        is_ahead: the party had paid it ahead.
    """

    number: str
    amount_paise: int
    is_ahead: bool

    @property
    def moved_paise(self) -> int:
        """What it does to the party's balance, debit positive."""
        return -self.amount_paise if self.is_ahead else self.amount_paise


class OpeningView(PartyVoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_form(self, form: OpeningForm) -> None:
        """An opening bill of the books, to be posted anew."""
        ...


class OpeningPresenter(PartyVoucherPresenter):
    """One opening bill at a time."""

    kind = VoucherKind.OPENING_BILL

    def __init__(self, view: OpeningView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self._accepted: OpeningForm | None = None

    def begin(self, party_id: PartyId | None = None) -> None:
        self._accepted = None
        super().begin(party_id)

    def save(self, form: OpeningForm) -> None:
        """Save it, unless its number was not asked about yet; fast hands wait for the card."""
        if not self._is_ready(lambda: self.save(form)):
            return
        details = self._details
        assert details is not None
        number = form.number.casefold()
        is_known = any(bill.number.casefold() == number for bill in details.bills)
        if number and is_known and form != self._accepted:
            self._accepted = form
            self._view.show_problem("number", SAME_NUMBER)
            return
        before = self.amender.details
        if before is not None:
            self._amend(self._again(form, before), form)
            return
        command = PostOpeningBill(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=form.moved_paise,
            number=form.number,
            bill_on=form.on,
            due_on=form.due_on,
            narration=form.narration,
        )
        self._send(command, self._saved(form.amount_paise, form.moved_paise))

    # An opening bill is posted anew ----------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        voucher = details.voucher
        read = read_opening(voucher)
        fixed = read if isinstance(read, Fixed) else None
        if isinstance(read, Fixed):
            numbers = [bill.number for bill in voucher.bills]
            read = Opened(details.amount_paise, numbers[0] if len(numbers) == 1 else "")
        bill = voucher.bills[0] if len(voucher.bills) == 1 else None
        self._view.show_form(
            OpeningForm(
                on=voucher.on,
                due_on=bill.due_on if bill is not None else None,
                narration=voucher.narration,
                number=read.number,
                amount_paise=abs(read.amount_paise),
                is_ahead=read.amount_paise < 0,
            )
        )
        return fixed

    def _again(self, form: OpeningForm, before: VoucherDetails) -> Voucher:
        """The opening bill as it is typed now."""
        heading = replace(heading_of(form), reference=self.reference)
        if self.amender.fixed is not None:
            return with_heading(before.voucher, heading)
        opened = Opened(form.moved_paise, form.number)
        return opening_again(before.voucher, heading, self.whose, opened)
