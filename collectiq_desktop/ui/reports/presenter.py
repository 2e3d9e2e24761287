"""What every report of parties asks: for which day and beat, and when to ask again. No window."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.beats import Beats
from collectiq_desktop.ui.kit import Kit


class PartyReportView(Protocol):
    """What a presenter tells the screen of any such report."""

    def show_beats(self, beats: Sequence[str]) -> None:
        """The beats to choose from."""
        ...

    def show_problem(self, sentence: str) -> None:
        """What could not be had."""
        ...


class PartyReportPresenter:
    """One report at a time; `_is_anew` while it answers another question than before."""

    def __init__(self, view: PartyReportView, kit: Kit) -> None:
        self._report_view = view
        self._kit = kit
        self._is_anew = True

    @abstractmethod
    def open(self, as_of_on: date, beat: str = "") -> None:
        """Another day or another beat."""

    @abstractmethod
    def _ask(self) -> None:
        """Ask for the report as it is wanted now."""

    def ask_beats(self) -> None:
        """Look which beats there are."""
        self._kit.work.ask(Beats(), key=(self, "beats"), done=self._report_view.show_beats)

    def books_changed(self, touched: Touched) -> None:
        """Vouchers and parties change what is open; the cursor stays."""
        if touched.nouns & {Noun.VOUCHER, Noun.PARTY, Noun.BATCH}:
            self._ask()
        if Noun.PARTY in touched.nouns:
            self.ask_beats()

    def _failed(self, error: CollectIQError) -> None:
        self._report_view.show_problem(error.message)
