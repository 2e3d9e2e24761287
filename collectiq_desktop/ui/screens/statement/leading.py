"""From a line or a bill of the statement to its voucher. No window here."""

from __future__ import annotations

from datetime import date
from functools import partial

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.statement import StatementBill, StatementLine
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.vouchers import ResolveVoucher, VoucherHit
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NO_NUMBER = QT_TRANSLATE_NOOP(
    "Sentence", "This line has no number; look for its voucher in the day book."
)
NO_BILL = QT_TRANSLATE_NOOP(
    "Sentence", "This bill is not open any more; the statement is being read again."
)


class Leading:
    """Opens vouchers; the record of a statement names them by number only."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def open_line(self, line: StatementLine) -> None:
        """Open the voucher of a line."""
        if not line.number:
            self._kit.navigation.say(NO_NUMBER, is_bad=True)
            return
        ask = ResolveVoucher(text=line.number, kind=VoucherKind[line.kind.upper()])
        self._kit.work.ask(ask, key=self, done=self._go_to_voucher, failed=self._failed)

    def open_bill(self, bill: StatementBill, party_id: PartyId, as_of_on: date) -> None:
        """Open the voucher that opened a bill."""
        ask = OpenBills(party_id=party_id, as_of_on=as_of_on)
        found = partial(self._found_bills, bill)
        self._kit.work.ask(ask, key=self, done=found, failed=self._failed)

    def _go_to_voucher(self, hit: VoucherHit) -> None:
        self._kit.navigation.go(Place(screen="voucher", voucher_id=hit.voucher_id))

    def _found_bills(self, bill: StatementBill, found: tuple[BillLine, ...]) -> None:
        wanted = (bill.number, bill.bill_on, bill.amount_paise)
        for line in found:
            if (line.number, line.bill_on, line.amount_paise) == wanted:
                self._kit.navigation.go(Place(screen="voucher", voucher_id=line.voucher_id))
                return
        self._kit.navigation.say(NO_BILL, is_bad=True)

    def _failed(self, error: CollectIQError) -> None:
        self._kit.navigation.say(error.message, is_bad=True)
