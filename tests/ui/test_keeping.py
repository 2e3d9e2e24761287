"""Half-typed work belongs to who typed it: nobody else is offered it at the same counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.ui.drafts import draft_of, drafts_file, read_drafts, write_drafts
from collectiq_desktop.ui.keeping import DraftKeeper
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screen import Screen
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way

LONG = 20_000


class Form(Screen):
    """A screen that says what is typed in it."""

    name = "receipt"

    def __init__(self) -> None:
        super().__init__()
        self.typed: dict[str, Any] = {}

    def open(self, _place: Place) -> None:
        self.typed = {}

    def draft(self) -> Mapping[str, Any]:
        return self.typed

    def restore(self, typed: Mapping[str, Any]) -> None:
        self.typed = dict(typed)


@dataclass
class Showing:
    """What the stack tells of itself."""

    screen_shown: Screen | None = None
    place: Place | None = field(default_factory=lambda: Place(screen="receipt"))
    owner: bytes = b""


def _typed(number: int) -> dict[str, Any]:
    return {"voucher_id": bytes([number]) * 16, "amount": str(number)}


def test_each_ones_draft_is_kept_apart_and_offered_to_nobody_else(
    qtbot: QtBot, plain_books: PlainBooks
) -> None:
    plain = plain_books
    owner = employ(plain, "Owner", Role.ADMIN)
    clerk = employ(plain, "Bina")
    file = drafts_file(plain.books.path)
    mine = draft_of("receipt", _typed(1), owner)
    theirs = draft_of("receipt", _typed(2), clerk)
    write_drafts(file, [mine, theirs])
    showing, form = Showing(), Form()
    qtbot.addWidget(form)
    keeper = DraftKeeper(showing, InlineDesk(plain.books), Way())
    plain.books.acting = None
    keeper.begin(plain.books)
    showing.screen_shown = form
    qtbot.waitUntil(lambda: len(keeper._found) == 2, timeout=LONG)
    keeper.offer()
    assert form.typed == {}, "nobody has signed in"

    plain.books.acting, showing.owner = clerk, clerk
    keeper.offer()
    assert form.typed == _typed(2)
    other = Form()
    qtbot.addWidget(other)
    plain.books.acting, showing.owner, showing.screen_shown = owner, owner, other
    keeper.offer()
    assert other.typed == _typed(1)
    other.typed = _typed(3)
    keeper.look()
    wanted = {clerk: _typed(2), owner: _typed(3)}
    qtbot.waitUntil(
        lambda: {each.owner: each.typed for each in read_drafts(file)} == wanted, timeout=LONG
    )
    keeper.stop()
