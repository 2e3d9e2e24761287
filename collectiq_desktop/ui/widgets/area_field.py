"""A choice of areas; a firm whose parties have none never sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.widgets.field import ChoiceField

_PIXELS = 150


class AreaField(ChoiceField):
    """All areas, or one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("area", parent)
        self._areas: tuple[str, ...] = ()
        self.setFixedWidth(_PIXELS)
        self.hide()

    def show_areas(self, areas: Sequence[str]) -> None:
        """The areas there are to choose from."""
        self._areas = tuple(areas)
        self.setVisible(bool(areas))
        self.retranslate()

    def begin_choice(self) -> None:
        """Put the cursor here, if there is anything to choose."""
        if self._areas:
            self.focus_all()

    def retranslate(self) -> None:
        """Write the caption, and what stands for all."""
        everything = QCoreApplication.translate("AreaField", "All areas")
        self.set_caption(QCoreApplication.translate("AreaField", "Area"))
        self.set_choices([("", everything), *((area, area) for area in self._areas)])
