"""The firm: what stands on every paper, where money may come to, and its numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.queries.series import SeriesLine
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.settings.columns import SERIES_COLUMNS
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.widgets.walk import Walk

# Each row of the form: a field, and how many of the six columns it takes.
_PAPER_ROWS = (
    (("name", 4), ("gstin", 2)),
    (("address_1", 2), ("address_2", 2), ("address_3", 2)),
    (("state_code", 1), ("pincode", 1), ("phones", 2), ("email", 2)),
)
_MONEY_ROWS = (
    (("vpa", 2), ("bank_name", 2), ("bank_account_name", 2)),
    (("bank_account_number", 2), ("bank_ifsc", 2), ("locked_until_on", 2)),
)
_COLUMNS = 6


class FirmPage(QWidget):
    """All fields of the firm.

    Signals:
        finished: Enter was pressed in the last field.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        rows = (*_PAPER_ROWS, *_MONEY_ROWS)
        self.fields = {name: TextField(name) for row in rows for name, _span in row}
        self.paper, self.money, self.numbers = Card(), Card(), Card()
        self.series: RowsModel[SeriesLine] = RowsModel(SERIES_COLUMNS)
        self._series_table = Table(self.series)
        self._series_table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.walk = Walk(list(self.fields.values()), self)
        self.walk.finished.connect(self.finished)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.paper.set_heading(self.tr("On every paper"))
        self.money.set_heading(self.tr("Where money may come to"))
        self.numbers.set_heading(self.tr("Numbers"))
        self.numbers.set_note(
            self.tr("each counter has its own, and none is used twice"), Tone.MUTED
        )
        captions = {
            "name": self.tr("Name of the firm"),
            "gstin": self.tr("GSTIN"),
            "address_1": self.tr("Address"),
            "address_2": self.tr("Address, second line"),
            "address_3": self.tr("Address, third line"),
            "state_code": self.tr("State code"),
            "pincode": self.tr("PIN code"),
            "phones": self.tr("Phones, with commas"),
            "email": self.tr("E-mail"),
            "vpa": self.tr("UPI address, such as shop@bank"),
            "bank_name": self.tr("Bank"),
            "bank_account_name": self.tr("Account in the name of"),
            "bank_account_number": self.tr("Account number"),
            "bank_ifsc": self.tr("IFSC"),
            "locked_until_on": self.tr("Books locked up to (day)"),
        }
        for name, caption in captions.items():
            self.fields[name].set_caption(caption)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """What stands in each field."""
        for name, field in self.fields.items():
            field.set_text(texts[name])
        self.walk.clear_problems()

    def texts(self) -> dict[str, str]:
        """What is typed in each field."""
        return {name: field.text for name, field in self.fields.items()}

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card, rows in ((self.paper, _PAPER_ROWS), (self.money, _MONEY_ROWS)):
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(10)
            for number, row in enumerate(rows):
                place = 0
                for name, span in row:
                    field = self.fields[name]
                    grid.addWidget(field, number, place, 1, span, Qt.AlignmentFlag.AlignTop)
                    place += span
            for place in range(_COLUMNS):
                grid.setColumnStretch(place, 1)
            card.body.addLayout(grid)
            column.addWidget(card)
        self.numbers.body.addWidget(self._series_table, 1)
        column.addWidget(self.numbers, 1)
