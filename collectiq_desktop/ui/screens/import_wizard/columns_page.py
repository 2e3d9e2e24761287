"""The second page of an import: which column of a sheet means what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.import_wizard import words
from collectiq_desktop.ui.screens.import_wizard.columns_form import ColumnsForm, FieldLine
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import ChoiceField, TextField
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label
from collectiq_desktop.ui.widgets.walk import Walk

COLUMN_COLUMN = 1


def _column_words(line: FieldLine) -> str:
    if line.headers:
        return " + ".join(line.headers)
    return QCoreApplication.translate("Import", "needed") if line.is_needed else text.NONE


def _column_tone(line: FieldLine) -> Tone:
    if line.headers:
        return Tone.INK
    return Tone.BAD if line.is_needed else Tone.MUTED


FIELD_COLUMNS: tuple[Column[FieldLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Meaning"),
        width=190,
        text_of=lambda line: words.field_words(line.name),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Column of the sheet"),
        width=260,
        text_of=_column_words,
        tone_of=_column_tone,
        is_editable=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "The first cells"),
        width=0,
        text_of=lambda line: text.or_none(line.sample),
        tone_of=lambda _line: Tone.MUTED,
    ),
)


class ColumnsPage(QWidget):
    """What the sheet is, over its columns.

    Signals:
        kind_chosen: a row of the sheet is something else.
        ways_changed: source, order of dates or the sign of amounts is another.
    """

    kind_chosen = Signal(str)
    ways_changed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.source = TextField("source")
        self.kind = ChoiceField("kind")
        self.dates = ChoiceField("dates")
        self.sign = ChoiceField("sign")
        self.model: RowsModel[FieldLine] = RowsModel(FIELD_COLUMNS)
        self.table = Table(self.model, identity_of=lambda line: line.name)
        self.unused, self.remembered = ElidedLabel("muted"), label("strong")
        set_tone(self.remembered, Tone.GOOD)
        self.problem = label("error")
        self.problem.setWordWrap(True)
        self.card = Card()
        self._form: ColumnsForm | None = None
        self._files_count = 0
        self._lay_out()
        self.walk = Walk([self.source, self.kind, self.dates, self.sign], self)
        self.walk.finished.connect(self.go_to_table)
        self.kind.changed.connect(self._tell_kind)
        for field in (self.source, self.dates, self.sign):
            field.changed.connect(self._tell_ways)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.source.set_caption(self.tr("Where the sheets come from"))
        self.kind.set_caption(self.tr("A row is one of"))
        self.kind.set_choices(words.kind_choices())
        self.dates.set_caption(self.tr("Dates are written"))
        self.dates.set_choices(words.date_choices())
        self.sign.set_caption(self.tr("A bare amount means"))
        self.sign.set_choices(words.sign_choices())
        self.card.set_heading(self.tr("Columns"))
        self._show_note()

    def show_form(self, form: ColumnsForm, files_count: int) -> None:
        """The columns as they are understood now."""
        self._form, self._files_count = form, files_count
        mapping = form.mapping
        for field, key in (
            (self.kind, mapping.kind.value),
            (self.dates, mapping.date_order.value),
            (self.sign, mapping.sign.value),
        ):
            field.blockSignals(True)
            field.set_key(key)
            field.blockSignals(False)
        if self.source.text != mapping.source:
            self.source.set_text(mapping.source)
        self.model.set_rows(form.lines)
        self.show_problem("")
        self._show_note()

    def show_problem(self, sentence: str) -> None:
        """What is wrong with the columns."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.go_to_table()

    def go_to_table(self) -> None:
        """Put the cursor on the columns."""
        self.table.setFocus()
        self.table.stand_on(max(0, self.table.current_row), COLUMN_COLUMN)

    def _show_note(self) -> None:
        form = self._form
        if form is None:
            return
        unused = ", ".join(form.unused)
        said = self.tr("Columns that nothing is read from: %1")
        self.unused.setText(text.filled(said, text.or_none(unused)))
        note = self.tr("Type the beginning of a title, or Space for the next column")
        if self._files_count > 1:
            note = self.tr("The same for all %n sheets", "", self._files_count)
        self.card.set_note(note, Tone.MUTED)
        self.remembered.setVisible(form.look.is_remembered)
        self.remembered.setText(
            self.tr("As you told it the last time for these titles; correct what is different.")
        )

    def _tell_kind(self) -> None:
        self.kind_chosen.emit(self.kind.key)

    def _tell_ways(self) -> None:
        self.ways_changed.emit(self.source.text, self.dates.key, self.sign.key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        for field, width in (
            (self.source, 250),
            (self.kind, 230),
            (self.dates, 230),
            (self.sign, 200),
        ):
            field.setFixedWidth(width)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        top.body.addLayout(row)
        column.addWidget(top)
        self.card.body.addWidget(self.remembered)
        self.card.body.addWidget(self.problem)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.unused)
        self.problem.hide()
        self.remembered.hide()
        column.addWidget(self.card, 1)
