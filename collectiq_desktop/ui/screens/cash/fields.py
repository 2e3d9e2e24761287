"""The fields in which notes and coins are counted."""

from __future__ import annotations

from collectiq_desktop.core.domain.custody import NOTES_AND_COINS
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.ui.widgets.field import ParsedField


class PiecesField(ParsedField[int]):
    """How many notes or coins of one value; empty for none."""

    def __init__(self, rupees: int) -> None:
        super().__init__(f"pieces_{rupees}")
        self.rupees = rupees
        self.set_caption(f"₹ {rupees}")

    def parse(self, text: str) -> int:
        if not text.strip().isdecimal():
            raise BadInput(say("A count is a whole number."), field=self.name)
        return int(text)

    def shown(self, value: int) -> str:
        return str(value)


def pieces_fields() -> list[PiecesField]:
    """A field for each note and coin, the largest first."""
    return [PiecesField(rupees) for rupees in NOTES_AND_COINS]


def counted(fields: list[PiecesField]) -> list[Pieces]:
    """What is typed in them."""
    return [Pieces(field.rupees, field.value) for field in fields if field.value]
