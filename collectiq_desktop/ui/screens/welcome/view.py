"""The ways into books on the screen: what their keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.welcome.form import WelcomeForm
from collectiq_desktop.ui.screens.welcome.presenter import WelcomePresenter


class WelcomeScreen(Screen):
    """Stands where no books can be opened, and where others are wanted."""

    name = "welcome"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = WelcomeForm(self, kit.clock)
        self._presenter = WelcomePresenter(self._form, kit)
        self._connect()

    def open(self, place: Place) -> None:
        self._form.say("")
        self._form.walk.clear_problems()
        self._form.path.clear_problem()
        self._presenter.begin(place.text)

    def resume(self, place: Place) -> None:
        self._presenter.begin(place.text)

    def may_leave(self) -> bool:
        return not self._presenter.is_busy

    def first_input(self) -> QWidget | None:
        return self._form.first_input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "new_firm": self._form.name.focus_all,
            "make": self._create,
            "open_file": self._form.path.focus_all,
            "browse": self._form.browse,
            "demo": self._presenter.make_demo,
            "join": self._form.join.fields.address.focus_all,
            "again": self._presenter.try_again,
        }

    def retranslate(self) -> None:
        self._form.retranslate()

    def _connect(self) -> None:
        form, presenter = self._form, self._presenter
        form.table.chosen.connect(self._open_known)
        form.path.entered.connect(self._open_typed)
        form.walk.finished.connect(self._create)
        form.make_button.clicked.connect(self._create)
        form.join.fields.walk.finished.connect(self._join)
        form.join.button.clicked.connect(self._join)
        form.demo_button.clicked.connect(presenter.make_demo)
        form.again.clicked.connect(presenter.try_again)
        form.browse_button.clicked.connect(form.browse)

    def _open_known(self, row: int) -> None:
        self._form.say("")
        self._presenter.open_known(self._form.model.row_at(row))

    def _open_typed(self) -> None:
        self._presenter.open_typed(self._form.path.text)

    def _join(self) -> None:
        fields = self._form.join.fields
        fields.walk.clear_problems()
        self._presenter.join(fields.invited)

    def _create(self) -> None:
        form = self._form
        self._presenter.create(form.name.text, form.gstin.text, form.vpa.text)
