"""The ways into books put in their places, and what their presenter tells them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.welcome.join_card import JoinCard
from collectiq_desktop.ui.screens.welcome.presenter import JOIN, FirmLine
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import Field, TextField
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label
from collectiq_desktop.ui.widgets.progress_row import ProgressRow
from collectiq_desktop.ui.widgets.walk import Walk

_KILO = 1024


def _state(line: FirmLine) -> str:
    if line.is_open:
        return QCoreApplication.translate("Welcome", "open now")
    return QCoreApplication.translate("Welcome", "to try things") if line.is_demo else text.NONE


def _tone(line: FirmLine) -> Tone:
    if line.is_open:
        return Tone.GOOD
    return Tone.WARN if line.is_demo else Tone.MUTED


FIRM_COLUMNS: tuple[Column[FirmLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Firm"), width=0, text_of=lambda line: line.name),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=120,
        text_of=_state,
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Last changed"),
        width=140,
        text_of=lambda line: text.moment(line.changed_at),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "KB"),
        width=90,
        text_of=lambda line: text.count(-(-line.bytes_count // _KILO)),
        is_number=True,
    ),
)


class WelcomeForm(QVBoxLayout):
    """Books that are there on the left; new ones and ones to try on the right."""

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._title, self._note = label("title"), label("muted")
        self._reason_card, self._reason = Card(), label("strong")
        self.again = QPushButton()
        self.model: RowsModel[FirmLine] = RowsModel(FIRM_COLUMNS)
        self.table = Table(self.model, identity_of=lambda line: line.path)
        self._problem = label("error")
        self.path, self.browse_button = TextField("path"), QPushButton()
        self.name, self.gstin, self.vpa = TextField("name"), TextField("gstin"), TextField("vpa")
        self.make_button, self.demo_button = QPushButton(), QPushButton()
        self._known, self._new, self._demo = Card(), Card(), Card()
        self._demo_words = label("muted")
        self.join = JoinCard(parent)
        self.progress = ProgressRow(clock)
        self._lay_out()
        self.walk = Walk([self.name, self.gstin, self.vpa], parent)

    @property
    def first_input(self) -> QWidget:
        """Where one begins: at the books that are there, else at a new firm's name."""
        return self.table if self.model.rowCount() else self.name.input

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Firms"))
        self._note.setText(self.tr("Each firm has a file of its own on this machine."))
        self.again.setText(self.tr("Try again") + "   Ctrl+R")
        self._known.set_heading(self.tr("Firms on this machine"))
        self.join.retranslate()
        self._new.set_heading(self.tr("A new firm"))
        self._demo.set_heading(self.tr("A firm to try things on"))
        self.table.set_empty_text(
            self.tr("Your firms stand here. Ctrl+N makes the first one, Alt+D one to try things.")
        )
        self.path.set_caption(self.tr("Books at another place"))
        self.path.line.setPlaceholderText(self.tr("Type the file's place and press Enter"))
        self.browse_button.setText(self.tr("Browse") + "   Alt+B")
        self.name.set_caption(self.tr("Name of the firm"))
        self.gstin.set_caption(self.tr("GSTIN, if there is one"))
        self.vpa.set_caption(self.tr("UPI address, if there is one"))
        self.make_button.setText(self.tr("Make it") + "   Ctrl+A")
        self._demo_words.setText(
            self.tr(
                "60 parties and two years of bills and receipts, all invented. A file of its own, "
                "called Demo firm: nothing in it touches your books, and it can be deleted."
            )
        )
        self.demo_button.setText(self.tr("Make a demo firm") + "   Alt+D")

    def browse(self) -> None:
        """Look for books with the system's own window."""
        caption = self.tr("Books at another place")
        kinds = self.tr("CollectIQ books")
        name, _kind = QFileDialog.getOpenFileName(
            self.parentWidget(), caption, "", f"{kinds} (*.collectiq)"
        )
        self.path.focus_all()
        if name:
            self.path.set_text(name)
            self.path.entered.emit()

    # What the presenter tells -----------------------------------------------------------

    def show_reason(self, sentence: str, *, may_retry: bool) -> None:
        self._reason.setText(text.sentence(sentence))
        set_tone(self._reason, Tone.BAD if may_retry else Tone.INK)
        self.again.setVisible(may_retry)
        self._reason_card.setVisible(bool(sentence))

    def show_firms(self, lines: Sequence[FirmLine]) -> None:
        is_first = not self.model.rowCount()
        self.model.set_rows(lines)
        if lines and is_first and not self.name.text and self.name.input.hasFocus():
            self.table.setFocus()

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        named: dict[str, Field] = {
            "path": self.path,
            "name": self.name,
            "gstin": self.gstin,
            "vpa": self.vpa,
        }
        if field == "again":
            self.show_reason(sentence, may_retry=True)
        elif field in named:
            named[field].show_problem(words)
        elif field.startswith(JOIN):
            self._show_join_problem(field.removeprefix(JOIN), words)
        else:
            self.say(words)

    def _show_join_problem(self, field: str, words: str) -> None:
        if not self.join.fields.show_problem(field, words):
            self.join.fields.code.show_problem(words)

    def show_making(self, done_count: int, whole_count: int) -> None:
        self.say("")
        self.demo_button.setEnabled(False)
        self.progress.show_progress(
            self.tr("Making the demo firm"), done_count, whole_count, may_stop=False
        )

    def show_idle(self) -> None:
        self.progress.end()
        self.demo_button.setEnabled(True)

    def say(self, sentence: str) -> None:
        """What is wrong with the firm in the cursor's row, or with a demo firm."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    # Form -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(head)
        for said in (self._reason, self._problem, self._demo_words):
            said.setWordWrap(True)
        reason = QHBoxLayout()
        reason.addWidget(self._reason, 1)
        reason.addWidget(self.again)
        self._reason_card.body.addLayout(reason)
        self._reason_card.hide()
        self._problem.hide()
        self.addWidget(self._reason_card)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._lay_out_known()
        row.addWidget(self._known, 3)
        row.addLayout(self._right(), 2)
        self.addLayout(row, 1)

    def _lay_out_known(self) -> None:
        body = self._known.body
        body.addWidget(self._problem)
        body.addWidget(self.table, 1)
        named = QHBoxLayout()
        named.addWidget(self.path, 1)
        named.addLayout(beside_input(self.browse_button))
        self.browse_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.addLayout(named)

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        self.make_button.setProperty("role", "primary")
        numbers = QHBoxLayout()
        numbers.setSpacing(14)
        numbers.addWidget(self.gstin)
        numbers.addWidget(self.vpa)
        self._new.body.addWidget(self.name)
        self._new.body.addLayout(numbers)
        self._new.body.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignRight)
        self._demo.body.addWidget(self._demo_words)
        self._demo.body.addWidget(self.progress)
        self._demo.body.addWidget(self.demo_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._new)
        column.addWidget(self.join)
        column.addWidget(self._demo)
        column.addStretch(1)
        return column
