"""The papers that documents are printed on, and how wide texts are on them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say

Paper: TypeAlias = Literal["A4", "A5", "80mm", "58mm"]
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)

_POINTS_PER_MM = 72 / 25.4
_ASCII_FROM = 32
# Advances of Noto Sans Regular in thousandths of its size, from the blank on.
_ASCII = (
    (260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372)
    + (572,) * 10
    + (268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273)
    + (619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329)
    + (372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258)
    + (935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572)
)
_LETTER, _SPACING_MARK, _OTHER, _DASH = 800, 280, 600, 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper: its size and margins in millimetres, its type in points.

    A roll has no height: its page is as long as what stands on it.
    """

    name: Paper
    width_mm: int
    height_mm: int | None
    side_mm: int
    top_mm: int
    bottom_mm: int
    size_pt: float

    @property
    def is_roll(self) -> bool:
        """Whether the paper comes from a roll."""
        return self.height_mm is None

    @property
    def inner_em(self) -> float:
        """The width between the margins, in ems of the paper's type."""
        return (self.width_mm - 2 * self.side_mm) * _POINTS_PER_MM / self.size_pt


SHEETS: Final[dict[Paper, Sheet]] = {
    sheet.name: sheet
    for sheet in (
        Sheet(
            name="A4", width_mm=210, height_mm=297, side_mm=14, top_mm=13, bottom_mm=16, size_pt=8.5
        ),
        Sheet(
            name="A5", width_mm=148, height_mm=210, side_mm=8, top_mm=10, bottom_mm=12, size_pt=7.0
        ),
        Sheet(
            name="80mm", width_mm=80, height_mm=None, side_mm=4, top_mm=4, bottom_mm=8, size_pt=8.5
        ),
        Sheet(
            name="58mm", width_mm=58, height_mm=None, side_mm=5, top_mm=4, bottom_mm=8, size_pt=7.5
        ),
    )
}


def paper_of(name: str) -> Paper:
    """The paper of this name, in whatever case it was typed.

    Raises:
        BadInput: there is no such paper.
    """
    for paper in PAPERS:
        if paper.casefold() == name.strip().casefold():
            return paper
    message = say("There is no paper {name}: choose A4, A5, 80mm or 58mm.", name=f"{name!r}")
    raise BadInput(message, field="paper")


def em_of(text: str) -> float:
    """How wide a text is in ems of its own size: exact for ASCII, else ample."""
    return sum(map(_advance, text)) / 1_000


def _advance(char: str) -> int:
    place = ord(char) - _ASCII_FROM
    if 0 <= place < len(_ASCII):
        return _ASCII[place]
    category = unicodedata.category(char)
    if category in {"Mn", "Cf"}:
        return 0
    if category == "Mc":
        return _SPACING_MARK
    if char == "—":
        return _DASH
    return _LETTER if category.startswith("L") else _OTHER
