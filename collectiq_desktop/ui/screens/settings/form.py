"""The settings' pages put in their places, and what their presenter tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.risk import ScoringSetup
from collectiq_desktop.core.queries.series import SeriesLine
from collectiq_desktop.gateways.printers.setup import PrinterSetup
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Taste
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.settings.branches_page import BranchesPage
from collectiq_desktop.ui.screens.settings.firm_page import FirmPage
from collectiq_desktop.ui.screens.settings.locks_page import LocksPage
from collectiq_desktop.ui.screens.settings.printers_page import PrintersPage
from collectiq_desktop.ui.screens.settings.risk_page import RiskPage
from collectiq_desktop.ui.screens.settings.taste_page import TastePage
from collectiq_desktop.ui.theme import Tone, repolish, set_tone
from collectiq_desktop.ui.widgets.pieces import label


class Page(IntEnum):
    """The pages, in their order."""

    FIRM = 0
    PRINTERS = 1
    TASTE = 2
    BRANCHES = 3
    RISK = 4
    LOCKS = 5


class SettingsForm(QVBoxLayout):
    """Six pages, of which one is shown."""

    def __init__(self, parent: QWidget, taste: Taste | None) -> None:
        super().__init__(parent)
        self._title, self._message = label("title"), label("strong")
        self.firm, self.printers, self.taste = FirmPage(), PrintersPage(), TastePage(taste)
        self.branches, self.risk, self.locks = BranchesPage(), RiskPage(), LocksPage()
        self._stack = QStackedWidget()
        self.tabs = [QPushButton() for _page in Page]
        self.button = QPushButton()
        self._lay_out()
        self.show_page(Page.FIRM)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return Page(self._stack.currentIndex())

    @property
    def _pages(
        self,
    ) -> tuple[FirmPage, PrintersPage, TastePage, BranchesPage, RiskPage, LocksPage]:
        return self.firm, self.printers, self.taste, self.branches, self.risk, self.locks

    @property
    def first_input(self) -> QWidget:
        """Where the clerk types first on this page."""
        return {
            Page.FIRM: self.firm.fields["name"].input,
            Page.PRINTERS: self.printers.table,
            Page.TASTE: self.taste.language.input,
            Page.BRANCHES: self.branches.branch_id.input,
            Page.RISK: self.risk.counter.input,
            Page.LOCKS: self.locks.minutes.input,
        }[self.page]

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._title.setText(self.tr("Settings"))
        words = (
            self.tr("Firm"),
            self.tr("Printers"),
            self.tr("This user"),
            self.tr("Branches"),
            self.tr("Risk"),
            self.tr("Locks"),
        )
        for number, (tab, title) in enumerate(zip(self.tabs, words, strict=True), start=1):
            tab.setText(f"{title}   Alt+{number}")
        self.button.setText(self.tr("Save") + "   Ctrl+A")
        for page in self._pages:
            page.retranslate()

    def show_page(self, page: Page) -> None:
        """Show a page and put the cursor where the clerk types first."""
        self._stack.setCurrentIndex(page)
        self.say("")
        self.button.setVisible(page not in (Page.TASTE, Page.BRANCHES))
        for each, tab in zip(Page, self.tabs, strict=True):
            tab.setProperty("role", "primary" if each is page else "")
            repolish(tab)
        if self._stack.isVisible():
            self._focus_first()

    def _focus_first(self) -> None:
        """The cursor stands so that typing replaces what stands there."""
        widget = self.first_input
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()

    def say(self, sentence: str, tone: Tone = Tone.INK) -> None:
        """A sentence beside the button."""
        self._message.setText(sentence)
        set_tone(self._message, tone)

    def warn_unsaved(self) -> None:
        """What is typed is not saved."""
        self.show_page(Page.FIRM)
        words = self.tr("Not saved. Esc once more leaves without saving; Ctrl+A saves.")
        self.say(words, Tone.WARN)

    # What the presenter tells -----------------------------------------------------------

    def show_firm(self, texts: Mapping[str, str]) -> None:
        self.firm.show_texts(texts)

    def show_series(self, lines: Sequence[SeriesLine]) -> None:
        self.firm.series.set_rows(lines)

    def show_printers(self, setup: PrinterSetup) -> None:
        self.printers.show_setup(setup)

    def show_system_printers(self, names: Sequence[str]) -> None:
        self.printers.show_system(names)

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches.show_branches(branches)

    def show_scoring(self, setup: ScoringSetup) -> None:
        self.risk.show_setup(setup)

    def show_locks(self, minutes: int, firm: Firm) -> None:
        self.locks.show_locks(minutes, firm)

    def show_branch_added(self) -> None:
        self.branches.show_added()

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        tellers: dict[str, Callable[[str, str], bool]] = {
            "firm": self.firm.walk.show_problem,
            "branches": self.branches.show_problem,
            "risk": self.risk.show_problem,
            "locks": self.locks.show_problem,
        }
        if not tellers.get(page, self.printers.show_problem)(field, words):
            self.say(words, Tone.BAD)

    def show_done(self, sentence: str) -> None:
        self.say(text.sentence(sentence), Tone.GOOD)

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(16)
        for tab in self.tabs:
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(tab)
        head.addStretch(1)
        self.addLayout(head)
        for page in self._pages:
            self._stack.addWidget(page)
        self.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        self._message.setWordWrap(True)
        self.button.setProperty("role", "primary")
        foot.addWidget(self._message, 1)
        foot.addWidget(self.button)
        self.addLayout(foot)
