"""The screen of a form that can be kept half typed, and posts vouchers of the books anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui.forms.amender import Clashed
from collectiq_desktop.ui.forms.amending_words import amended_words, clash_words, fixed_words
from collectiq_desktop.ui.forms.fields import VoucherFields
from collectiq_desktop.ui.forms.presenter import VoucherPresenter
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.typed import type_into, typed_in


def select_focused(page: QWidget) -> None:
    """What stands under the cursor is typed over."""
    widget = page.focusWidget()
    if isinstance(widget, QLineEdit):
        widget.selectAll()


class AmendableScreen(Screen):
    """Fields and a presenter; what stands in them is a draft of one voucher."""

    fields: VoucherFields
    presenter: VoucherPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._loaded: Mapping[str, Any] | None = None
        self._kept: Mapping[str, Any] = {}

    def is_dirty(self) -> bool:
        """Whether something is typed that was not saved."""
        if self.presenter.amender.details is not None:
            return self._loaded is not None and self._loaded != self._all_typed()
        return self.fields.is_typed

    def draft(self) -> Mapping[str, Any]:
        return self._kept or (self._all_typed() if self.is_dirty() else {})

    def restore(self, typed: Mapping[str, Any]) -> None:
        self.type_again(typed)
        words = QCoreApplication.translate(
            "Form", "As it was typed before the program ended. Esc twice throws it away."
        )
        self.fields.commit.show_message(words, Tone.ACCENT)

    def type_again(self, typed: Mapping[str, Any]) -> None:
        """Put a draft back, field by field."""
        self.presenter.restore(typed)
        type_into(self, typed["fields"])

    def _all_typed(self) -> dict[str, Any]:
        return {**self.presenter.draft(), "fields": typed_in(self)}

    # A voucher is posted anew ------------------------------------------------------------------

    def amend(self, voucher_id: VoucherId, typed: Mapping[str, Any] | None = None) -> None:
        """Show a voucher of the books to be posted anew.

        Args:
            typed: how far that had come before the program ended.
        """
        self._kept = typed or {}
        self._loaded = None
        self.presenter.amend(voucher_id)

    def show_amending(self, details: VoucherDetails, fixed: Fixed | None) -> None:
        self.fields.show_amending(details.number)
        self.fields.show_fixed(fixed_words(fixed) if fixed is not None else "")

    def show_loaded(self) -> None:
        self._loaded = self._all_typed()
        kept, self._kept = self._kept, {}
        if kept:
            self.restore(kept)
        if self.isVisible():
            self.focus_first()
            select_focused(self)

    def show_clash(self, clash: Clashed) -> None:
        self.fields.commit.show_message(clash_words(clash), Tone.BAD)

    def show_amended(self, number: str) -> None:
        self._kit.navigation.say(amended_words(number))
        self.presenter.begin()
        self._kit.navigation.back()

    def retranslate(self) -> None:
        self.fields.retranslate()
        fixed = self.presenter.amender.fixed
        if fixed is not None:
            self.fields.show_fixed(fixed_words(fixed))
