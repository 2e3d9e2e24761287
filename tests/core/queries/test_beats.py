from __future__ import annotations

from collectiq_desktop.core.queries.beats import Beats
from tests.plain_books import PlainBooks


def test_beats_stand_once_and_by_name(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores  beat North
    party  Bina Stores  beat East
    party  Chand Stores  beat North
    party  Dev Stores
    """
    assert plain_books.ask(Beats()) == ("East", "North")
