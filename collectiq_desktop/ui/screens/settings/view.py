"""The settings on the screen: what their keys mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.settings.form import Page, SettingsForm
from collectiq_desktop.ui.screens.settings.locks import LocksPresenter
from collectiq_desktop.ui.screens.settings.presenter import SettingsPresenter
from collectiq_desktop.ui.screens.settings.scoring import ScoringPresenter


class SettingsScreen(Screen):
    """What seldom changes: the firm, the printers, and how this user likes it."""

    name = "settings"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = SettingsForm(self, kit.taste)
        self._presenter = SettingsPresenter(self._form, kit)
        self._scoring = ScoringPresenter(self._form, kit)
        self._locks = LocksPresenter(self._form, kit)
        self._was_warned = False
        self._connect()

    def open(self, _place: Place) -> None:
        self._was_warned = False
        if not self._is_changed():
            self._presenter.begin()
        self._presenter.ask_system()
        self._scoring.begin()
        self._locks.begin()
        self._form.taste.show_choices()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        is_other = initiator is not self._presenter
        if is_other and Noun.FIRM in touched.nouns and not self._is_changed():
            self._presenter.begin()

    def may_leave(self) -> bool:
        if self._was_warned or not self._is_changed():
            if self._was_warned:
                self._presenter.begin()
            return True
        self._was_warned = True
        self._form.warn_unsaved()
        return False

    def first_input(self) -> QWidget | None:
        return self._form.first_input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "save": self._save,
            "firm": partial(self._form.show_page, Page.FIRM),
            "printers": partial(self._form.show_page, Page.PRINTERS),
            "taste": partial(self._form.show_page, Page.TASTE),
            "branches": partial(self._form.show_page, Page.BRANCHES),
            "risk": partial(self._form.show_page, Page.RISK),
            "locks": partial(self._form.show_page, Page.LOCKS),
            "new_printer": self._new_printer,
            "remove": self._remove,
        }

    def retranslate(self) -> None:
        self._form.retranslate()

    # Intentions -------------------------------------------------------------------------

    def _connect(self) -> None:
        form, presenter = self._form, self._presenter
        form.firm.finished.connect(self._save)
        form.branches.add_wanted.connect(self._add_branch)
        form.printers.save_wanted.connect(presenter.save_printer)
        form.printers.choice_changed.connect(presenter.choose_printer)
        form.risk.save_wanted.connect(self._scoring.save)
        form.locks.save_wanted.connect(self._locks.save)
        form.button.clicked.connect(self._save)
        for page, tab in zip(Page, form.tabs, strict=True):
            tab.clicked.connect(partial(form.show_page, page))

    def _is_changed(self) -> bool:
        return self._presenter.is_changed(self._form.firm.texts())

    def _save(self) -> None:
        self._was_warned = False
        self._form.say("")
        if self._form.page is Page.FIRM:
            self._presenter.save_firm(self._form.firm.texts())
        elif self._form.page is Page.PRINTERS:
            self._form.printers.save()
        elif self._form.page is Page.BRANCHES:
            self._form.branches.save()
        elif self._form.page is Page.RISK:
            self._form.risk.save()
        elif self._form.page is Page.LOCKS:
            self._form.locks.save()

    def _add_branch(self, branch_id: str, name: str) -> None:
        self._form.say("")
        self._presenter.add_branch(branch_id, name)

    def _new_printer(self) -> None:
        self._form.show_page(Page.PRINTERS)
        self._form.printers.begin_new()

    def _remove(self) -> None:
        if self._form.page is Page.PRINTERS:
            self._presenter.remove_printer(self._form.printers.current_name)
