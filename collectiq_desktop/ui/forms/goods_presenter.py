"""What a voucher over a sum or over goods is over, and what it does to the balance. No window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from collectiq_desktop.core.domain.amending_sales import Sold
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.posting import GoodsLine, Sale
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.queries.items import ItemLine as KnownItem
from collectiq_desktop.core.queries.items import Items
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.goods import Content, goods_of, place_of_supply
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherPresenter, PartyVoucherView
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class SumForm(Typed):
    """What stands in the fields; the goods, and who lets a limit be passed, are the presenter's."""

    amount_paise: int
    received_paise: int = 0
    account_code: str = ""
    account_words: str = ""


class Balances(NamedTuple):
    """Previous balance, this voucher, received with it, new balance.

    Args:
        goods: what the goods come to, None where only a sum is typed.
        limit_paise: the party's credit limit, 0 for none.

    Money: debit positive; this_paise is negative for a credit note.
    """

    previous_paise: int
    this_paise: int
    received_paise: int = 0
    goods: Sale | None = None
    limit_paise: int = 0

    @property
    def new_paise(self) -> int:
        """What the party owes afterwards."""
        return self.previous_paise + self.this_paise - self.received_paise

    @property
    def over_limit_paise(self) -> int:
        """How much the new balance is above the limit, 0 if it is not."""
        return max(0, self.new_paise - self.limit_paise) if self.limit_paise else 0


class SumView(PartyVoucherView, Protocol):
    """What the presenter tells the screen."""

    def show_form(self, form: SumForm) -> None:
        """A voucher of the books, to be posted anew."""
        ...

    def show_goods(self, rows: Sequence[ItemLine]) -> None:
        """The lines of goods."""
        ...

    def show_items(self, known: Sequence[KnownItem]) -> None:
        """What the firm sells."""
        ...

    def show_item(self, line: GoodsLine) -> None:
        """What is known of the item that was taken."""
        ...

    def show_balances(self, balances: Balances | None) -> None:
        """What this does to the party's balance; None while nobody is chosen."""
        ...


class GoodsPresenter(PartyVoucherPresenter):
    """One voucher at a time, over a sum or over goods."""

    side = 1

    def __init__(self, view: SumView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._sum_view = view
        self._content = Content()
        self._received_paise = 0
        self._firm: FirmDetails | None = None
        self._place = ""
        self._sold: Sold | None = None

    @property
    def is_of_goods(self) -> bool:
        """Whether goods are listed; else a sum is typed."""
        before = self.amender.details
        if before is not None and self.amender.fixed is not None:
            return bool(before.voucher.items)
        return self._content.is_of_goods

    def begin(self, party_id: PartyId | None = None) -> None:
        self._content.clear()
        self._received_paise, self._sold = 0, None
        self._kit.work.ask(Items(), key=(self, "items"), done=self._sum_view.show_items)
        self._kit.work.ask(FirmCard(), key=(self, "firm"), done=self._took_firm)
        super().begin(party_id)
        self._show_goods()

    def draft(self) -> dict[str, Any]:
        goods = [list(line) for line in self._content.goods.lines]
        return {**super().draft(), "goods": goods, "is_of_goods": self.is_of_goods}

    def restore(self, typed: Mapping[str, Any]) -> None:
        super().restore(typed)
        self._content.is_of_goods = typed["is_of_goods"]
        self._content.goods.lines = [GoodsLine(*line) for line in typed["goods"]]
        self._show_goods()

    def turn_to_goods(self) -> bool:
        """Goods instead of a sum, or the other way; what was typed of the other stays."""
        self._content.is_of_goods = not self.is_of_goods
        self._show_goods()
        return self._content.is_of_goods

    def take_sums(self, amount_paise: int, received_paise: int = 0) -> None:
        """The money as far as it is typed."""
        self._content.amount_paise, self._received_paise = amount_paise, received_paise
        self._show_balances()

    # Goods -----------------------------------------------------------------------------------

    def choose_item(self, known: KnownItem, on: date | None) -> None:
        """An item was taken: its HSN, rate and tax of the day are proposed."""
        self._sum_view.show_item(goods_of(known, on or self._kit.clock.today_on()))

    def put_goods(self, line: GoodsLine, place: int) -> bool:
        """Add a line of goods, or change the one at a place; says if it cannot be right."""
        try:
            self._content.goods.put(line, place if place >= 0 else None)
        except BadInput as error:
            self._sum_view.show_problem("items", error.message)
            return False
        self._show_goods()
        return True

    def remove_goods(self, place: int) -> None:
        """Take a line of goods away."""
        self._content.goods.remove(place)
        self._show_goods()

    # What is shown ---------------------------------------------------------------------------

    def drop_party(self) -> None:
        super().drop_party()
        self._show_balances()

    def _took_firm(self, firm: FirmDetails) -> None:
        self._firm = firm
        self._find_place()

    def _took_card(self, details: PartyDetails) -> None:
        self._details = details
        self._find_place()
        super()._took_card(details)

    def _find_place(self) -> None:
        details, read, before = self._details, self._sold, self.amender.details
        if self._firm is None or details is None:
            return
        place, is_inter_state = place_of_supply(self._firm.firm, details.party)
        if read is not None and before is not None and before.party_id == details.party_id:
            # Where the goods went was settled when it was posted.
            place = read.place_of_supply
            is_inter_state = read.is_inter_state if read.goods else is_inter_state
        self._place, self._content.goods.is_inter_state = place, is_inter_state
        self._show_goods()

    def _show_goods(self) -> None:
        before = self.amender.details
        is_fixed = before is not None and self.amender.fixed is not None
        rows = before.voucher.items if before and is_fixed else self._content.goods.rows
        self._sum_view.show_goods(rows)
        self._show_balances()

    def _show_balances(self) -> None:
        details = self._details
        if details is None:
            self._sum_view.show_balances(None)
            return
        balances = Balances(
            details.balance_paise,
            self.side * self._content.total_paise,
            self._received_paise,
            self._content.sale,
            details.party.credit_limit_paise,
        )
        self._sum_view.show_balances(balances)
