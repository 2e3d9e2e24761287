"""Outstanding on the screen: all parties, their sums, and the bills of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.outstanding import OutstandingParty
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.outstanding.columns import PARTY_COLUMNS, sums_of
from collectiq_desktop.ui.screens.outstanding.presenter import OutstandingPresenter, Owing
from collectiq_desktop.ui.tables.foot import FootRow
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.bills_panel import BillsPanel
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.report_head import ReportHead, parties_words
from collectiq_desktop.ui.widgets.tie_line import TieLine


class OutstandingScreen(Screen):
    """Who owes what on a day."""

    name = "outstanding"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._owing: Owing | None = None
        self._head = ReportHead(kit.clock.today_on())
        self._card = Card()
        self._problem = label("error")
        self._problem.hide()
        self._model: RowsModel[OutstandingParty] = RowsModel(PARTY_COLUMNS)
        self._table = Table(self._model, identity_of=lambda row: row.party_id)
        self._foot = FootRow(self._table, PARTY_COLUMNS)
        self._tie = TieLine()
        self._panel = BillsPanel(kit.work)
        self._presenter = OutstandingPresenter(self, kit)
        self._lay_out()
        self._head.changed.connect(self._asked)
        self._head.left.connect(self._table.setFocus)
        self._table.chosen.connect(partial(self._go, "party"))
        self._panel.voucher_wanted.connect(self._voucher_wanted)
        self._panel.closed.connect(self._table.setFocus)

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        today_on = self._kit.clock.today_on()
        self._panel.close_all()
        self._head.begin(today_on, place.on or today_on)
        self._presenter.ask_beats()
        self._presenter.open(place.on or today_on)

    def resume(self, _place: Place) -> None:
        """The report stands as it was left; what changed meanwhile is told."""
        self._head.on.today_on = self._kit.clock.today_on()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)
        self._panel.refresh()

    def may_leave(self) -> bool:
        return not (self._panel.close_one() or self._head.give_up())

    def first_input(self) -> QWidget | None:
        return self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "expand": self._expand,
            "date": self._head.on.focus_all,
            "beat": self._head.beat.focus_all,
            "order": self._presenter.change_order,
            "receipt": partial(self._go, "receipt"),
            "statement": partial(self._go, "statement"),
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

    def show_beats(self, beats: Sequence[str]) -> None:
        self._head.show_beats(beats)

    def show_problem(self, sentence: str) -> None:
        self._problem.setText(text.sentence(sentence))
        self._problem.show()

    # Intentions ---------------------------------------------------------------------------

    def _asked(self) -> None:
        self._panel.close_all()
        self._presenter.open(self._head.as_of_on, self._head.beat.key)

    def _go(self, screen: str, _row: int = -1) -> None:
        """Open a screen for the party under the cursor."""
        row: OutstandingParty | None = self._table.current
        if row is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=row.party_id))

    def _expand(self) -> None:
        if self._panel.has_focus():
            self._panel.expand_bill()
            return
        row: OutstandingParty | None = self._table.current
        if row is not None and self._owing is not None:
            self._panel.expand(row.party_id, row.party, self._owing.as_of_on)

    def _voucher_wanted(self, voucher_id: VoucherId) -> None:
        self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))

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
        return self.tr(
            "Nobody owes anything on this day. Who owes what will stand here, bill by bill: "
            "F8 begins a sale, F2 chooses another day."
        )

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addWidget(self._head)
        for widget in (self._problem, self._table, self._foot, self._tie):
            self._card.body.addWidget(widget, 1 if widget is self._table else 0)
        page.addWidget(self._card, 1)
        page.addWidget(self._panel)
