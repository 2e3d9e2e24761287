"""The import: files, columns, what would happen, and then the writing. No window here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError, ImportRefused
from collectiq_desktop.core.queries.imports import Batches, BatchLine
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.importing import ImportReport
from collectiq_desktop.interchange.rejected import save_rejected
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.import_wizard import jobs
from collectiq_desktop.ui.screens.import_wizard.choosing import Choosing
from collectiq_desktop.ui.screens.import_wizard.jobs import DryRun, Wanted
from collectiq_desktop.ui.screens.import_wizard.results import Result
from collectiq_desktop.ui.screens.import_wizard.telling import Doing, ImportView, Page
from collectiq_desktop.ui.screens.import_wizard.under_way import UnderWay

NO_FILE = QT_TRANSLATE_NOOP("Sentence", "Type the place of a file or a folder first.")
NO_REASON = QT_TRANSLATE_NOOP("Sentence", "Say why this import is undone; it is kept for good.")
IS_UNDONE = QT_TRANSLATE_NOOP("Sentence", "This import is undone already.")
NOTHING_NEW = QT_TRANSLATE_NOOP(
    "Sentence", "Nothing is new in these files, so there is nothing to write."
)
NONE_REJECTED = QT_TRANSLATE_NOOP("Sentence", "No row is rejected, so there is nothing to save.")
DIFFERS = QT_TRANSLATE_NOOP(
    "Sentence", "The control total differs. Look at the rejected rows, or correct the total."
)


class ImportPresenter:
    """One import at a time."""

    def __init__(self, view: ImportView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._under_way = UnderWay(view, kit.work)
        self.choosing = Choosing(
            view,
            kit.work,
            columns_known=partial(self._go, Page.COLUMNS),
            memory=kit.mappings,
        )
        self._run: DryRun | None = None
        self._control_paise: int | None = None
        self._accepts_company = False
        self._page = Page.FILES

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._under_way.doing is not None

    @property
    def is_begun(self) -> bool:
        """Whether files are chosen, and not written yet."""
        is_written = self._page is Page.RESULT and self._run is None
        return bool(self.choosing.files) and not is_written

    def begin(self) -> None:
        """Nothing chosen yet, and the imports before."""
        self._run = self._control_paise = None
        self._accepts_company = False
        self.choosing.clear()
        self._go(Page.FILES)
        self.ask_batches()

    def ask_batches(self) -> None:
        """Which imports there were."""
        self._kit.work.ask(Batches(), key="import batches", done=self._view.show_batches)

    # The way on and back ----------------------------------------------------------------

    def go_on(self) -> None:
        """The next page, and at the last one the writing."""
        if self.is_busy:
            return
        if self._page is Page.RESULT:
            self.write()
        elif not self.choosing.files:
            self._view.show_problem("path", NO_FILE)
        elif self._page is Page.FILES and self.choosing.has_sheets:
            self.choosing.look_into()
        else:
            self.try_it()

    def go_back(self) -> bool:
        """Stop, or go to the page before; False where there is neither."""
        if self.is_busy:
            self.stop()
        elif self._page is Page.FILES:
            return False
        elif self._run is None and self._page is Page.RESULT:
            self.begin()
        elif self._page is Page.RESULT and self.choosing.has_sheets:
            self._go(Page.COLUMNS)
        else:
            self._go(Page.FILES)
        return True

    def _go(self, page: Page) -> None:
        self._page = page
        self._view.show_page(page)

    # Trying -----------------------------------------------------------------------------

    def try_it(self) -> None:
        """Find out what would become of the files; nothing is written."""
        if self.is_busy or not self.choosing.files or not self.choosing.check():
            return
        wanted = self._wanted()

        def job(books: Books, progress: Progress) -> DryRun:
            return jobs.try_import(books, wanted, progress)

        self._under_way.begin(Doing.READING, job, done=self._tried, failed=self._failed)

    def accept_company(self) -> None:
        """The other company is the same firm."""
        self._accepts_company = True
        self.try_it()

    def _tried(self, run: DryRun) -> None:
        self._under_way.end()
        self._run = run
        self.choosing.remember()
        self._view.show_result(Result(report=run.report, control_paise=self._control_paise))
        self._go(Page.RESULT)

    def take_control(self, total_paise: int | None) -> None:
        """What the parties owe by the other program's account."""
        if total_paise != self._control_paise:
            self._control_paise = total_paise
            if self._run is not None:
                self._view.show_result(Result(report=self._run.report, control_paise=total_paise))

    # Writing ----------------------------------------------------------------------------

    def write(self) -> None:
        """Write what was tried, if it agrees with the control total."""
        run, control_paise = self._run, self._control_paise
        if self.is_busy or run is None:
            return
        result = Result(report=run.report, control_paise=control_paise)
        if result.difference_paise:
            self._view.show_problem("control", DIFFERS)
            return
        if not result.may_be_written:
            self._view.show_problem("", NOTHING_NEW)
            return
        wanted = self._wanted()

        def job(books: Books, progress: Progress) -> ImportReport:
            return jobs.write_import(books, run, wanted, control_paise, progress)

        self._under_way.begin(Doing.WRITING, job, done=self._wrote, failed=self._failed)

    def _wrote(self, report: ImportReport) -> None:
        self._under_way.end()
        self._run = None
        self._view.show_result(Result(report=report, control_paise=self._control_paise))
        self._under_way.announce(self)

    def save_rejected(self) -> None:
        """Put the rejected rows into a file, to be put right there."""
        run, mapping = self._run, self.choosing.mapping
        if run is None or not run.report.rejected:
            self._view.show_problem("", NONE_REJECTED)
            return
        paths = [file.path for file in self.choosing.files]
        words = self._view.rejected_words()

        def job(_books: Books, _progress: Progress) -> tuple[Path, ...]:
            return save_rejected(run.report.rejected, paths, mapping, words)

        self._kit.work.begin(
            job, key="import saving", done=self._view.show_saved, failed=self._failed
        )

    def stop(self) -> None:
        """Stop what is under way; a reading leaves nothing, a writing what it had finished."""
        is_reading = self._under_way.doing is Doing.READING
        self._under_way.stop()
        if not is_reading:
            self.begin()
            self._view.show_stopped()
            self._under_way.announce(self)

    # Taking back ------------------------------------------------------------------------

    def undo(self, batch: BatchLine | None, reason: str) -> None:
        """Take a whole import back."""
        if batch is None or self.is_busy:
            return
        if batch.is_undone or not reason.strip():
            self._view.show_problem("reason", IS_UNDONE if batch.is_undone else NO_REASON)
            return

        def job(books: Books, _progress: Progress) -> BatchLine:
            jobs.take_back(books, batch.batch_id, reason.strip())
            return batch

        self._under_way.begin(Doing.UNDOING, job, done=self._took_back, failed=self._failed)

    def _took_back(self, batch: BatchLine) -> None:
        self._under_way.end()
        self._view.show_undone(batch)
        self._under_way.announce(self)

    def _wanted(self) -> Wanted:
        return Wanted(
            files=tuple(self.choosing.files),
            mapping=self.choosing.mapping,
            today_on=self._kit.clock.today_on(),
            accept_company=self._accepts_company,
        )

    def _failed(self, error: CollectIQError) -> None:
        was_undoing = self._under_way.doing is Doing.UNDOING
        self._under_way.end()
        if isinstance(error, ImportRefused) and error.finding == Finding.WRONG_COMPANY:
            self._view.ask_company(error.message)
        else:
            self._view.show_problem("reason" if was_undoing else "", error.message)
