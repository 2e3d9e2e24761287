"""The run sheets on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.beats import BeatPlan
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.runsheets import SheetLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.run_sheets.presenter import RunSheetsPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField
from collectiq_desktop.ui.widgets.pieces import Fact

_COLUMNS: tuple[Column[SheetLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Day"), width=100, text_of=lambda line: text.day(line.on)
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Number"), width=150, text_of=lambda line: line.number
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Agent"), width=0, text_of=lambda line: line.agent),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=160,
        text_of=lambda line: text.or_none(line.title),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Rows"),
        width=80,
        text_of=lambda line: f"{line.ended_count} / {line.rows_count}",
        is_number=True,
        tone_of=lambda line: Tone.GOOD if line.ended_count == line.rows_count else Tone.WARN,
    ),
)
_CLOSED: Column[SheetLine] = Column(
    title=QT_TRANSLATE_NOOP("Column", "Closed"),
    width=100,
    text_of=lambda line: text.day(line.closed_on),
    tone_of=lambda _line: Tone.MUTED,
)


def _sum_columns(kit: Kit) -> tuple[Column[SheetLine], ...]:
    """What an agent's round comes to; not for who counts that agent's cash in blind."""
    return (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Expected ₹"),
            width=132,
            text_of=lambda line: text.amount(line.expected_paise) if kit.sees_totals else text.NONE,
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Came"),
            width=132,
            text_of=lambda line: text.amount_or_none(line.received_paise if kit.sees_totals else 0),
            is_number=True,
        ),
        Column(title="", width=14, text_of=lambda _line: ""),
    )


def _words(plan: BeatPlan) -> str:
    """A beat, and the days on which it is walked."""
    return f"{plan.beat} · {text.weekdays(plan.weekdays)}" if plan.weekdays else plan.beat


class RunSheetsScreen(ListScreen):
    """All run sheets, the newest first."""

    name = "run_sheets"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, (*_COLUMNS, *_sum_columns(kit), _CLOSED), lambda line: line.sheet_id)
        self._presenter = RunSheetsPresenter(self, kit)
        self._agent, self._beat = ChoiceField("agent"), ChoiceField("beat")
        self._day = DateField("on", kit.clock.today_on())
        self._people: Sequence[EmployeeRow] = ()
        self._beats: Sequence[BeatPlan] = ()
        self._issue = self.add_deed(DeedCard([self._agent, self._beat, self._day]))
        self._issue.finished.connect(self._finished)
        self.table.chosen.connect(self._chosen)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"new": self._begin}

    def retranslate(self) -> None:
        self.title.setText(self.tr("Run sheets"))
        self.table.set_empty_text(
            self.tr("No run sheet was issued yet. Alt+N issues one for an agent.")
        )
        self._agent.set_caption(self.tr("Agent"))
        self._beat.set_caption(self.tr("Beat"))
        self._day.set_caption(self.tr("Day"))
        self._issue.button.setText(self.tr("Issue"))
        self.show_choices(self._people, self._beats)
        self._presenter.refresh()

    def show_sheets(self, lines: Sequence[SheetLine], *, is_anew: bool) -> None:
        """The run sheets."""
        self.show_rows(lines, is_anew=is_anew)
        open_ = [line for line in lines if line.closed_on is None]
        expected_paise = sum(line.expected_paise for line in open_)
        came_paise = sum(line.received_paise for line in open_)
        sums = [
            Fact(self.tr("Expected by them"), text.rupees(expected_paise)),
            Fact(self.tr("Came so far"), text.rupees(came_paise), Tone.GOOD),
        ]
        sheets = Fact(self.tr("Open sheets"), text.count(len(open_)))
        self.strip.show_facts([sheets, *(sums if self.kit.sees_totals else ())])

    def show_choices(self, people: Sequence[EmployeeRow], beats: Sequence[BeatPlan]) -> None:
        """The agents, and the beats with their days."""
        self._people, self._beats = people, beats
        self._agent.set_choices([(each.employee_id.hex(), each.employee.name) for each in people])
        all_ = self.tr("all parties of the agent")
        self._beat.set_choices([("", all_), *((plan.beat, _words(plan)) for plan in beats)])

    def _chosen(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self._presenter.open(line)

    def _begin(self) -> None:
        if not self._people:
            words = self.tr("There are no employees yet; add the agent first.")
            self.kit.navigation.say(words, is_bad=True)
            return
        self._day.set_value(self.kit.clock.today_on())
        self.begin_deed(self._issue, self.tr("Issue a run sheet"))

    def _finished(self) -> None:
        if self._agent.key and self._day.value is not None:
            agent_id = UserId(bytes.fromhex(self._agent.key))
            self._presenter.issue(agent_id, self._beat.key, self._day.value)
