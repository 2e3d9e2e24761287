"""What every screen is: a page that the shell shows, reached by a place.

A screen knows its kit and its presenter, and neither the shell nor any other
screen. How one is built stands in ARCHITECTURE, "How a screen is built".
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.ui.kit import Place

MARGINS = (20, 16, 20, 12)
GAP = 12


class Screen(QWidget):
    """The base of all screens; `name` is its context in the table of actions."""

    name = ""
    stands_on_return = False
    """Whether what is shown stands as it was left when one comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._remembered: QWidget | None = None

    @property
    def context(self) -> str:
        """Where its keys stand in the table of actions."""
        return self.name

    # What the shell calls -------------------------------------------------------

    @abstractmethod
    def open(self, place: Place) -> None:
        """Show a place anew."""

    def resume(self, place: Place) -> None:
        """Show a place that one comes back to: opened anew, unless it stands as it was left."""
        if not self.stands_on_return:
            self.open(place)

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """Commands changed the books; told when this screen is shown, or comes to be."""
        if touched.nouns and initiator is not self:
            self.update()

    def may_leave(self) -> bool:
        """Whether Esc may leave; a screen with half-typed work says no once."""
        return True

    def draft(self) -> Mapping[str, Any]:
        """What is half typed, with its voucher_id, to survive a power cut; nothing for nothing."""
        return {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Put what was half typed back into the fields."""
        assert not typed, "only a screen that gives a draft is given one back"

    def acts(self) -> Mapping[str, Callable[[], None]]:
        """What this screen does for the ids of its context in the table of actions."""
        return {}

    def first_input(self) -> QWidget | None:
        """Where the clerk types first."""
        return None

    def retranslate(self) -> None:
        """Write every fixed text in the language that holds now."""
        self.update()

    # Focus and language ---------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the clerk types first."""
        widget = self.first_input()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def remember_focus(self) -> None:
        """Note where the focus is, before another screen is shown."""
        self._remembered = self.focusWidget()

    def return_focus(self) -> None:
        """Put the focus where it was."""
        widget = self._remembered
        if widget is not None and self.isAncestorOf(widget) and widget.isVisibleTo(self):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            # After the widgets inside have heard of it themselves.
            QTimer.singleShot(0, self, self.retranslate)
