"""A column: its title, its width, and what it says of a row.

Widths are given, never measured: measuring asks for a thousand rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt

from collectiq_desktop.ui.theme import Tone

Row = TypeVar("Row")


def _ink(_row: Any) -> Tone:
    return Tone.INK


# Without slots: a generic class with them cannot be called as Column[Row](…) on Python 3.11.
@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column of a table.

    Args:
        title: as written in the source, marked with
            `QT_TRANSLATE_NOOP("Column", "Bill")`; it is translated when shown.
        width: in pixels; 0 takes what the others leave.
        is_number: right-aligned, as its title is.
        tone_of: the meaning of the cell's colour.
        is_editable: may be typed into; the model says what was typed.
        spark_of: draws a line of per mille instead of the text, which then tells it in words.
    """

    title: str
    width: int
    text_of: Callable[[Row], str]
    is_number: bool = False
    tone_of: Callable[[Row], Tone] = _ink
    is_bold: bool = False
    is_editable: bool = False
    spark_of: Callable[[Row], tuple[int | None, ...]] | None = None

    @property
    def shown_title(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("Column", self.title) if self.title else ""

    @cached_property
    def drawn_as(self) -> int:
        """How the text is drawn: on one line, at its place; as a number, which Qt reads faster."""
        return int(self.alignment.value | Qt.TextFlag.TextSingleLine.value)

    @cached_property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where the text stands in its cell."""
        side = Qt.AlignmentFlag.AlignRight if self.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
