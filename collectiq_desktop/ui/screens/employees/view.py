"""Employees on the screen: what its keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.employees.form import EmployeesForm
from collectiq_desktop.ui.screens.employees.presenter import EmployeesPresenter
from collectiq_desktop.ui.screens.employees.recovering import make_code


class EmployeesScreen(Screen):
    """Who works in the firm, and what each may do."""

    name = "employees"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._form = EmployeesForm(self)
        self._presenter = EmployeesPresenter(self._form, kit)
        form = self._form
        form.table.moved.connect(self._show_one)
        form.table.chosen.connect(self._alter)
        form.rights.ticked.connect(self._toggle)
        form.rights.chosen.connect(self._toggle)
        form.role.changed.connect(self._role_changed)
        form.walk.finished.connect(self._save)
        form.button.clicked.connect(self._save)
        form.handing.finished.connect(self._hand_over)

    def open(self, _place: Place) -> None:
        self._form.code.put_away()
        self._form.give_up()
        self._form.show_done("")
        self._presenter.begin()

    def may_leave(self) -> bool:
        return not (self._form.code.put_away() or self._form.give_up())

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if Noun.EMPLOYEE in touched.nouns and initiator is not self._presenter:
            self._presenter.begin()

    def first_input(self) -> QWidget | None:
        return self._form.first_input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "save": self._save,
            "new": self._new,
            "rights": self._form.rights.setFocus,
            "leave": self._presenter.leave_or_return,
            "inactive": self._presenter.show_inactive,
            "code": partial(make_code, self._form, self._kit),
        }

    def retranslate(self) -> None:
        self._form.retranslate()

    def _show_one(self, row: int) -> None:
        self._form.give_up()
        found = self._form.model.row_at(row)
        if found is not None:
            self._presenter.choose(found)

    def _hand_over(self) -> None:
        key = self._form.heir.key
        self._form.give_up()
        self._presenter.hand_over(UserId(bytes.fromhex(key)) if key else None)

    def _alter(self, _row: int) -> None:
        self._form.name.focus_all()

    def _new(self) -> None:
        self._form.show_done("")
        self._presenter.begin_new()
        self._form.name.focus_all()

    def _toggle(self, row: int) -> None:
        line = self._form.rights_model.row_at(row)
        if line is not None:
            self._presenter.toggle(line)

    def _role_changed(self) -> None:
        self._presenter.show_role(self._form.role.key)

    def _save(self) -> None:
        typed = self._form.typed()
        if typed is not None:
            self._presenter.save(typed)
