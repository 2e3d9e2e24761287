"""The bills of a receipt: money, and what is let off beside it, laid on them. No window here."""

from __future__ import annotations

from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.ui.forms.bills import SettledBills


class ReceiptBills(SettledBills):
    """How the money that is typed lies on the bills."""

    def take_sums(self, sums: ReceiptSums) -> None:
        """The money, and what is let off beside it, as far as it is typed."""
        self.take_settled(sums.settled_paise)
