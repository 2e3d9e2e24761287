"""The forms in which vouchers are posted anew, one for each kind, apart from those for new ones.

So a half-typed new voucher stays as it is while another one is amended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.ui.forms.screen import VoucherScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen

_ALWAYS = frozenset({"save", "date", "due", "order_number"})


class AmendScreen(Screen):
    """Shows the form of one voucher; its keys are those of the form.

    Args:
        makers: how the form of each kind is made.
    """

    name = "amend"

    def __init__(
        self, kit: Kit, makers: Mapping[VoucherKind, Callable[[Kit], VoucherScreen]]
    ) -> None:
        super().__init__()
        self._kit = kit
        self._makers = makers
        self._forms: dict[VoucherKind, VoucherScreen] = {}
        self._form: VoucherScreen | None = None
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    @property
    def context(self) -> str:
        return self._form.context if self._form is not None else self.name

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        form = self._form
        if form is not None and form.is_dirty():
            form.open(place)
        elif place.voucher_id is not None:
            self._show_form(VoucherKind[place.text.upper()]).amend(place.voucher_id)

    def resume(self, place: Place) -> None:
        if self._form is not None:
            self._form.resume(place)

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if self._form is not None:
            self._form.books_changed(touched, initiator)

    def may_leave(self) -> bool:
        return self._form is None or self._form.may_leave()

    def draft(self) -> Mapping[str, Any]:
        return self._form.draft() if self._form is not None else {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        form = self._show_form(VoucherKind[typed["kind"].upper()])
        form.amend(VoucherId(typed["amends"]), typed)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        form = self._form
        if form is None:
            return {}
        if form.presenter.amender.fixed is None:
            return form.acts()
        return {name: act for name, act in form.acts().items() if name in _ALWAYS}

    def first_input(self) -> QWidget | None:
        return self._form.first_input() if self._form is not None else None

    def retranslate(self) -> None:
        for form in self._forms.values():
            form.retranslate()

    def _show_form(self, kind: VoucherKind) -> VoucherScreen:
        if kind not in self._forms:
            form = self._forms[kind] = self._makers[kind](self._kit)
            form.retranslate()
            self._pages.addWidget(form)
        self._form = self._forms[kind]
        self._pages.setCurrentWidget(self._form)
        return self._form
