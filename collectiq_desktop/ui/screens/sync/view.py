"""The exchange on the screen: what its keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QFileDialog, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.wire.parcel import PARCEL_ENDING
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.sync.deeds import SyncDeeds
from collectiq_desktop.ui.screens.sync.form import SyncForm
from collectiq_desktop.ui.screens.sync.presenter import Page, SyncPresenter


class SyncScreen(Screen):
    """How this counter stands with the head office."""

    name = "sync"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.form = SyncForm(self, kit.clock)
        self._presenter = SyncPresenter(self.form, kit)
        self._deeds = SyncDeeds(self.form, kit, self._presenter.look)
        self._connect()
        self.form.show_page(Page.DAYS)

    # What the shell calls -------------------------------------------------------------

    def open(self, _place: Place) -> None:
        self.form.say("")
        self._presenter.begin()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if initiator is not self._deeds:
            self._presenter.books_changed(touched)

    def first_input(self) -> QWidget | None:
        if self.form.is_joining:
            return self.form.join.fields.address.input
        return self.form.table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        pages = {page.name.lower(): partial(self._show_page, page) for page in Page}
        return {
            **pages,
            "now": self._presenter.exchange_now,
            "export": self._export,
            "repair": self._deeds.repair,
            "differing": self._presenter.turn_differing,
            "earlier": partial(self._presenter.move_days, -1),
            "later": partial(self._presenter.move_days, 1),
            "join": self._join,
            "moved": self._deeds.move_here,
        }

    def retranslate(self) -> None:
        self.form.retranslate()
        self._presenter.retranslated()

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        form = self.form
        form.turned.connect(self._turned)
        form.join.fields.walk.finished.connect(self._join)
        form.join.join_button.clicked.connect(self._join)
        form.join.moved_button.clicked.connect(self._deeds.move_here)
        for page, tab in zip(Page, form.tabs, strict=True):
            tab.clicked.connect(partial(self._show_page, page))
        form.tables[Page.HELD].moved.connect(form.show_reason)
        form.tables[Page.DEVICES].moved.connect(form.show_device)
        form.tables[Page.UNSENT].chosen.connect(self._open_unsent)
        form.tables[Page.HELD].chosen.connect(self._open_held)

    def _turned(self) -> None:
        if self.isVisible():
            self.focus_first()

    def _show_page(self, page: Page) -> None:
        if not self.form.is_joining:
            self.form.show_page(page)
            self._presenter.show_page(page)

    def _open_unsent(self, row: int) -> None:
        self._presenter.open(self.form.unsent.row_at(row))

    def _open_held(self, row: int) -> None:
        line = self.form.held.row_at(row)
        self._presenter.open(line.fact if line is not None else None)

    def _join(self) -> None:
        if self.form.is_joining:
            self.form.say("")
            self.form.join.fields.walk.clear_problems()
            self._deeds.join(self.form.join.fields.invited)

    def _export(self) -> None:
        caption = self.tr("Save what was not sent")
        kinds = self.tr("Unsent entries")
        name, _kind = QFileDialog.getSaveFileName(
            self, caption, f"CollectIQ{PARCEL_ENDING}", f"{kinds} (*{PARCEL_ENDING})"
        )
        self._deeds.export(name)
