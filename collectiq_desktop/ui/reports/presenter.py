"""What every report of parties asks: for which day, beat and branch, and when. No window here."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.beats import Areas, Beats
from collectiq_desktop.core.queries.branches import Branches, BranchLine
from collectiq_desktop.ui.kit import Kit


class PartyReportView(Protocol):
    """What a presenter tells the screen of any such report."""

    def show_beats(self, beats: Sequence[str]) -> None:
        """The beats to choose from."""
        ...

    def show_areas(self, areas: Sequence[str]) -> None:
        """The areas to choose from."""
        ...

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches to choose from."""
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
    def open(self, as_of_on: date, beat: str = "", branch_id: str = "", area: str = "") -> None:
        """Another day, beat, branch or area."""

    @abstractmethod
    def _ask(self) -> None:
        """Ask for the report as it is wanted now."""

    def ask_choices(self) -> None:
        """Look which beats, areas and branches there are."""
        work, view = self._kit.work, self._report_view
        work.ask(Beats(), key=(self, "beats"), done=view.show_beats)
        work.ask(Areas(), key=(self, "areas"), done=view.show_areas)
        work.ask(Branches(), key=(self, "branches"), done=view.show_branches)

    def books_changed(self, touched: Touched) -> None:
        """Vouchers and parties change what is open; the cursor stays."""
        if touched.nouns & {Noun.VOUCHER, Noun.PARTY, Noun.BATCH}:
            self._ask()
        if touched.nouns & {Noun.PARTY, Noun.FIRM}:
            self.ask_choices()

    def _failed(self, error: CollectIQError) -> None:
        self._report_view.show_problem(error.message)
