"""The bills that a voucher settles: what is proposed on them, and what the clerk changes.

Plain Python; no window here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.money import format_inr, parse_amount
from collectiq_desktop.core.domain.vouchers import BillKey, Claim
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui.forms.spread import Before, Spread, Spreading


class BillsView(Protocol):
    """What shows the bills."""

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the voucher lies on them."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...


class SettledBills:
    """How the sum that is typed lies on the bills."""

    def __init__(self, view: BillsView) -> None:
        self._view = view
        self._spreading = Spreading()
        self._settled_paise = 0
        self._before_paise: dict[BillKey, int] = {}
        self._is_same_party = False

    @property
    def spread(self) -> Spread:
        """The sum over the bills as it stands."""
        return self._spreading.spread(self._settled_paise)

    def begin(self) -> None:
        """Nothing and no bills; the order that was chosen stays."""
        self._settled_paise = 0
        self.drop()

    def drop(self) -> None:
        """The voucher is of nobody, or of another party."""
        self._is_same_party = False
        self._spreading.before = None
        self._spreading.is_advance = self._spreading.is_by_hand = False
        self.take_bills(())

    def load(
        self, details: VoucherDetails, settled_paise: int, *, is_advance: bool = False
    ) -> None:
        """The parts of a voucher that is posted anew; its bills are still to come."""
        self._spreading.is_advance = is_advance
        parts = (
            (BillKey(claim.bill_voucher_id, claim.bill_n), -claim.settled_paise)
            for claim in details.claims
        )
        self._before_paise = {key: paise for key, paise in parts if paise}
        self._settled_paise = settled_paise
        self._is_same_party = True
        self._spreading.before = Before(self._before_paise, settled_paise)

    def claims_of(self, details: VoucherDetails) -> tuple[Claim, ...]:
        """The parts as claims of a voucher that is posted anew; parts that stay, stay whole."""
        rows = [row for row in self.spread.rows if row.part_paise]
        before = details.voucher.claims
        is_same = (
            self._is_same_party
            and {row.bill.key: row.part_paise for row in rows} == self._before_paise
        )
        if is_same and -sum(claim.amount_paise for claim in before) <= self._settled_paise:
            return before
        return tuple(Claim(*row.bill.key, -row.part_paise, row.bill.branch_id) for row in rows)

    def take_bills(self, bills: Iterable[BillLine]) -> None:
        """Other bills, or the same ones as they are now; parts that still fit stay."""
        self._spreading.take_bills(bills)
        self._show()

    def take_settled(self, settled_paise: int) -> None:
        """The sum as far as it is typed."""
        if settled_paise != self._settled_paise:
            self._settled_paise = settled_paise
            self._show()

    def take_part(self, row: int, _column: int, typed: str) -> None:
        """The part of one bill as it was typed into its line."""
        share = self.spread.rows[row]
        if typed == format_inr(share.part_paise):
            return
        try:
            part_paise = parse_amount(typed, field="bills") if typed.strip() else 0
            self._spreading.choose(share.bill.key, part_paise)
        except BadInput as error:
            self._show()
            self._view.show_problem("bills", error.message)
        else:
            self._show()

    def tick(self, row: int) -> None:
        """Take a bill in or out."""
        key = self.spread.rows[row].bill.key
        self._spreading.tick(key, self._settled_paise)
        self._show()

    def keep_as_advance(self) -> None:
        """Let what no bill takes open an advance, or stay on account again."""
        self._spreading.keep_as_advance(self._settled_paise)
        self._show()

    def change_order(self) -> None:
        """Oldest first or newest first; parts that were typed are proposed anew."""
        self._spreading.is_newest_first = not self._spreading.is_newest_first
        self._spreading.chosen_paise = {}
        self._spreading.before = None
        self._show()

    def draft(self) -> dict[str, Any]:
        """The parts and the order, for a voucher that is not saved yet."""
        return {
            "parts": [[*key, paise] for key, paise in self._spreading.chosen_paise.items()],
            "is_newest_first": self._spreading.is_newest_first,
            "is_as_before": self._spreading.before is not None,
            "is_advance": self._spreading.is_advance,
            "is_by_hand": self._spreading.is_by_hand,
        }

    def restore(self, typed: Mapping[str, Any]) -> None:
        """The parts and the order as they were; the bills may be still to come."""
        self._spreading.is_newest_first = typed["is_newest_first"]
        self._spreading.is_advance = typed.get("is_advance", False)
        self._spreading.is_by_hand = typed.get("is_by_hand", False)
        if not typed["is_as_before"]:
            self._spreading.before = None
        self._spreading.chosen_paise = {
            BillKey(VoucherId(voucher_id), n): paise for voucher_id, n, paise in typed["parts"]
        }
        self._show()

    def _show(self) -> None:
        self._view.show_spread(self.spread)


def fixed_claims(details: VoucherDetails) -> Fixed | None:
    """Whether a voucher is set against what the table of bills does not show."""
    is_shown = all(claim.bill_number and not claim.is_on_advance for claim in details.claims)
    return None if is_shown else Fixed.CLAIMS
