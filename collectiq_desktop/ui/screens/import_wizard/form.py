"""The import's pages put in their places, and what its presenters tell them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.queries.imports import BatchLine
from collectiq_desktop.interchange.rejected import RejectedWords
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.import_wizard.columns_form import ColumnsForm
from collectiq_desktop.ui.screens.import_wizard.columns_page import ColumnsPage
from collectiq_desktop.ui.screens.import_wizard.files_page import FilesPage
from collectiq_desktop.ui.screens.import_wizard.jobs import ChosenFile
from collectiq_desktop.ui.screens.import_wizard.result_page import ResultPage
from collectiq_desktop.ui.screens.import_wizard.results import Result
from collectiq_desktop.ui.screens.import_wizard.telling import Doing, Page
from collectiq_desktop.ui.screens.import_wizard.words import (
    doing_words,
    mapping_words,
    rejected_words,
)
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import label
from collectiq_desktop.ui.widgets.progress_row import ProgressRow


class ImportForm(QVBoxLayout):
    """Three pages, of which one is shown, over what is said of them."""

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self.page = Page.FILES
        self._title, self._step = label("title"), label("muted")
        self.files, self.columns, self.result = FilesPage(), ColumnsPage(), ResultPage()
        self._pages: dict[Page, QWidget] = {
            Page.FILES: self.files,
            Page.COLUMNS: self.columns,
            Page.RESULT: self.result,
        }
        self._stack = QStackedWidget()
        self._message = label("strong")
        self.progress = ProgressRow(clock)
        self.button = QPushButton()
        self._lay_out()

    @property
    def first_input(self) -> QWidget:
        """Where the clerk types first on this page."""
        return {
            Page.FILES: self.files.path.input,
            Page.COLUMNS: self.columns.source.input,
            Page.RESULT: self.result.control.input,
        }[self.page]

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Import"))
        for page in (self.files, self.columns, self.result):
            page.retranslate()
        self._show_step()

    # What the presenters tell -----------------------------------------------------------

    def show_page(self, page: Page) -> None:
        is_other, self.page = page is not self.page, page
        self._stack.setCurrentWidget(self._pages[page])
        self._say("")
        self._show_step()
        if is_other and self._stack.isVisible():
            self.first_input.setFocus()

    def show_files(self, files: Sequence[ChosenFile]) -> None:
        self.files.show_files(files)
        self._say("")

    def show_batches(self, batches: Sequence[BatchLine]) -> None:
        self.files.batches.set_rows(batches)

    def show_columns(self, form: ColumnsForm, files_count: int) -> None:
        self.columns.show_form(form, files_count)

    def show_result(self, result: Result) -> None:
        self.result.show_result(result)
        self._show_step()
        if result.report.batch is not None:
            words = self.tr("Esc begins another import; there Alt+X takes this one back.")
            self._say(words, Tone.GOOD)

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        if field == "columns":
            self.columns.show_problem(mapping_words(sentence))
        elif field in {"path", "reason", "control"}:
            named = {
                "path": self.files.path,
                "reason": self.files.reason,
                "control": self.result.control,
            }
            named[field].show_problem(words)
        else:
            self._say(words, Tone.BAD)

    def rejected_words(self) -> RejectedWords:
        """How rejected rows are told in a file."""
        return rejected_words()

    def ask_company(self, sentence: str) -> None:
        asked = self.tr("Alt+Y accepts the company and goes on.")
        self._say(f"{text.sentence(sentence)} {asked}", Tone.WARN)

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        self._say("")
        self.button.setEnabled(False)
        self.progress.show_progress(
            doing_words(doing), done_count, whole_count, may_stop=doing is not Doing.UNDOING
        )

    def show_idle(self) -> None:
        self.button.setEnabled(True)
        self.progress.end()

    def show_saved(self, paths: Sequence[Path]) -> None:
        words = self.tr("Saved: %1. Put the rows right there, and import that file.")
        self._say(text.filled(words, ", ".join(str(path) for path in paths)), Tone.GOOD)

    def show_undone(self, batch: BatchLine) -> None:
        self.files.close_reason()
        words = self.tr("The import is taken back, with %n voucher(s).", "", batch.vouchers_count)
        self._say(words, Tone.GOOD)
        self.files.batch_table.setFocus()

    def show_stopped(self) -> None:
        self._say(
            self.tr(
                "Stopped. What was written stands under Earlier imports: Alt+X takes it back, "
                "and importing the same files once more brings the rest."
            ),
            Tone.WARN,
        )

    # Form -------------------------------------------------------------------------------

    def _say(self, sentence: str, tone: Tone = Tone.INK) -> None:
        self._message.setText(sentence)
        set_tone(self._message, tone)
        self._message.setVisible(bool(sentence))

    def _show_step(self) -> None:
        steps = {
            Page.FILES: (self.tr("1 · which files"), self.tr("Next")),
            Page.COLUMNS: (self.tr("2 · which column is what"), self.tr("Try")),
            Page.RESULT: (self.tr("3 · look, then write"), self.tr("Write")),
        }
        step, button = steps[self.page]
        self._step.setText(step)
        self.button.setText(f"{button}   Ctrl+A")
        result = self.result.result
        is_written = result is not None and not result.report.is_dry_run
        self.button.setVisible(self.page is not Page.RESULT or not is_written)

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._step, 1, Qt.AlignmentFlag.AlignBottom)
        self.addLayout(head)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        self._message.setWordWrap(True)
        self._message.hide()
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot.addWidget(self._message, 1)
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        foot.addWidget(self.button)
        self.addLayout(foot)
