"""The hand-overs on the screen, and the fields in which one is counted in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.custody import HandoverLine
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.custody import CountedIn
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.cash.fields import counted, pieces_fields
from collectiq_desktop.ui.screens.cash.presenter import CashPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField, SecretField, TextField
from collectiq_desktop.ui.widgets.pieces import Fact

_SIGNED = {
    None: QT_TRANSLATE_NOOP("Handover", "not signed"),
    True: QT_TRANSLATE_NOOP("Handover", "signed"),
    False: QT_TRANSLATE_NOOP("Handover", "disputed"),
}
_TONES = {None: Tone.WARN, True: Tone.GOOD, False: Tone.BAD}


def signed_words(line: HandoverLine) -> str:
    """What the agent says of it."""
    return QCoreApplication.translate("Handover", _SIGNED[line.is_agreed])


def _counted_words(line: HandoverLine) -> str:
    return text.rupees(line.counted_paise)


def _short_words(line: HandoverLine) -> str:
    return text.amount(line.short_paise) if line.short_paise else text.or_none("")


HANDOVER_COLUMNS: tuple[Column[HandoverLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Day"), width=100, text_of=lambda line: text.day(line.on)
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Number"), width=150, text_of=lambda line: line.number
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Agent"), width=0, text_of=lambda line: line.agent),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Should be"),
        width=132,
        text_of=lambda line: text.amount(line.expected_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Counted"),
        width=132,
        text_of=lambda line: text.amount(line.counted_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Short"),
        width=120,
        text_of=_short_words,
        is_number=True,
        tone_of=lambda line: Tone.BAD if line.short_paise else Tone.MUTED,
    ),
    Column(title="", width=14, text_of=lambda _row: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Counted by"),
        width=140,
        text_of=lambda line: text.or_none(line.counted_by),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Agent says"),
        width=110,
        text_of=signed_words,
        tone_of=lambda line: _TONES[line.is_agreed],
        is_bold=True,
    ),
)


class CashScreen(ListScreen):
    """Hand-overs of cash, the newest first."""

    name = "cash"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, HANDOVER_COLUMNS, lambda line: line.voucher_id)
        self._presenter = CashPresenter(self, kit)
        self._agent, self._declared = ChoiceField("agent"), AmountField("declared")
        self._pieces = pieces_fields()
        self._note, self._words = TextField("note"), SecretField("password")
        self._own_words = SecretField("password")
        self._people: Sequence[EmployeeRow] = ()
        self._count = self.add_deed(DeedCard([self._agent, *self._pieces, self._declared]))
        self._dispute = self.add_deed(DeedCard([self._note, self._words]))
        self._agree = self.add_deed(DeedCard([self._own_words]))
        self._count.finished.connect(self._counted)
        self._dispute.finished.connect(self._disputed)
        self._agree.finished.connect(self._agreed)
        self.table.chosen.connect(self._chosen)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "count": self._begin_count,
            "sign": self._sign,
            "dispute": self._begin_dispute,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Cash hand-over"))
        self.table.set_empty_text(
            self.tr("No agent has handed over cash yet. Alt+N counts it in, note by note.")
        )
        self._agent.set_caption(self.tr("Agent"))
        self._declared.set_caption(self.tr("Only a part of"))
        self._note.set_caption(self.tr("What the agent says it was"))
        self._count.button.setText(self.tr("Count in"))
        self._dispute.button.setText(self.tr("Note it"))
        self._agree.button.setText(self.tr("Sign"))
        for field in (self._words, self._own_words):
            field.set_caption(self.tr("The agent's PIN or password"))
        self.show_people(self._people)
        self._presenter.refresh()

    # What the presenter tells -----------------------------------------------------------

    def show_handovers(self, lines: Sequence[HandoverLine], *, is_anew: bool) -> None:
        """The hand-overs."""
        self.show_rows(lines, is_anew=is_anew)
        counted_paise = sum(line.counted_paise for line in lines)
        short_paise = sum(line.short_paise for line in lines)
        unsigned = sum(line.is_agreed is None for line in lines)
        sums = [
            Fact(self.tr("Counted in, 60 days"), text.rupees(counted_paise)),
            Fact(
                self.tr("Short"),
                text.rupees(short_paise),
                Tone.BAD if short_paise > 0 else Tone.MUTED,
            ),
        ]
        tone = Tone.WARN if unsigned else Tone.MUTED
        signed = Fact(self.tr("Not signed"), text.count(unsigned), tone)
        self.strip.show_facts([*(sums if self.kit.sees_totals else ()), signed])

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        """Who may hand over cash."""
        self._people = people
        self._agent.set_choices([(each.employee_id.hex(), each.employee.name) for each in people])

    def show_counted(self, counted: CountedIn) -> None:
        """What was counted, and only now what it should have been."""
        came = text.rupees(counted.counted_paise)
        if not counted.short_paise:
            words = text.filled(
                self.tr("%1: %2 counted in; nothing is missing."), counted.number, came
            )
        elif counted.short_paise > 0:
            words = text.filled(
                self.tr("%1: %2 counted in, %3 short; it stands against the agent."),
                counted.number,
                came,
                text.rupees(counted.short_paise),
            )
        else:
            words = text.filled(
                self.tr("%1: %2 counted in, %3 too much; it stands for the agent."),
                counted.number,
                came,
                text.rupees(-counted.short_paise),
            )
        self.kit.navigation.say(words, is_bad=counted.short_paise > 0)

    # Intentions -------------------------------------------------------------------------

    def _chosen(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self._presenter.open(line)

    def _begin_count(self) -> None:
        if not self._people:
            words = self.tr("There are no employees yet; add the agent first.")
            self.kit.navigation.say(words, is_bad=True)
            return
        for field in (*self._pieces, self._declared):
            field.set_text("")
        self.begin_deed(self._count, self.tr("Count what the agent hands over"))

    def _begin_dispute(self) -> None:
        line = self.table.current
        if line is not None:
            self._note.set_text("")
            self._words.set_text("")
            self._words.setVisible(self._presenter.needs_words(line))
            self.begin_deed(self._dispute, self.tr("The agent does not agree"))

    def _sign(self) -> None:
        line: HandoverLine | None = self.table.current
        if line is None or not self._presenter.needs_words(line):
            self._presenter.sign(line, is_agreed=True)
            return
        self._own_words.set_text("")
        words = text.filled(self.tr("%1 signs: %2 counted in"), line.agent, _counted_words(line))
        self.begin_deed(self._agree, words)

    def _agreed(self) -> None:
        words = self._own_words.text
        self._presenter.sign(self.table.current, is_agreed=True, words=words)

    def _disputed(self) -> None:
        note, words = self._note.text, self._words.text
        self._presenter.sign(self.table.current, is_agreed=False, note=note, words=words)

    def _counted(self) -> None:
        if self._agent.key:
            agent_id = UserId(bytes.fromhex(self._agent.key))
            self._presenter.count_in(agent_id, counted(self._pieces), self._declared.value)
