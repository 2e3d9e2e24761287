"""The agents on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from collectiq_desktop.core.domain.custody import is_late
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.agents import AgentLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.agents.presenter import AgentsPresenter, Span
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact


def _share(part: int, whole: int) -> str:
    return f"{part} / {whole}" if whole else text.or_none("")


FIGURE_COLUMNS: tuple[Column[AgentLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Agent"), width=0, text_of=lambda line: line.agent),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Parties"),
        width=76,
        text_of=lambda line: text.days(line.parties_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Outstanding"),
        width=128,
        text_of=lambda line: text.amount_or_none(line.outstanding_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Came in cash"),
        width=116,
        text_of=lambda line: text.amount_or_none(line.cash_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Other ways"),
        width=116,
        text_of=lambda line: text.amount_or_none(line.other_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Visits paid"),
        width=88,
        text_of=lambda line: _share(line.paying_count, line.visits_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Kept so far"),
        width=92,
        text_of=lambda line: _share(line.rate.kept_count, line.rate.decided_count),
        is_number=True,
    ),
)


def _cash_columns(kit: Kit) -> tuple[Column[AgentLine], ...]:
    def held_tone(line: AgentLine) -> Tone:
        if is_late(line.oldest_at, kit.clock.now_at()):
            return Tone.BAD
        return Tone.INK if line.held_paise else Tone.MUTED

    def since(line: AgentLine) -> str:
        return text.moment(line.oldest_at) if line.oldest_at is not None else text.or_none("")

    return (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Cash with him"),
            width=116,
            text_of=lambda line: text.amount_or_none(line.held_paise),
            is_number=True,
            tone_of=held_tone,
            is_bold=True,
        ),
        Column(title="", width=14, text_of=lambda _line: ""),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Since"),
            width=132,
            text_of=since,
            tone_of=held_tone,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Short"),
            width=96,
            text_of=lambda line: text.amount_or_none(line.dues_paise),
            is_number=True,
            tone_of=lambda line: Tone.BAD if line.dues_paise > 0 else Tone.MUTED,
        ),
    )


class AgentsScreen(ListScreen):
    """All agents by name; cash older than a day is red."""

    name = "agents"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, (*FIGURE_COLUMNS, *_cash_columns(kit)), lambda line: line.agent_id)
        self._presenter = AgentsPresenter(self, kit)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "span": self._presenter.turn,
            "cash": partial(self._presenter.open, "cash"),
            "assign": partial(self._presenter.open, "assign"),
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Agents"))
        self.table.set_empty_text(
            self.tr("There are no agents yet. Employees with that role stand here.")
        )
        self._presenter.refresh()

    def show_agents(self, lines: Sequence[AgentLine], span: Span, *, is_anew: bool) -> None:
        """The agents."""
        self.show_rows(lines, is_anew=is_anew)
        self.which.setText(
            {
                Span.TODAY: self.tr("today"),
                Span.WEEK: self.tr("the last 7 days"),
                Span.MONTH: self.tr("this month"),
            }[span]
        )
        came = sum(line.cash_paise + line.other_paise for line in lines)
        held = sum(line.held_paise for line in lines)
        now_at = self.kit.clock.now_at()
        late = sum(line.held_paise for line in lines if is_late(line.oldest_at, now_at))
        self.strip.show_facts(
            [
                Fact(self.tr("Collected"), text.rupees(came), Tone.GOOD),
                Fact(self.tr("Cash with agents"), text.rupees(held)),
                Fact(
                    self.tr("Of it with those who have some for over a day"),
                    text.rupees(late),
                    Tone.BAD if late else Tone.MUTED,
                ),
            ]
        )
