"""Outstanding on the screen: all parties, their sums, and the bills of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from collectiq_desktop.core.queries.outstanding import OutstandingParty
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.reports.screen import PartyReportScreen
from collectiq_desktop.ui.screens.outstanding.columns import PARTY_COLUMNS, sums_of
from collectiq_desktop.ui.screens.outstanding.presenter import OutstandingPresenter, Owing
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

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {**super().acts(), "order": self.presenter.change_order}

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
        overdue = self.tr("₹ %1 overdue from %2")
        who = parties_words(owing.overdue_parties_count)
        words = text.filled(overdue, text.amount(owing.overdue_paise), who)
        self._card.set_heading(text.filled(self.tr("On %1"), text.day(owing.as_of_on)))
        has_late = owing.overdue_paise > 0
        nothing = self.tr("Nothing is overdue")
        self._card.set_note(words if has_late else nothing, Tone.BAD if has_late else Tone.GOOD)
        self._foot.show_cells(sums_of(owing, self.tr("Together")))
        self._tie.show_tie(owing.bills_paise, owing.on_account_paise, owing.total_paise)
        self._table.set_empty_text(self._empty_text())

    def _empty_text(self) -> str:
        owing = self._owing
        if owing is None:
            return ""
        if owing.beat:
            words = self.tr("Nobody of beat %1 owes anything on %2. Alt+F12 chooses another.")
            return text.filled(words, owing.beat, text.day(owing.as_of_on))
        if owing.branch_id:
            words = self.tr("Nobody owes branch %1 anything on %2. Alt+B chooses another.")
            branch = self._head.branch.name_of(owing.branch_id)
            return text.filled(words, branch, text.day(owing.as_of_on))
        return self.tr(
            "Nobody owes anything on this day. Who owes what will stand here, bill by bill: "
            "F8 begins a sale, F2 chooses another day."
        )
