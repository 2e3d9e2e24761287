"""The import on the screen: what its keys mean, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.import_wizard.form import ImportForm
from collectiq_desktop.ui.screens.import_wizard.presenter import ImportPresenter
from collectiq_desktop.ui.screens.import_wizard.telling import Page


class ImportScreen(Screen):
    """Takes other programs' files in, after showing what would happen."""

    name = "import_wizard"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = ImportForm(self, kit.clock)
        self._presenter = ImportPresenter(self._form, kit)
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, _place: Place) -> None:
        if not self._presenter.is_begun:
            self._form.result.clear()
            self._presenter.begin()

    def resume(self, _place: Place) -> None:
        """What was chosen stands as it was left."""
        self._presenter.ask_batches()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if Noun.BATCH in touched.nouns and initiator is not self._presenter:
            self._presenter.ask_batches()

    def may_leave(self) -> bool:
        if self._form.files.close_reason():
            self._form.files.batch_table.setFocus()
            return False
        return not self._presenter.go_back()

    def first_input(self) -> QWidget | None:
        return self._form.first_input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        files = self._form.files
        return {
            "go_on": self._presenter.go_on,
            "again": self._presenter.try_it,
            "browse": self._if_choosing(files.browse),
            "remove": self._if_choosing(self._remove),
            "undo": self._if_choosing(files.ask_reason),
            "next_table": self._if_choosing(files.change_table),
            "company": self._presenter.accept_company,
            "save_rejected": self._presenter.save_rejected,
        }

    def retranslate(self) -> None:
        self._form.retranslate()

    # Intentions -------------------------------------------------------------------------

    def _connect(self) -> None:
        form, choosing = self._form, self._presenter.choosing
        form.files.named.connect(choosing.add_files)
        form.files.undo_wanted.connect(self._presenter.undo)
        form.columns.kind_chosen.connect(choosing.take_kind)
        form.columns.ways_changed.connect(choosing.take_ways)
        form.columns.model.edited.connect(self._column_typed)
        form.columns.table.ticked.connect(choosing.next_column)
        form.result.control.changed.connect(self._control_typed)
        form.button.clicked.connect(self._presenter.go_on)
        form.progress.stopped.connect(self._presenter.go_back)

    def _column_typed(self, row: int, _column: int, typed: str) -> None:
        self._presenter.choosing.take_column(row, typed)

    def _control_typed(self) -> None:
        self._presenter.take_control(self._form.result.control.value)

    def _remove(self) -> None:
        self._presenter.choosing.remove_file(max(0, self._form.files.table.current_row))

    def _if_choosing(self, act: Callable[[], None]) -> Callable[[], None]:
        """The act, while files are chosen; on another page the key does nothing."""

        def guarded() -> None:
            if self._form.page is Page.FILES:
                act()

        return guarded
