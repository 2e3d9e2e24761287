"""The checks put in their places, and what their presenter tells them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.verify import words
from collectiq_desktop.ui.screens.verify.presenter import CheckLine, Doing, State
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.progress_row import ProgressRow

CHECK_COLUMNS: tuple[Column[CheckLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Check"), width=270, text_of=words.title_of),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=130,
        text_of=words.state_of,
        tone_of=words.tone_of,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What was found"),
        width=0,
        text_of=lambda line: text.or_none(text.sentence(line.detail)),
    ),
)


class VerifyForm(QVBoxLayout):
    """The list of checks over what is to be done."""

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._title, self._note = label("title"), label("muted")
        self.model: RowsModel[CheckLine] = RowsModel(CHECK_COLUMNS)
        self.table = Table(self.model, identity_of=lambda line: line.name)
        self._checks, self._advice = Card(), Card()
        self._found, self._way_out = label(), label("strong")
        self._rebuilding = label("muted")
        self._message = label("strong")
        self.progress = ProgressRow(clock)
        self.rebuild_button, self.button = QPushButton(), QPushButton()
        self._lay_out()
        self.table.moved.connect(self._show_line)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Verify"))
        self._note.setText(self.tr("Proves the books; nothing is changed by it."))
        self._checks.set_heading(self.tr("What is looked at"))
        self._rebuilding.setText(
            self.tr(
                "A rebuild works out every balance anew from what was recorded. The new books "
                "grow beside the old ones and take their place at the end; power may fail at any "
                "moment. Nobody can save while it lasts."
            )
        )
        self.button.setText(self.tr("Verify") + "   Ctrl+A")
        self.rebuild_button.setText(self.tr("Rebuild") + "   Alt+R")
        self._show_line(self.table.current_row)

    # What the presenter tells -----------------------------------------------------------

    def show_checks(self, lines: Sequence[CheckLine]) -> None:
        self.model.set_rows(lines)
        wrong = [number for number, line in enumerate(lines) if line.state is State.WRONG]
        if wrong:
            self.table.stand_on(wrong[0])
        self._show_line(self.table.current_row)

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        self.say("")
        self.progress.show_progress(words.doing_words(doing), done_count, whole_count)
        self._set_busy(is_busy=True)

    def show_idle(self) -> None:
        self.progress.end()
        self._set_busy(is_busy=False)

    def show_verified(self, facts_count: int, wrong: Sequence[str]) -> None:
        if not wrong:
            said = self.tr("The books hold: %1 facts were looked at.")
            self.say(text.filled(said, text.count(facts_count)), Tone.GOOD)
        else:
            self.say(self.tr("%n check(s) found something wrong.", "", len(wrong)), Tone.BAD)

    def show_rebuilt(self) -> None:
        self.say(self.tr("The books are made anew. Ctrl+A proves them."), Tone.GOOD)

    def show_stopped(self) -> None:
        self.say(self.tr("Stopped; nothing was changed."), Tone.WARN)

    def show_failed(self, sentence: str) -> None:
        self.say(text.sentence(sentence), Tone.BAD)

    def say(self, sentence: str, tone: Tone = Tone.INK) -> None:
        """A sentence beside the buttons."""
        self._message.setText(sentence)
        set_tone(self._message, tone)
        self._message.setVisible(bool(sentence))

    # Form -------------------------------------------------------------------------------

    def _set_busy(self, *, is_busy: bool) -> None:
        for button in (self.button, self.rebuild_button):
            button.setEnabled(not is_busy)
        self.table.setFocus()

    def _show_line(self, row: int) -> None:
        """What the check in the cursor's row found, whole, and what to do about it."""
        line = self.model.row_at(row)
        if line is None:
            return
        self._advice.set_heading(words.title_of(line))
        self._found.setText(text.sentence(line.detail) or words.state_of(line))
        set_tone(self._found, words.tone_of(line))
        way_out = words.way_out_of(line)
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(head)
        self._checks.body.addWidget(self.table, 1)
        self.addWidget(self._checks, 3)
        for said in (self._found, self._way_out, self._rebuilding, self._message):
            said.setWordWrap(True)
        for said in (self._found, self._way_out):
            self._advice.body.addWidget(said)
        self._advice.body.addStretch(1)
        self._advice.body.addWidget(self._rebuilding)
        self.addWidget(self._advice, 2)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._message, 1)
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        self.button.setProperty("role", "primary")
        foot.addWidget(self.rebuild_button)
        foot.addWidget(self.button)
        self.addLayout(foot)
        self._message.hide()
