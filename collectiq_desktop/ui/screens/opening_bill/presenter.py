"""The opening bill: its own number and days, and whether it is owed or paid ahead. No window."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.journals import PostOpeningBill
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


class OpeningPresenter(PartyVoucherPresenter):
    """One opening bill at a time."""

    kind = VoucherKind.OPENING_BILL

    def __init__(self, view: PartyVoucherView, kit: Kit) -> None:
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

    def _load(self, _details: VoucherDetails) -> Fixed | None:
        """One that is wrong is cancelled and entered again."""
        return Fixed.BILLS
