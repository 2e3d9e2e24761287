"""Outstanding on the screen: all parties, their sums, and the bills of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from collectiq_desktop.core.queries.outstanding import OutstandingParty
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.reports.screen import PartyReportScreen
from collectiq_desktop.ui.screens.outstanding.columns import PARTY_COLUMNS, sums_of
from collectiq_desktop.ui.screens.outstanding.presenter import OutstandingPresenter, Owing, Which
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.report_head import parties_words


class OutstandingScreen(PartyReportScreen[OutstandingParty]):
    """Who owes what on a day."""

    name = "outstanding"
    presenter: OutstandingPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, PARTY_COLUMNS)
        self._owing: Owing | None = None
        self.presenter = OutstandingPresenter(self, kit)
        self.lay_out()

    def take_wish(self, wish: str) -> None:
        self.presenter.show_which(Which(wish))

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "order": self.presenter.change_order,
            "which": self.presenter.change_which,
        }

    def retranslate(self) -> None:
        self._head.title.setText(self.tr("Outstanding"))
        self._head.retranslate()
        self._table.set_empty_text(self._empty_text())
        if self._owing is not None:
            self._write(self._owing)

    # What the presenter tells -------------------------------------------------------------

    def show_owing(self, owing: Owing, *, is_anew: bool) -> None:
        self._owing = owing
        self._problem.hide()
        self._model.set_rows(owing.rows, is_anew=is_anew)
        self._write(owing)

    def shown_on(self) -> date | None:
        return self._owing.as_of_on if self._owing is not None else None

    # Words and places -----------------------------------------------------------------------

    def _write(self, owing: Owing) -> None:
        by_name = self.tr("by name")
        order = self.tr("largest overdue first") if owing.is_largest_first else by_name
        parties = self.tr("%n parties", "", len(owing.rows))
        self._head.note.setText(f"{parties} · {order}")
        heading = {
            Which.ALL: self.tr("On %1"),
            Which.OVERDUE: self.tr("Overdue on %1"),
            Which.DUE: self.tr("Due on %1"),
        }[owing.which]
        self._card.set_heading(text.filled(heading, text.day(owing.as_of_on)))
        self._card.set_note(*self._note(owing))
        self._foot.show_cells(sums_of(owing, self.tr("Together")))
        self._tie.setVisible(owing.has_totals)
        self._tie.show_tie(owing.bills_paise, owing.on_account_paise, owing.total_paise)
        self._table.set_empty_text(self._empty_text())

    def _note(self, owing: Owing) -> tuple[str, Tone]:
        """The figure that matters, with how many owe it."""
        if not owing.has_totals:
            return "", Tone.MUTED
        if owing.which is Which.DUE:
            due = self.tr("₹ %1 due from %2")
            who = parties_words(len(owing.rows))
            return text.filled(due, text.amount(owing.due_paise), who), Tone.WARN
        if not owing.overdue_paise:
            return self.tr("Nothing is overdue"), Tone.GOOD
        overdue = self.tr("₹ %1 overdue from %2")
        who = parties_words(owing.overdue_parties_count)
        return text.filled(overdue, text.amount(owing.overdue_paise), who), Tone.BAD

    def _empty_text(self) -> str:
        owing = self._owing
        if owing is None:
            return ""
        if owing.which is not Which.ALL:
            return self.tr("No bill is overdue or due on this day; Ctrl+H shows all parties.")
        if owing.beat:
            words = self.tr("Nobody of beat %1 owes anything on %2. Alt+F12 chooses another.")
            return text.filled(words, owing.beat, text.day(owing.as_of_on))
        if owing.area:
            words = self.tr("Nobody in area %1 owes anything on %2. Alt+A chooses another.")
            return text.filled(words, owing.area, text.day(owing.as_of_on))
        if owing.branch_id:
            words = self.tr("Nobody owes branch %1 anything on %2. Alt+B chooses another.")
            branch = self._head.branch.name_of(owing.branch_id)
            return text.filled(words, branch, text.day(owing.as_of_on))
        return self.tr(
            "Nobody owes anything on this day. Who owes what will stand here, bill by bill: "
            "F8 begins a sale, F2 chooses another day."
        )
