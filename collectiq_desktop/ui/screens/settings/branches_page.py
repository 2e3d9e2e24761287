"""The branches of the firm: a list, and two fields that add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label
from collectiq_desktop.ui.widgets.walk import Walk

_COLUMNS: tuple[Column[BranchLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Short word"),
        width=160,
        text_of=lambda line: line.branch_id,
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Name"), width=0, text_of=lambda line: line.name),
)


class BranchesPage(QWidget):
    """All branches, and one more.

    Signals:
        add_wanted: its short word and its name.
    """

    add_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._model: RowsModel[BranchLine] = RowsModel(_COLUMNS)
        self.table = Table(self._model, identity_of=lambda line: line.branch_id)
        self.branch_id, self.name = TextField("branch_id"), TextField("name")
        self.button = QPushButton()
        self._list, self._new, self._words = Card(), Card(), label("muted")
        self._lay_out()
        self.walk = Walk([self.branch_id, self.name], self)
        self.walk.finished.connect(self.save)
        self.button.clicked.connect(self.save)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._list.set_heading(self.tr("Branches of the firm"))
        self._new.set_heading(self.tr("One more branch"))
        self.branch_id.set_caption(self.tr("Short word, such as SURAT"))
        self.name.set_caption(self.tr("What people call it"))
        self.button.setText(self.tr("Add") + "   Ctrl+A")
        self._words.setText(
            self.tr(
                "A branch stands on every voucher of its counters, and reports can be asked for "
                "one branch. Its short word never changes. Which branch a counter is of, head "
                "office says when it gives the code for it."
            )
        )

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches that there are."""
        self._model.set_rows(branches)

    def show_added(self) -> None:
        """It was added: the fields are for the next."""
        for field in (self.branch_id, self.name):
            field.set_text("")
        self.branch_id.focus_all()

    def show_problem(self, field: str, sentence: str) -> bool:
        """What is wrong, at its field; False where none of these is meant."""
        return self.walk.show_problem(field, sentence)

    def save(self) -> None:
        """Ask for what is typed to be added."""
        self.walk.clear_problems()
        self.add_wanted.emit(self.branch_id.text, self.name.text)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields = QHBoxLayout()
        fields.setSpacing(14)
        self.branch_id.setFixedWidth(220)
        fields.addWidget(self.branch_id)
        fields.addWidget(self.name, 1)
        fields.addLayout(beside_input(self.button))
        self._new.body.addLayout(fields)
        self._new.body.addWidget(self._words)
        self._list.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._new)
        column.addWidget(self._list, 1)
