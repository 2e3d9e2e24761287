"""What the presenters of an import tell its screen. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.queries.imports import BatchLine
from collectiq_desktop.interchange.rejected import RejectedWords
from collectiq_desktop.ui.screens.import_wizard.columns_form import ColumnsForm
from collectiq_desktop.ui.screens.import_wizard.jobs import ChosenFile
from collectiq_desktop.ui.screens.import_wizard.results import Result


class Page(StrEnum):
    """Where one is in the import."""

    FILES = "files"
    COLUMNS = "columns"
    RESULT = "result"


class Doing(StrEnum):
    """What is under way."""

    READING = "reading"
    WRITING = "writing"
    UNDOING = "undoing"


class ImportView(Protocol):
    """What the presenter tells the screen."""

    def show_page(self, page: Page) -> None:
        """Show a page of the import."""
        ...

    def show_files(self, files: Sequence[ChosenFile]) -> None:
        """The files that are chosen."""
        ...

    def show_batches(self, batches: Sequence[BatchLine]) -> None:
        """The imports before, newest first."""
        ...

    def show_columns(self, form: ColumnsForm, files_count: int) -> None:
        """The sheet's columns as they are understood now."""
        ...

    def show_result(self, result: Result) -> None:
        """What would become of the files, or what became of them."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def ask_company(self, sentence: str) -> None:
        """The files are of another company; a key accepts it."""
        ...

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        """How far it has come."""
        ...

    def show_idle(self) -> None:
        """Nothing is under way."""
        ...

    def rejected_words(self) -> RejectedWords:
        """How rejected rows are told in a file, in the user's language."""
        ...

    def show_saved(self, paths: Sequence[Path]) -> None:
        """The rejected rows lie in these files."""
        ...

    def show_undone(self, batch: BatchLine) -> None:
        """An import is taken back."""
        ...

    def show_stopped(self) -> None:
        """The writing was stopped."""
        ...
