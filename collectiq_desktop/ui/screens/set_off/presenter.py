"""Money paid ahead, set against bills of the same party: how much, and which bills. No window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.set_off import SetOff
from collectiq_desktop.ui.forms.bills import BillsView, SettledBills
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherView
from collectiq_desktop.ui.forms.settling import SettlingPresenter
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NOTHING_AHEAD = QT_TRANSLATE_NOOP(
    "Sentence",
    "This party has paid nothing ahead. F6 takes money; what no bill takes is then paid ahead.",
)
NO_BILLS = QT_TRANSLATE_NOOP(
    "Sentence", "No bill of this party is open: what is paid ahead waits for the next one."
)
NOT_ALL = QT_TRANSLATE_NOOP(
    "Sentence", "The bills chosen take less than this. Set it against more bills, or lower it."
)
TOO_MUCH = QT_TRANSLATE_NOOP(
    "Sentence", "More is set against bills than the amount; lower one of the parts, or raise it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOffForm(Typed):
    """What stands in the fields."""

    amount_paise: int


class Ahead(NamedTuple):
    """Where the money that is set off comes from, and what stays ahead; all positive."""

    from_advances_paise: int
    from_account_paise: int
    stays_paise: int


class SetOffView(PartyVoucherView, BillsView, Protocol):
    """What the presenter tells the screen."""

    def propose_amount(self, amount_paise: int) -> None:
        """As much as is paid ahead and bills can take, unless something is typed."""
        ...

    def show_ahead(self, ahead: Ahead | None) -> None:
        """What becomes of the money paid ahead; None while nobody is chosen."""
        ...


class SetOffPresenter(SettlingPresenter):
    """One set-off at a time."""

    kind = VoucherKind.JOURNAL

    def __init__(self, view: SetOffView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self._amount_paise = 0
        self.bills = SettledBills(view)

    def take_amount(self, amount_paise: int) -> None:
        """The amount as far as it is typed."""
        self._amount_paise = amount_paise
        self.bills.take_settled(amount_paise)
        self._show_ahead()

    def drop_party(self) -> None:
        super().drop_party()
        self._show_ahead()

    def save(self, form: SetOffForm) -> None:
        """Save it; fast hands wait until the party's card is here."""
        if not self._is_ready(lambda: self.save(form)):
            return
        self.take_amount(form.amount_paise)
        details = self._details
        assert details is not None
        trouble = self._trouble(details)
        if trouble is not None:
            self._view.show_problem(*trouble)
            return
        command = SetOff(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            allocations=self.bills.spread.allocations,
            on=form.on,
            narration=form.narration,
        )
        self._send(command, self._saved(form.amount_paise, 0))

    def _trouble(self, details: PartyDetails) -> tuple[str, str] | None:
        """What is wrong, and at which field."""
        ahead_paise, rest_paise = details.paid_ahead_paise, self.bills.spread.rest_paise
        if not ahead_paise:
            return "party", NOTHING_AHEAD
        if not self.bills.spread.rows:
            return "party", NO_BILLS
        if self._amount_paise > ahead_paise:
            words = say(
                "Only {ahead} is paid ahead; set that much or less against bills.",
                ahead=format_inr(ahead_paise),
            )
            return "amount", words
        if rest_paise < 0:
            return "bills", TOO_MUCH
        return ("amount", NOT_ALL) if rest_paise else None

    def _load(self, _details: VoucherDetails) -> Fixed | None:
        """In the books it is a journal, whose form posts it anew."""
        return Fixed.CLAIMS

    def _took_card(self, details: PartyDetails) -> None:
        super()._took_card(details)
        open_paise = sum(bill.open_paise for bill in details.bills if not bill.is_advance)
        self._view.propose_amount(min(details.paid_ahead_paise, open_paise))
        self._show_ahead()

    def _show_ahead(self) -> None:
        details = self._details
        if details is None:
            self._view.show_ahead(None)
            return
        used_paise = min(self._amount_paise, details.paid_ahead_paise)
        from_advances_paise = min(used_paise, details.advances_paise)
        self._view.show_ahead(
            Ahead(
                from_advances_paise,
                used_paise - from_advances_paise,
                details.paid_ahead_paise - used_paise,
            )
        )
