"""Attention: what is to be looked at, and where each thing is put right. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.attention import Attention, AttentionLine, Matter
from collectiq_desktop.core.services.phones import CorrectPhone, SettlePhone
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.ui.kit import Kit, Place

_KEY = "attention list"
_HISTORY = "history"
_NOUNS = {Noun.VOUCHER, Noun.PARTY, Noun.COLLECTING}


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
        """Go where it is put right; the phone that an agent asks for is written at once."""
        if line.matter is Matter.PHONE:
            self._settle(line, is_taken=True)
            return
        place = place_of(line)
        if place is not None:
            self._kit.navigation.go(place)

    def put_away(self, line: AttentionLine | None) -> None:
        """What an agent asked for is not done; nothing else can be put away unlooked at."""
        if line is not None and line.matter is Matter.PHONE:
            self._settle(line, is_taken=False)

    def _settle(self, line: AttentionLine, *, is_taken: bool) -> None:
        party_id, ids = line.party_id, self._kit.ids
        assert party_id is not None, "a phone is of a party"
        commands: list[object] = [SettlePhone(fact_id=FactId(ids.mint()), party_id=party_id)]
        if is_taken:
            taking = CorrectPhone(
                fact_id=FactId(ids.mint()),
                party_id=party_id,
                phone=line.subject,
                instead_of=line.values[0],
            )
            commands.insert(0, taking)
        self._kit.work.run(Together(commands=tuple(commands)), done=self._settled, initiator=self)

    def _settled(self, _results: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Everything as it is now; the cursor stays."""
        self._kit.work.ask(Attention(), key=_KEY, done=self._took)

    def _took(self, lines: tuple[AttentionLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_lines(lines, is_anew=is_anew)
