"""Beats on the screen: the list on the left, one beat's days and parties on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.parties import PartyRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.beats.presenter import (
    SAVE_FIRST,
    BeatLine,
    BeatsPresenter,
    Shown,
)
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Card, Fact, FactStrip, label

_DAYS = range(7)


def _days_words(line: BeatLine) -> str:
    if line.is_changed:
        return QCoreApplication.translate("Beats", "not saved")
    return text.weekdays(line.plan.weekdays)


BEAT_COLUMNS: tuple[Column[BeatLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Beat"), width=0, text_of=lambda line: line.plan.beat),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Parties"),
        width=76,
        text_of=lambda line: text.count(line.plan.parties_count),
        is_number=True,
    ),
    Column(title="", width=12, text_of=lambda _line: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Visit days"),
        width=200,
        text_of=_days_words,
        tone_of=lambda line: Tone.WARN if line.is_changed else Tone.MUTED,
    ),
)
_Stop = tuple[int, PartyRow]
STOP_COLUMNS: tuple[Column[_Stop], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "No."),
        width=56,
        text_of=lambda stop: text.count(stop[0]),
        is_number=True,
    ),
    Column(title="", width=12, text_of=lambda _stop: ""),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda stop: stop[1].party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=150,
        text_of=lambda stop: text.with_side(stop[1].balance_paise),
        is_number=True,
    ),
)


class BeatsScreen(Screen):
    """When each beat is walked, and whom one calls on first."""

    name = "beats"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._title, self._note = label("title"), label("muted")
        self.days = FactStrip()
        self.beats: RowsModel[BeatLine] = RowsModel(BEAT_COLUMNS)
        self.stops: RowsModel[_Stop] = RowsModel(STOP_COLUMNS)
        self.table = Table(self.beats, identity_of=lambda line: line.plan.beat)
        self.order = Table(self.stops, identity_of=lambda stop: stop[1].party_id)
        self._list, self._one = Card(), Card()
        self._shown: Shown | None = None
        self._presenter = BeatsPresenter(self, kit)
        self._lay_out()
        self.table.moved.connect(self._choose)
        self.table.chosen.connect(self._enter_order)
        self.order.chosen.connect(self._open_party)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        if not self._presenter.is_changed:
            self._presenter.begin()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if initiator is not self._presenter:
            self._presenter.books_changed(touched)

    def first_input(self) -> QWidget | None:
        return self.table

    def may_leave(self) -> bool:
        if self._presenter.is_changed:
            self._presenter.throw_away()
            return False
        if self.order.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def acts(self) -> Mapping[str, Callable[[], None]]:
        days = {f"day_{day + 1}": partial(self._presenter.toggle_day, day) for day in _DAYS}
        return {
            **days,
            "earlier": partial(self._move, -1),
            "later": partial(self._move, 1),
            "save": self._presenter.save,
        }

    def retranslate(self) -> None:
        self._title.setText(self.tr("Beats"))
        self._note.setText(
            self.tr("Run sheets show the days; sheets and agents' phones go in this order.")
        )
        self._list.set_heading(self.tr("Rounds of the firm"))
        self.table.set_empty_text(
            self.tr("No party has a beat yet. Write one in the party's form, such as Station Road.")
        )
        self.order.set_empty_text(self.tr("No party stands in this beat now."))
        self.beats.set_rows(self.beats.rows)
        self.show_beat(self._shown)

    # What the presenter tells -----------------------------------------------------------

    def show_beats(self, lines: Sequence[BeatLine]) -> None:
        """The list."""
        self.beats.set_rows(lines)

    def show_beat(self, shown: Shown | None) -> None:
        """One beat with its days and parties; None where there is no beat."""
        self._shown = shown
        self._one.set_heading(shown.plan.beat if shown is not None else text.NONE)
        self.stops.set_rows(list(enumerate(shown.stops, start=1)) if shown is not None else [])
        days = shown.weekdays if shown is not None else ()
        self.days.show_facts(
            [
                Fact(
                    f"{text.weekday(day)} Alt+{day + 1}",
                    "✓" if day in days else text.NONE,
                    Tone.GOOD if day in days else Tone.MUTED,
                )
                for day in _DAYS
            ]
        )

    def stand_on_stop(self, row: int) -> None:
        """The cursor follows a party that was moved."""
        self.order.stand_on(row)

    def stand_on_beat(self, row: int) -> None:
        """The cursor goes back to the beat that is not saved."""
        self.table.stand_on(row)

    def say(self, sentence: str, *, is_bad: bool) -> None:
        """What was done, or why it was not."""
        self._kit.navigation.say(text.sentence(sentence), is_bad=is_bad)

    # Intentions -------------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        line = self.beats.row_at(row)
        if line is not None:
            self._presenter.choose(line.plan)

    def _enter_order(self, _row: int) -> None:
        self.order.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_party(self, row: int) -> None:
        stop = self.stops.row_at(row)
        if stop is None:
            return
        if self._presenter.is_changed:
            self.say(SAVE_FIRST, is_bad=True)
        else:
            self._presenter.open(stop[1])

    def _move(self, step: int) -> None:
        if not self.order.hasFocus():
            self.order.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._presenter.move(self.order.current_row, step)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        page.addLayout(head)
        self._list.body.addWidget(self.table)
        self._one.body.addWidget(self.order)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.days)
        right.addWidget(self._one, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._list, 4)
        row.addLayout(right, 6)
        page.addLayout(row, 1)
