"""Attention: what is to be looked at, and where each thing is put right. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.attention import Attention, AttentionLine, Matter
from collectiq_desktop.ui.kit import Kit, Place

_KEY = "attention list"
_HISTORY = "history"
_NOUNS = {Noun.VOUCHER, Noun.PARTY}


class AttentionView(Protocol):
    """What the presenter tells the screen."""

    def show_lines(self, lines: tuple[AttentionLine, ...], *, is_anew: bool) -> None:
        """What is to be looked at."""
        ...


def place_of(line: AttentionLine) -> Place | None:
    """Where a person can put it right: the voucher, its history, or the party."""
    if line.matter is Matter.RIVALS:
        return Place(screen="party", party_id=line.party_id) if line.party_id else None
    if line.voucher_id is None:
        return None
    text = _HISTORY if line.matter is Matter.OVERRULED else ""
    return Place(screen="voucher", voucher_id=line.voucher_id, text=text)


class AttentionPresenter:
    """The whole inbox; it is short, or something is badly wrong."""

    def __init__(self, view: AttentionView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._is_anew = True

    def begin(self) -> None:
        """Ask for everything."""
        self._is_anew = True
        self.refresh()

    def books_changed(self, touched: Touched) -> None:
        """Something may be settled now, or new."""
        if touched.nouns & _NOUNS:
            self.refresh()

    def act(self, line: AttentionLine) -> None:
        """Go where it is put right."""
        place = place_of(line)
        if place is not None:
            self._kit.navigation.go(place)

    def refresh(self) -> None:
        """Everything as it is now; the cursor stays."""
        self._kit.work.ask(Attention(), key=_KEY, done=self._took)

    def _took(self, lines: tuple[AttentionLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_lines(lines, is_anew=is_anew)
