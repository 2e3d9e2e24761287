"""A choice of the firm's branches; a firm with one shop never sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.ui.widgets.field import ChoiceField

_PIXELS = 150


class BranchField(ChoiceField):
    """All branches, or one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("branch", parent)
        self._branches: tuple[BranchLine, ...] = ()
        self.setFixedWidth(_PIXELS)
        self.hide()

    @property
    def has_several(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._branches) > 1

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches there are to choose from."""
        self._branches = tuple(branches)
        self.setVisible(self.has_several)
        self.retranslate()

    def name_of(self, branch_id: str) -> str:
        """What people call a branch."""
        return next(
            (each.name for each in self._branches if each.branch_id == branch_id), branch_id
        )

    def begin_choice(self) -> None:
        """Put the cursor here, if there is anything to choose."""
        if self.has_several:
            self.focus_all()

    def retranslate(self) -> None:
        """Write the caption, and what stands for all."""
        everything = QCoreApplication.translate("BranchField", "All branches")
        self.set_caption(QCoreApplication.translate("BranchField", "Branch"))
        self.set_choices([("", everything), *self._branches])
