"""The goods of a sale or note as they are typed: lines, tax, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.items import gst_rate_on
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine, Sale, item_line, sale_of
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.items import ItemLine as KnownItem


def place_of_supply(firm: Firm, buyer: Party) -> tuple[str, bool]:
    """The State that the goods go to, and whether that is another than ours.

    Source: domain page §2.1: IGST where the place of supply is another State.
    """
    ours = firm.state_code or firm.gstin[:2]
    theirs = buyer.state_code or buyer.gstin[:2] or ours
    return theirs, bool(ours and theirs) and ours != theirs


def goods_of(known: KnownItem, on: date) -> GoodsLine:
    """A known item as a line of goods, nothing of it yet, with the tax of the day."""
    item = known.item
    rate_bp = gst_rate_on(item, on)
    return GoodsLine(item.name, 0, item.rate_paise, item.unit, item.hsn, rate_bp, 0, known.item_id)


@dataclass(slots=True)
class Goods:
    """The lines, in the order in which they were typed."""

    is_inter_state: bool = False
    is_rounded: bool = True
    lines: list[GoodsLine] = field(default_factory=list)

    @property
    def rows(self) -> tuple[ItemLine, ...]:
        """The lines with their value and tax."""
        return tuple(item_line(each, is_inter_state=self.is_inter_state) for each in self.lines)

    @property
    def sale(self) -> Sale:
        """What they come to, in whole rupees unless a voucher from elsewhere was not."""
        return sale_of(self.rows, is_rounded=self.is_rounded)

    def put(self, line: GoodsLine, place: int | None = None) -> None:
        """Add a line, or put it in place of another.

        Raises:
            BadInput: its quantity, rate or tax cannot be right.
        """
        item_line(line, is_inter_state=self.is_inter_state)
        if place is None or place >= len(self.lines):
            self.lines.append(line)
        else:
            self.lines[place] = line

    def remove(self, place: int) -> None:
        """Take a line away."""
        if 0 <= place < len(self.lines):
            del self.lines[place]


@dataclass(slots=True)
class Content:
    """What a voucher is over: a sum that is typed, or goods that are listed."""

    amount_paise: int = 0
    goods: Goods = field(default_factory=Goods)
    is_of_goods: bool = False

    @property
    def total_paise(self) -> int:
        """What it comes to."""
        return self.goods.sale.total_paise if self.is_of_goods else self.amount_paise

    @property
    def typed_paise(self) -> int:
        """The amount for a command; where goods are listed it follows from them."""
        return 0 if self.is_of_goods else self.amount_paise

    @property
    def lines(self) -> tuple[GoodsLine, ...]:
        """The goods for a command."""
        return tuple(self.goods.lines) if self.is_of_goods else ()

    @property
    def sale(self) -> Sale | None:
        """What goods come to, tax by tax; None for a sum."""
        return self.goods.sale if self.is_of_goods else None

    def clear(self) -> None:
        """Nothing yet; goods stay goods."""
        self.amount_paise = 0
        self.goods = Goods()


def matching(known: Sequence[KnownItem], wanted: str, limit: int) -> list[KnownItem]:
    """The items that a text may mean: names that begin with it, then words, then the rest."""
    text = " ".join(wanted.casefold().split())
    ranked = []
    for place, each in enumerate(known):
        name = each.item.name.casefold()
        at = name.find(text)
        if at >= 0 and each.item.is_active:
            rank = 0 if at == 0 else 1 if name[at - 1] == " " else 2
            ranked.append((rank, place))
    return [known[place] for _rank, place in sorted(ranked)[:limit]]
