"""Sign in on the screen: what its keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.sign_in.form import SignInForm
from collectiq_desktop.ui.screens.sign_in.presenter import SET_PIN, SignInPresenter


class SignInScreen(Screen):
    """A name, a PIN or password, Enter."""

    name = "sign_in"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = SignInForm(self)
        self._presenter = SignInPresenter(self._form, kit)
        self._form.table.chosen.connect(self._take_words)
        self._form.table.moved.connect(self._form.show_who)
        self._form.walk.finished.connect(self._go_on)
        self._form.button.clicked.connect(self._go_on)

    def open(self, place: Place) -> None:
        self._form.show_mode(is_for_pin=place.text == SET_PIN)
        self._presenter.begin()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if Noun.EMPLOYEE in touched.nouns and initiator is not self._presenter:
            self._presenter.begin()

    def first_input(self) -> QWidget | None:
        return self._form.first_input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"names": self._form.table.setFocus}

    def retranslate(self) -> None:
        self._form.retranslate()

    def _take_words(self, _row: int) -> None:
        self._form.show_who()
        self._form.words.focus_all()

    def _go_on(self) -> None:
        form = self._form
        form.walk.clear_problems()
        if form.is_for_pin:
            self._presenter.set_pin(form.pin.text, form.again.text)
        elif form.button.isEnabled():
            self._presenter.sign_in(form.table.current, form.words.text)
