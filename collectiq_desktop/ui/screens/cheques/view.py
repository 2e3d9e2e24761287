"""The cheque register on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from collectiq_desktop.core.domain.cheques import ChequeDue
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.photos import Photos
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.cheques.columns import CHEQUE_COLUMNS
from collectiq_desktop.ui.screens.cheques.presenter import ChequesPresenter, Which
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, DateField, TextField
from collectiq_desktop.ui.widgets.pieces import Fact


class ChequesScreen(ListScreen):
    """All cheques by date; deposit, clear and bounce are keys."""

    name = "cheques"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, CHEQUE_COLUMNS, lambda line: line.cheque_id)
        self._presenter, self.photos = ChequesPresenter(self, kit), Photos(self, kit)
        today_on = kit.clock.today_on()
        self._days = [DateField("on", today_on) for _deed in range(4)]
        self._reason, self._charge = TextField("reason"), AmountField("charge")
        self._why = TextField("reason")
        self._deposit = self.add_deed(DeedCard([self._days[0]]))
        self._clear = self.add_deed(DeedCard([self._days[1]]))
        self._bounce = self.add_deed(DeedCard([self._days[2], self._reason, self._charge]))
        self._back = self.add_deed(DeedCard([self._days[3], self._why]))
        self._deposit.finished.connect(self._deposited)
        self._clear.finished.connect(self._cleared)
        self._bounce.finished.connect(self._bounced)
        self._back.finished.connect(self._given_back)
        self.table.chosen.connect(self._chosen)

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._presenter.begin(place.text)

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "deposit": self._begin_deposit,
            "clear": self._begin_clear,
            "bounce": self._begin_bounce,
            "give_back": self._begin_back,
            "photo": self._show_photo,
            "which": self._presenter.turn,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Cheque register"))
        self.table.set_empty_text(
            self.tr("No cheque is here. A receipt by cheque stands here until it is cleared.")
        )
        for day in self._days:
            day.set_caption(self.tr("Day"))
        self._reason.set_caption(self.tr("Why, as the bank's memo says"))
        self._charge.set_caption(self.tr("Charge to the party"))
        self._why.set_caption(self.tr("Why"))
        self._deposit.button.setText(self.tr("Deposit"))
        self._clear.button.setText(self.tr("Cleared"))
        self._bounce.button.setText(self.tr("Bounced"))
        self._back.button.setText(self.tr("Give back"))
        self._presenter.refresh()

    # What the presenter tells -----------------------------------------------------------

    def show_cheques(
        self, lines: Sequence[ChequeLine], sheet: ChequeSheet, which: Which, *, is_anew: bool
    ) -> None:
        self.show_rows(lines, is_anew=is_anew)
        self.which.setText(self._which_words(which))
        self.strip.show_facts(
            [
                self._fact(self.tr("Post-dated"), sheet, ChequeDue.POST_DATED),
                self._fact(self.tr("To deposit"), sheet, ChequeDue.DEPOSIT, Tone.WARN),
                self._fact(self.tr("At the bank"), sheet, ChequeDue.WAITING),
                self._fact(self.tr("Bounced"), sheet, ChequeDue.RETURNED, Tone.BAD),
            ]
        )

    def _fact(
        self, caption: str, sheet: ChequeSheet, due: ChequeDue, tone: Tone = Tone.INK
    ) -> Fact:
        """What they come to; how many they are, for who may not see totals."""
        count, paise = sheet.cheques_count(due), sheet.amount_paise(due)
        figure = text.rupees(paise) if sheet.has_totals else text.count(count)
        return Fact(caption, figure, tone if count else Tone.MUTED)

    def _which_words(self, which: Which) -> str:
        return {
            Which.OPEN: self.tr("all that are open"),
            Which.DEPOSIT: self.tr("to deposit today"),
            Which.BANK: self.tr("at the bank"),
            Which.BOUNCED: self.tr("bounced"),
            Which.ALL: self.tr("all, also those cleared lately"),
        }[which]

    # Intentions -------------------------------------------------------------------------

    def _show_photo(self) -> None:
        line: ChequeLine | None = self.table.current
        self.photos.show(line.cheque_id if line is not None else None)

    def _chosen(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self._presenter.open(line)

    def _begin(self, deed: DeedCard, words: str) -> None:
        line: ChequeLine | None = self.table.current
        if line is None:
            return
        for day in self._days:
            day.set_value(self.kit.clock.today_on())
        self._reason.set_text("")
        self._why.set_text("")
        self._charge.set_text("")
        sum_ = text.rupees(line.amount_paise)
        self.begin_deed(deed, text.filled(words, text.or_none(line.number), line.party, sum_))

    def _begin_deposit(self) -> None:
        self._begin(self._deposit, self.tr("Deposit cheque %1 of %2, %3"))

    def _begin_clear(self) -> None:
        self._begin(self._clear, self.tr("The bank has paid cheque %1 of %2, %3"))

    def _begin_bounce(self) -> None:
        self._begin(self._bounce, self.tr("The bank returned cheque %1 of %2, %3"))

    def _begin_back(self) -> None:
        self._begin(self._back, self.tr("Give cheque %1 back to %2, %3"))

    def _deposited(self) -> None:
        line, on = self.table.current, self._days[0].value
        if line is not None and on is not None:
            self._presenter.deposit(line, on)

    def _cleared(self) -> None:
        line, on = self.table.current, self._days[1].value
        if line is not None and on is not None:
            self._presenter.clear(line, on)

    def _bounced(self) -> None:
        line, on = self.table.current, self._days[2].value
        if line is not None and on is not None:
            self._presenter.bounce(line, on, self._reason.text, self._charge.value or 0)

    def _given_back(self) -> None:
        line, on = self.table.current, self._days[3].value
        if line is not None and on is not None:
            self._presenter.give_back(line, on, self._why.text)
