"""The party field: a few letters of a name, a code or a phone find the party."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pick_field import MOST_HITS, PickField
from collectiq_desktop.ui.work.lanes import Work

HIT_COLUMNS: tuple[Column[PartyHit], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda hit: hit.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Code"),
        width=90,
        text_of=lambda hit: hit.code,
        tone_of=lambda _hit: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=110,
        text_of=lambda hit: text.or_none(hit.beat),
        tone_of=lambda _hit: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=150,
        text_of=lambda hit: text.with_side(hit.balance_paise),
        is_number=True,
    ),
)


class PartyField(PickField[PartyHit]):
    """Finds a party; the search runs on the lanes while the clerk types.

    Signals:
        new_wanted: Alt+C, with what is typed; the screen opens a new party.
        alter_wanted: Ctrl+Enter, with the id of the party under the cursor.
    """

    new_wanted = Signal(str)
    alter_wanted = Signal(object)

    def __init__(self, name: str, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(name, HIT_COLUMNS, parent)
        self._work = work

    @property
    def party(self) -> PartyHit | None:
        """The party that was taken."""
        return self.taken

    def set_party(self, hit: PartyHit | None) -> None:
        """Show a party as taken, or none."""
        self.set_taken(hit)
        # The beginning of a long name says more than its end.
        self.line.setCursorPosition(0)

    def ask_new(self) -> None:
        """Alt+C: a new party, named as it is typed."""
        self.new_wanted.emit("" if self.party is not None else self.text)

    def ask_alter(self) -> None:
        """Ctrl+Enter: alter the party under the cursor."""
        hit = self.under_cursor
        if hit is not None:
            self.alter_wanted.emit(hit.party_id)

    def look_for(self, wanted: str) -> None:
        ask = FindParties(text=wanted, limit=MOST_HITS)
        self._work.ask(ask, key=self, done=self.show_hits, failed=self._cannot_find)

    def words_of(self, hit: PartyHit) -> str:
        return hit.party

    def empty_words(self) -> str:
        return self.tr("Type a few letters of the party's name, its code or phone.")

    def none_found_words(self) -> str:
        return self.tr("No party is found. Check the spelling, or add the party with Alt+C.")

    def forget_search(self) -> None:
        super().forget_search()
        self._work.forget(self)

    def _cannot_find(self, error: CollectIQError) -> None:
        self.show_not_found(error.message)
