"""Promises: the list, one more, and taking one back. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.promises import PromiseLine, Promises, PromiseSheet
from collectiq_desktop.core.services.promises import MakePromise, WithdrawPromise
from collectiq_desktop.ui.kit import Kit, Place

_KEY = "promises"
_NOUNS = {Noun.VOUCHER, Noun.COLLECTING, Noun.PARTY, Noun.BATCH}


class Which(StrEnum):
    """Which promises are shown."""

    ALL = "all"
    DUE = "due"
    WAITING = "waiting"
    BROKEN = "broken"


def is_shown(line: PromiseLine, which: Which, today_on: date) -> bool:
    """Whether a promise is among those asked for."""
    is_waiting = line.state is PromiseState.WAITING
    if which is Which.DUE:
        return is_waiting and line.promised_on <= today_on
    if which is Which.WAITING:
        return is_waiting
    return which is Which.ALL or line.state in (PromiseState.BROKEN, PromiseState.PART)


class PromisesView(Protocol):
    """What the presenter tells the screen."""

    def show_promises(
        self, lines: Sequence[PromiseLine], sheet: PromiseSheet, which: Which, *, is_anew: bool
    ) -> None:
        """The promises, and the sheet that they are of."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class PromisesPresenter:
    """Asks for the promises and notes new ones."""

    def __init__(self, view: PromisesView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._which = Which.ALL
        self._sheet: PromiseSheet | None = None
        self._is_anew = True
        self._fact_id = FactId(kit.ids.mint())

    def begin(self, which: str) -> None:
        """Show the promises; `which` is a word of `Which`, empty for all."""
        self._which = Which(which) if which in set(Which) else Which.ALL
        self._is_anew = True
        self.refresh()

    def turn(self) -> None:
        """The next choice of promises."""
        choices = list(Which)
        self._which = choices[(choices.index(self._which) + 1) % len(choices)]
        self._is_anew = True
        self._show()

    def refresh(self) -> None:
        """The promises as they are now."""
        self._kit.work.ask(Promises(), key=_KEY, done=self._took)

    def books_changed(self, touched: Touched) -> None:
        """One may be kept now."""
        if touched.nouns & _NOUNS:
            self.refresh()

    def open(self, line: PromiseLine) -> None:
        """The party that promised."""
        self._kit.navigation.go(Place(screen="party", party_id=line.party_id))

    def receive(self, line: PromiseLine | None) -> None:
        """Take what was promised."""
        if line is not None:
            self._kit.navigation.go(Place(screen="receipt", party_id=line.party_id))

    def promise(self, party_id: PartyId, amount_paise: int, promised_on: date, note: str) -> None:
        """Note one more."""
        command = MakePromise(
            fact_id=self._fact_id,
            party_id=party_id,
            amount_paise=amount_paise,
            promised_on=promised_on,
            note=note,
        )
        self._run(command)

    def withdraw(self, line: PromiseLine, reason: str) -> None:
        """Take one back that was noted by mistake."""
        command = WithdrawPromise(fact_id=self._fact_id, promise_id=line.promise_id, reason=reason)
        self._run(command)

    def _run(self, command: object) -> None:
        self._kit.work.run(command, done=self._done, failed=self._failed, initiator=self)

    def _done(self, _result: object) -> None:
        self._fact_id = FactId(self._kit.ids.mint())
        self._view.close_deed()
        self.refresh()

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, sheet: PromiseSheet) -> None:
        self._sheet = sheet
        self._show()

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        is_anew, self._is_anew = self._is_anew, False
        lines = [each for each in sheet.lines if is_shown(each, self._which, sheet.today_on)]
        self._view.show_promises(lines, sheet, self._which, is_anew=is_anew)
