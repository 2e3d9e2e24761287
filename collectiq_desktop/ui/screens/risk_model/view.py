"""The model page on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.risk import RiskOutlook, TaskLearned
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.risk import ScoringCounter
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.plots import Axis, Dot, Line, Plot
from collectiq_desktop.ui.foretold.screen import DoingLine
from collectiq_desktop.ui.foretold.words import basis_words, meaning_words, nothing_yet_words
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.risk_model.columns import TASK_COLUMNS
from collectiq_desktop.ui.screens.risk_model.facts import ModelFacts
from collectiq_desktop.ui.screens.risk_model.presenter import ModelPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, FactCard, label

_FACTS = 4
_TICKS = tuple((place, f"{place // 10} %") for place in range(0, 1_001, 250))
_DIAGONAL = ((0.0, 0.0), (1_000.0, 1_000.0))


class RiskModelScreen(Screen):
    """What was learned, on what, and how right it was."""

    name = "risk_model"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._shown: tuple[RiskOutlook | None, ScoringCounter] | None = None
        self._title, self._note = label("title"), ElidedLabel("muted")
        self._doing, self._problem, self._meaning = DoingLine(), label("strong"), label("muted")
        self._problem.setWordWrap(True)
        set_tone(self._problem, Tone.WARN)
        self._facts = [FactCard() for _number in range(_FACTS)]
        self._words = ModelFacts()
        self._plot_card, self._plot, self._plot_note = Card(), Plot(), label("muted")
        self._plot_note.setWordWrap(True)
        self._tasks_card = Card()
        self._tasks: RowsModel[TaskLearned] = RowsModel(TASK_COLUMNS)
        self._table = Table(self._tasks, identity_of=lambda task: task.task)
        self._presenter = ModelPresenter(self, kit)
        self._lay_out()
        self._table.moved.connect(self._moved)

    # What the shell calls ---------------------------------------------------------------

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def first_input(self) -> QWidget | None:
        return self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "work_out": self._presenter.work_out,
            "learn": self._presenter.learn,
            "roll_back": self._presenter.roll_back,
            "score_here": self._presenter.score_here,
        }

    def retranslate(self) -> None:
        self._title.setText(self.tr("Model"))
        self._tasks_card.set_heading(self.tr("What was learned, tried on the last 60 days"))
        self._plot_card.set_heading(self.tr("Foretold, and what came"))
        self._table.set_empty_text(
            self.tr(
                "Nothing was learned yet; payment habits alone are used. The first lesson comes "
                "by itself, Alt+L begins it now."
            )
        )
        if self._shown is not None:
            self.show_model(*self._shown)

    # What the presenter tells -------------------------------------------------------------

    def show_model(self, outlook: RiskOutlook | None, counter: ScoringCounter) -> None:
        self._shown = (outlook, counter)
        is_told = outlook is not None
        for widget in (*self._facts, self._plot_card, self._tasks_card):
            widget.setVisible(is_told)
        if outlook is None:
            self._note.setText("")
            self._meaning.setText(nothing_yet_words())
            return
        self._note.setText(basis_words(outlook))
        self._meaning.setText(meaning_words(outlook))
        self._problem.setText(text.sentence(outlook.problem))
        self._problem.setVisible(bool(outlook.problem))
        for card, fact in zip(self._facts, self._words.facts_of(outlook, counter), strict=True):
            card.show_fact(fact)
        self._tasks.set_rows(outlook.tasks)
        self._moved(self._table.current_row)

    def show_doing(self, doing: str, problem: str) -> None:
        self._doing.show_doing(doing, problem)

    # The plot -------------------------------------------------------------------------------

    def _moved(self, row: int) -> None:
        """The plot of the task under the cursor."""
        task = self._tasks.row_at(max(0, row))
        dots = task.plot if task is not None else ()
        self._plot_card.setVisible(bool(dots))
        if not dots:
            return
        line = Line(self.tr("as foretold"), _DIAGONAL, Tone.MUTED, is_dashed=True)
        shown = [Dot(dot.foretold, dot.came, dot.cases_count) for dot in dots]
        self._plot.show_plot(Axis(0, 1_000, _TICKS), [line], shown)
        self._plot_note.setText(
            self.tr(
                "Across: the chance that was foretold. Up: how many went late. "
                "Dots on the line were right; a larger dot stands for more cases."
            )
        )

    # Layout ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, facts, middle = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        for card in self._facts:
            facts.addWidget(card, 1)
        self._plot_card.body.addWidget(self._plot, 1)
        self._plot_card.body.addWidget(self._plot_note)
        self._tasks_card.body.addWidget(self._table, 1)
        middle.addWidget(self._tasks_card, 3)
        middle.addWidget(self._plot_card, 2)
        for row in (facts, middle):
            row.setSpacing(GAP)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addLayout(head)
        for widget in (self._meaning, self._doing, self._problem):
            page.addWidget(widget)
        page.addLayout(facts)
        page.addLayout(middle, 1)
