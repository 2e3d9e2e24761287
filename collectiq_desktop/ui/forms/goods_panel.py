"""The goods of a sale or note on the page: an item by name, how many, at which rate and tax."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.amending_sales import goods_of_line
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.items import ItemLine as KnownItem
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.fields import QuantityField, RateField, percent_text, quantity_text
from collectiq_desktop.ui.forms.goods import matching
from collectiq_desktop.ui.forms.lines_panel import LinesPanel
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, TextField
from collectiq_desktop.ui.widgets.pick_field import MOST_HITS, PickField

ITEM_COLUMNS: tuple[Column[KnownItem], ...] = (
    Column(title="", width=0, text_of=lambda hit: hit.item.name),
    Column(
        title="",
        width=100,
        text_of=lambda hit: text.or_none(hit.item.hsn),
        tone_of=lambda _hit: Tone.MUTED,
    ),
    Column(
        title="",
        width=130,
        text_of=lambda hit: text.amount_or_none(hit.item.rate_paise),
        is_number=True,
    ),
)


def _quantity(row: ItemLine) -> str:
    return f"{quantity_text(row.quantity_milli)} {row.unit}"


GOODS_COLUMNS: tuple[Column[ItemLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Item"), width=0, text_of=lambda row: row.name),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "HSN"),
        width=88,
        text_of=lambda row: text.or_none(row.hsn),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Quantity"), width=96, text_of=_quantity, is_number=True
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Rate"),
        width=112,
        text_of=lambda row: text.amount(row.rate_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Taxable"),
        width=128,
        text_of=lambda row: text.amount(row.taxable_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "GST %"),
        width=64,
        text_of=lambda row: percent_text(row.gst_rate_bp),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "CGST"),
        width=116,
        text_of=lambda row: text.amount_or_none(row.cgst_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "SGST"),
        width=116,
        text_of=lambda row: text.amount_or_none(row.sgst_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "IGST"),
        width=116,
        text_of=lambda row: text.amount_or_none(row.igst_paise),
        is_number=True,
    ),
)


class ItemField(PickField[KnownItem]):
    """Finds an item of the firm; a name that is unknown is taken as it is typed.

    Signals:
        skipped: Enter in the empty field.
    """

    skipped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, ITEM_COLUMNS, parent)
        self.known: Sequence[KnownItem] = ()

    def look_for(self, wanted: str) -> None:
        self.show_hits(matching(self.known, wanted, MOST_HITS))

    def show_hits(self, hits: Sequence[KnownItem]) -> None:
        super().show_hits(hits)
        if not hits:
            self.close_list()

    def take(self) -> bool:
        if not self.text:
            self.skipped.emit()
            return False
        if self.taken is None and not self.is_list_shown():
            return True
        return super().take()

    def words_of(self, hit: KnownItem) -> str:
        return hit.item.name

    def empty_words(self) -> str:
        return self.tr("Type what is sold.")

    def none_found_words(self) -> str:
        return self.empty_words()


class GoodsPanel(LinesPanel[ItemLine]):
    """Item, HSN, quantity, rate and GST; the lines and their tax under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.item = ItemField("item")
        self.hsn = TextField("hsn")
        self.quantity = QuantityField("quantity", is_needed=True)
        self.rate = AmountField("rate", is_needed=True)
        self.gst = RateField("gst_rate")
        for field in (self.quantity, self.gst):
            field.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        typed = ((self.item, 0), (self.hsn, 110), (self.quantity, 110), (self.rate, 140))
        super().__init__("items", GOODS_COLUMNS, (*typed, (self.gst, 80)), parent)
        self._base = GoodsLine("", 0, 0)
        self.item.skipped.connect(self.skip)
        self.item.left_empty.connect(self._forget_item)

    def retranslate(self) -> None:
        """Write every fixed text."""
        for field, words in (
            (self.item, QCoreApplication.translate("Column", "Item")),
            (self.hsn, QCoreApplication.translate("Column", "HSN")),
            (self.quantity, QCoreApplication.translate("Column", "Quantity")),
            (self.rate, QCoreApplication.translate("Column", "Rate")),
            (self.gst, QCoreApplication.translate("Column", "GST %")),
        ):
            field.set_caption(words)
        self.table.set_empty_text(
            self.tr("Type an item and press Enter through its row: the lines stand here.")
        )

    @property
    def line(self) -> GoodsLine:
        """The line that stands in the row of fields."""
        return self._base._replace(
            name=self.item.text,
            hsn=self.hsn.text,
            quantity_milli=self.quantity.value or 0,
            rate_paise=self.rate.value or 0,
            gst_rate_bp=self.gst.value or 0,
        )

    def propose(self, line: GoodsLine) -> None:
        """What is known of the item that was taken."""
        self._base = line
        self.hsn.set_text(line.hsn)
        self.rate.set_value(line.rate_paise or None)
        self.gst.set_value(line.gst_rate_bp)

    def load(self, row: ItemLine) -> None:
        self.item.set_taken(None)
        self.item.set_text(row.name)
        self.propose(goods_of_line(row))
        self.quantity.set_value(row.quantity_milli)

    def clear_typed(self) -> None:
        self._base = GoodsLine("", 0, 0)
        self.item.set_taken(None)
        self.hsn.set_text("")
        for field in (self.quantity, self.rate, self.gst):
            field.set_value(None)

    def is_half_typed(self) -> bool:
        return bool(self.item.text)

    @property
    def is_typed(self) -> bool:
        """Whether a line is there, or half of one."""
        return bool(self.model.rowCount() or self.item.text)

    def _forget_item(self) -> None:
        """Another name is typed: the line is not of the item that was taken."""
        self._base = GoodsLine("", 0, 0)
