"""Verify on the screen: what its keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.verify.form import VerifyForm
from collectiq_desktop.ui.screens.verify.presenter import VerifyPresenter


class VerifyScreen(Screen):
    """Proves the books, and makes them anew."""

    name = "verify"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = VerifyForm(self, kit.clock)
        self._presenter = VerifyPresenter(self._form, kit)
        self._form.button.clicked.connect(self._verify)
        self._form.rebuild_button.clicked.connect(self._presenter.rebuild)
        self._form.progress.stopped.connect(self._presenter.stop)

    def open(self, _place: Place) -> None:
        if self._presenter.doing is None:
            self._form.say("")
            self._presenter.begin()

    def resume(self, _place: Place) -> None:
        """What was found stands as it was left."""
        self._form.table.setFocus()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """What was proved before is not known of the books as they are now."""
        is_other = initiator is not self._presenter and touched.nouns
        if is_other and self._presenter.doing is None:
            self.open(Place(screen=self.name))

    def may_leave(self) -> bool:
        return not self._presenter.stop()

    def first_input(self) -> QWidget | None:
        return self._form.table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "verify": self._verify,
            "quick": partial(self._presenter.verify, is_quick=True),
            "rebuild": self._presenter.rebuild,
        }

    def retranslate(self) -> None:
        self._form.retranslate()

    def _verify(self) -> None:
        self._presenter.verify()
