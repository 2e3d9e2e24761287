"""The print queue on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.errands import ErrandLine
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.print_queue.columns import COLUMNS, problem_words
from collectiq_desktop.ui.screens.print_queue.presenter import PrintQueuePresenter
from collectiq_desktop.ui.tables.models import PagedModel
from collectiq_desktop.ui.tables.paging import AskPage
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.pieces import Card, label


class PrintQueueScreen(Screen):
    """What waits for paper; Enter tries again."""

    name = "print_queue"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._presenter = PrintQueuePresenter(self, kit)
        self._title, self._filter = label("title"), label("muted")
        self._problem = label("muted")
        self._problem.setWordWrap(True)
        self._model: PagedModel[ErrandLine] = PagedModel(COLUMNS, kit.work, key="print queue")
        self.table = Table(self._model, identity_of=lambda line: line.errand_id)
        self.table.chosen.connect(self._retry)
        self.table.moved.connect(self._show_problem)
        self._model.fetched.connect(self._show_problem)
        self._lay_out()

    def open(self, _place: Place) -> None:
        self._presenter.open()

    def resume(self, _place: Place) -> None:
        """The cursor stands where it stood."""
        self._presenter.open()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "give_up": self._give_up,
            "see": self._see,
            "over": self._turn_over,
        }

    def first_input(self) -> QWidget | None:
        return self.table

    def retranslate(self) -> None:
        self._title.setText(self.tr("Print queue"))
        self._show_filter()
        self.table.set_empty_text(
            self.tr("Nothing waits to be printed. Alt+F12 shows what was printed before.")
        )

    def show_pages(self, ask_page: AskPage) -> None:
        self._model.show(ask_page)

    def refresh_pages(self) -> None:
        self._model.refresh()

    def _retry(self) -> None:
        self._presenter.retry(self.table.current)

    def _give_up(self) -> None:
        self._presenter.give_up(self.table.current)

    def _see(self) -> None:
        self._presenter.see(self.table.current)

    def _turn_over(self) -> None:
        self._presenter.turn_over()
        self._show_filter()

    def _show_filter(self) -> None:
        words = self.tr("also what is over") if self._presenter.is_over else self.tr("waiting")
        self._filter.setText(words)

    def _show_problem(self, _place: object = None) -> None:
        """The whole sentence of the row, for its column may be too narrow."""
        line = self.table.current
        self._problem.setText(problem_words(line) if line is not None and line.last_problem else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._filter, 1, Qt.AlignmentFlag.AlignBottom)
        card = Card()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(card, 1)
