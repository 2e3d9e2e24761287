"""The voucher's page, put in its places; what it means is the view's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.bills import ClaimLine
from collectiq_desktop.core.queries.changes import ChangeLine, change_lines
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.core.queries.vouchers import PostingLine, VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.goods_panel import GOODS_COLUMNS
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.voucher.columns import (
    BILL_COLUMNS,
    CHANGE_COLUMNS,
    POSTING_COLUMNS,
    VERSION_COLUMNS,
    BillRow,
    bill_rows,
    settled_rows,
)
from collectiq_desktop.ui.screens.voucher.foot import CancelFoot
from collectiq_desktop.ui.screens.voucher.sentences import facts_of
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, FactStrip, label


class VoucherPage(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, screen: QWidget, foot: CancelFoot) -> None:
        super().__init__(screen)
        self.title, self.number, self.day = label("title"), label("muted"), label("fact")
        self.party, self.words = ElidedLabel("heading"), ElidedLabel("muted")
        self.facts = FactStrip()
        self.postings, self.bills = Card(), Card()
        self.goods, self.versions, self.changes = Card(), Card(), Card()
        self.posting_model: RowsModel[PostingLine] = RowsModel(POSTING_COLUMNS)
        self.bill_model: RowsModel[BillRow] = RowsModel(BILL_COLUMNS)
        self.goods_model: RowsModel[ItemLine] = RowsModel(GOODS_COLUMNS)
        self.version_model: RowsModel[VoucherVersion] = RowsModel(VERSION_COLUMNS)
        self.change_model: RowsModel[ChangeLine] = RowsModel(CHANGE_COLUMNS)
        self.posting_table = Table(self.posting_model)
        self.bill_table = Table(self.bill_model, identity_of=lambda row: row.key)
        self.goods_table = Table(self.goods_model)
        self.version_table = Table(self.version_model, identity_of=lambda v: v.fact_id)
        self.change_table = Table(self.change_model)
        self.change_table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.change_table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.sides = QStackedWidget()
        self.foot = foot
        self._lay_out()

    @property
    def is_history_shown(self) -> bool:
        """Whether the facts stand in place of the postings."""
        return self.sides.currentIndex() == 1

    @property
    def is_walked(self) -> bool:
        """Whether the cursor is in one of the tables."""
        return any(table.hasFocus() for table in (*self._tables, self.version_table))

    @property
    def _tables(self) -> tuple[Table, ...]:
        """The tables that stand beside the history."""
        return (self.posting_table, self.bill_table, self.goods_table)

    def go_to_next_table(self) -> None:
        """From one table that has rows to the next."""
        walked = [each for each in self._tables if each.model().rowCount()]
        if walked and not self.is_history_shown:
            here = next((n for n, each in enumerate(walked) if each.hasFocus()), -1)
            walked[(here + 1) % len(walked)].setFocus()

    @property
    def main_table(self) -> Table:
        """The table that is walked: versions, else bills, else postings."""
        if self.is_history_shown:
            return self.version_table
        return self.bill_table if self.bill_model.rowCount() else self.posting_table

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.goods.set_heading(self.tr("Goods"))
        self.versions.set_heading(self.tr("History"))
        self.changes.set_heading(self.tr("What changed"))
        self.bill_table.set_empty_text(self.tr("This voucher has no bill and is set against none."))
        self.change_table.set_empty_text(
            self.tr("This is how it was posted; nothing was changed by it.")
        )
        self.foot.retranslate()

    def show_voucher(self, details: VoucherDetails) -> None:
        """Everything that the card tells."""
        self.title.setText(text.kind(details.kind))
        self.number.setText(details.number)
        self.day.setText(text.day(details.on))
        code = f"   {details.party_code}" if details.party_code else ""
        self.party.setText(details.party + code)
        self.party.setVisible(bool(details.party))
        self.facts.show_facts(facts_of(details))
        self.posting_model.set_rows(details.postings)
        self.bill_model.set_rows(bill_rows(details))
        self.goods_model.set_rows(details.voucher.items)
        self.goods.setVisible(bool(details.voucher.items))
        stands, undone = self.tr("Postings"), self.tr("Postings, taken back")
        self.postings.set_heading(undone if details.is_cancelled else stands)
        own, claimed = self.tr("Bill"), self.tr("Set against bills")
        self.bills.set_heading(own if details.bills else claimed)
        self._show_words(details)

    def show_settled(self, details: VoucherDetails, claims: tuple[ClaimLine, ...]) -> None:
        """The voucher's bill, and under it what was set against it."""
        self.bill_model.set_rows([*bill_rows(details), *settled_rows(claims)])

    def show_state(self, details: VoucherDetails, prints_count: int) -> None:
        """Chips for what became of it."""
        chips: list[tuple[str, Tone]] = []
        if details.is_cancelled:
            chips.append((self.tr("Cancelled"), Tone.BAD))
        elif details.reason:
            chips.append((self.tr("Amended"), Tone.WARN))
        if prints_count:
            printed = text.filled(self.tr("Printed · %1"), str(prints_count))
            chips.append((printed, Tone.ACCENT))
        self.facts.show_chips(chips)

    def show_history(self, versions: tuple[VoucherVersion, ...]) -> None:
        """Every fact about it, the newest under the cursor."""
        self.version_model.set_rows(versions, is_anew=True)
        self.sides.setCurrentIndex(1)
        self.version_table.stand_on(len(versions) - 1)

    def show_changes(self, version: VoucherVersion | None) -> None:
        """What one fact changed, old and new side by side."""
        lines = change_lines(version) if version is not None else []
        self.change_model.set_rows(lines, is_anew=True)

    def _show_words(self, details: VoucherDetails) -> None:
        words = []
        if details.reason:
            cancelled, amended = self.tr("Cancelled: %1"), self.tr("Amended: %1")
            words.append(
                text.filled(cancelled if details.is_cancelled else amended, details.reason)
            )
        if details.voucher.narration:
            words.append(details.voucher.narration)
        self.words.setText("   ·   ".join(words))
        self.words.setVisible(bool(words))
        set_tone(self.words, Tone.BAD if details.is_cancelled else Tone.MUTED)

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.number, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.day)
        self.addLayout(head)
        self.addWidget(self.party)
        self.addWidget(self.facts)
        self.addWidget(self.words)
        self.sides.addWidget(self._present())
        self.sides.addWidget(_side_by_side(self.versions, self.changes))
        for card, table in (
            (self.postings, self.posting_table),
            (self.bills, self.bill_table),
            (self.goods, self.goods_table),
            (self.versions, self.version_table),
            (self.changes, self.change_table),
        ):
            card.body.addWidget(table, 1)
        self.addWidget(self.sides, 1)
        self.addWidget(self.foot)
        self.addWidget(self.foot.allowing)

    def _present(self) -> QWidget:
        """What stands now: postings and bills, and under them the goods."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(_side_by_side(self.postings, self.bills), 1)
        column.addWidget(self.goods, 1)
        return both


def _side_by_side(left: Card, right: Card) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return pair
