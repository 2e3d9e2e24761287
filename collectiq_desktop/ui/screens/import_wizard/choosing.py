"""Which files are imported, and which of their columns is what. No window here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput, CollectIQError
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.interchange.spreadsheets.mapping import (
    DateOrder,
    Mapping,
    SheetKind,
    SignRule,
)
from collectiq_desktop.ui.kit import Mappings
from collectiq_desktop.ui.screens.import_wizard import jobs
from collectiq_desktop.ui.screens.import_wizard.columns_form import ColumnsForm
from collectiq_desktop.ui.screens.import_wizard.jobs import ChosenFile, SheetLook
from collectiq_desktop.ui.screens.import_wizard.telling import ImportView
from collectiq_desktop.ui.work.lanes import Work

_KEY = "import look"
log = logging.getLogger(__name__)


class Choosing:
    """The files, and the form for the columns of the sheets among them."""

    def __init__(
        self,
        view: ImportView,
        work: Work,
        *,
        columns_known: Callable[[], None],
        memory: Mappings | None = None,
    ) -> None:
        self._view = view
        self._work = work
        self._memory = memory
        self._columns_known = columns_known
        self.files: list[ChosenFile] = []
        self.form: ColumnsForm | None = None

    @property
    def has_sheets(self) -> bool:
        """Whether columns must be told."""
        return any(file.is_sheet for file in self.files)

    @property
    def mapping(self) -> Mapping | None:
        """How the sheets are read."""
        return self.form.mapping if self.form is not None else None

    def clear(self) -> None:
        """Nothing is chosen."""
        self.files.clear()
        self.form = None
        self._view.show_files(())

    # Files ------------------------------------------------------------------------------

    def add_files(self, typed: str) -> None:
        """Choose a file, or all that a folder holds."""

        def look(_books: Books, _progress: Progress) -> tuple[ChosenFile, ...]:
            return jobs.look_at(typed)

        self._work.begin(look, key=_KEY, done=self._took_files, failed=self._no_file)

    def _took_files(self, found: tuple[ChosenFile, ...]) -> None:
        known = {file.path for file in self.files}
        self.files += [file for file in found if file.path not in known]
        self.form = None
        self._view.show_files(tuple(self.files))

    def remove_file(self, row: int) -> None:
        """Choose a file no longer."""
        if 0 <= row < len(self.files):
            del self.files[row]
            self.form = None
            self._view.show_files(tuple(self.files))

    def _no_file(self, error: CollectIQError) -> None:
        self._view.show_problem("path", error.message)

    # Columns ----------------------------------------------------------------------------

    def look_into(self, kind: SheetKind | None = None) -> None:
        """Guess the columns of the first sheet; `columns_known` is told when that is done."""
        if self.form is not None and kind is None:
            self._columns_known()
            return
        path = next(file.path for file in self.files if file.is_sheet)

        def look(_books: Books, _progress: Progress) -> SheetLook:
            return jobs.look_into(path, kind, self._memory)

        self._work.begin(look, key=_KEY, done=self._took_look, failed=self._no_file)

    def _took_look(self, look: SheetLook) -> None:
        mapping = look.mapping
        if self.form is not None:
            mapping = replace(mapping, source=self.form.mapping.source)
        self.form = ColumnsForm(look, mapping)
        self._show_columns()
        self._columns_known()

    def take_kind(self, kind: str) -> None:
        """A row of the sheet is something else; its columns are guessed anew."""
        if self.form is not None and kind != self.form.mapping.kind:
            self.look_into(SheetKind(kind))

    def take_ways(self, source: str, dates: str, sign: str) -> None:
        """Where the sheet comes from, how it writes dates, and what a bare amount means."""
        if self.form is not None:
            self.form.mapping = replace(
                self.form.mapping,
                source=source,
                date_order=DateOrder(dates),
                sign=SignRule(sign),
            )

    def take_column(self, row: int, typed: str) -> None:
        """The column of a field, as it was typed."""
        if self.form is None:
            return
        try:
            self.form.put(self.form.lines[row].name, typed)
        except BadInput as error:
            self._show_columns()
            self._view.show_problem("columns", error.message)
        else:
            self._show_columns()

    def next_column(self, row: int) -> None:
        """Another column for a field."""
        if self.form is not None:
            self.form.put_next(self.form.lines[row].name)
            self._show_columns()

    def check(self) -> bool:
        """Whether the sheets can be read as the form says; if not, it is said."""
        try:
            if self.form is not None:
                self.form.check()
        except BadInput as error:
            self._view.show_problem("columns", error.message)
            return False
        return True

    def remember(self) -> None:
        """The columns were right: a sheet with the same headers is read so next time."""
        form, memory = self.form, self._memory
        if form is None or memory is None:
            return
        headers, mapping = form.look.headers, form.mapping

        def keep(_progress: Progress) -> None:
            memory.remember(headers, mapping)

        self._work.aside(keep, key="import memory", done=_kept)

    def _show_columns(self) -> None:
        assert self.form is not None
        self._view.show_columns(self.form, sum(file.is_sheet for file in self.files))


def _kept(_nothing: object) -> None:
    """Nobody waits for it."""
    log.debug("The columns of a sheet are remembered.")
