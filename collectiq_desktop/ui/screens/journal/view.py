"""The journal on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.accounts import ChartLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.accounts import AccountField, AccountHit
from collectiq_desktop.ui.forms.fields import VoucherFields
from collectiq_desktop.ui.forms.lines_panel import LinesPanel
from collectiq_desktop.ui.forms.screen import VoucherScreen
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.journal.presenter import JournalLine, JournalPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.work.lanes import Work

DEBIT, CREDIT = "debit", "credit"
LINE_COLUMNS: tuple[Column[JournalLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Account or party"),
        width=0,
        text_of=lambda row: row.words,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Debit"),
        width=190,
        text_of=lambda row: text.amount_or_none(max(0, row.amount_paise)),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Credit"),
        width=190,
        text_of=lambda row: text.amount_or_none(max(0, -row.amount_paise)),
        is_number=True,
    ),
)


class SideField(ChoiceField):
    """Debit or credit; D and C choose in every language."""

    def _key(self, event: QKeyEvent) -> bool:
        side = {Qt.Key.Key_D: DEBIT, Qt.Key.Key_C: CREDIT}.get(Qt.Key(event.key()))
        if side is None:
            return super()._key(event)
        self.set_key(side)
        return True


class JournalPanel(LinesPanel[JournalLine]):
    """Side, account or party, amount; the lines under them."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        self.side = SideField("side")
        self.account = AccountField("account", work)
        self.amount = AmountField("line_amount", is_needed=True)
        typed = ((self.side, 110), (self.account, 0), (self.amount, 190))
        super().__init__("lines", LINE_COLUMNS, typed, parent)
        self.account.skipped.connect(self.skip)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.side.set_caption(self.tr("Side"))
        self.side.set_choices([(DEBIT, self.tr("Debit")), (CREDIT, self.tr("Credit"))])
        self.account.set_caption(self.tr("Account or party"))
        self.account.set_none_found_text(self.tr("Nothing is found."))
        self.amount.set_caption(self.tr("Amount ₹"))
        self.table.set_empty_text(
            self.tr("Type an account or a party, and an amount: the lines stand here.")
        )

    @property
    def line(self) -> JournalLine | None:
        """The line that stands in the row; None while no account was taken."""
        hit = self.account.taken
        if hit is None:
            return None
        sign = 1 if self.side.key == DEBIT else -1
        paise = sign * (self.amount.value or 0)
        return JournalLine(hit.account_code, hit.words, paise, hit.party_id)

    def propose(self, difference_paise: int) -> None:
        """The line that is missing: the other side, with the difference."""
        if not self.is_half_typed():
            self.side.set_key(CREDIT if difference_paise > 0 else DEBIT)
            self.amount.set_value(abs(difference_paise) or None)

    def focus_all(self) -> None:
        self.account.focus_all()

    def load(self, row: JournalLine) -> None:
        self.side.set_key(DEBIT if row.amount_paise > 0 else CREDIT)
        self.account.set_taken(AccountHit(row.account_code, row.words, row.party_id))
        self.amount.set_value(abs(row.amount_paise))

    def clear_typed(self) -> None:
        self.account.set_taken(None)
        self.amount.set_value(None)

    def is_half_typed(self) -> bool:
        return bool(self.account.text)


class JournalFields(VoucherFields):
    """The lines, and whether both sides are equal."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, today_on)
        self.lines = JournalPanel(work)
        self.card = Card()
        self.card.body.addWidget(self.lines, 1)
        self.addWidget(self.card, 1)
        self.close_form((self.lines,))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Journal"))
        self.card.set_heading(self.tr("Lines"))
        self.lines.retranslate()
        self.show_lines(self.lines.model.rows)

    def begin(self, today_on: date) -> None:
        self.lines.free()
        super().begin(today_on)

    def kept(self) -> Sequence[QWidget]:
        return (self.lines,)

    @property
    def is_typed(self) -> bool:
        has_lines = bool(self.lines.model.rowCount())
        return super().is_typed or has_lines or self.lines.is_half_typed()

    def show_lines(self, lines: Sequence[JournalLine]) -> None:
        """The lines, and the difference of their sides."""
        self.lines.show_rows(lines)
        difference_paise = sum(line.amount_paise for line in lines)
        if difference_paise:
            words = text.filled(self.tr("Difference %1"), text.with_side(difference_paise))
            self.card.set_note(words, Tone.WARN)
        else:
            self.card.set_note(self.tr("Debit = credit ✓") if lines else "", Tone.GOOD)
        self.lines.propose(difference_paise)


class JournalScreen(VoucherScreen):
    """Records journals, one after another."""

    name = "journal"
    fields: JournalFields
    presenter: JournalPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = JournalFields(self, kit.work, kit.clock.today_on())
        self.presenter = JournalPresenter(self, kit)
        self.connect_form()
        self.fields.lines.put.connect(self._put)
        self.fields.lines.removed.connect(self.presenter.remove_line)
        self.fields.on.entered.connect(self.fields.lines.focus_all)

    def first_input(self) -> QWidget | None:
        if self.presenter.amender.fixed is not None:
            return self.fields.commit.narration.input
        return self.fields.lines.account.input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {**super().acts(), "remove_line": self.fields.lines.remove_current}

    def may_leave(self) -> bool:
        return not self.fields.lines.account.close_list() and super().may_leave()

    def show_chart(self, chart: Sequence[ChartLine]) -> None:
        self.fields.lines.account.chart = chart

    def show_typed(self, typed: Typed) -> None:
        self.fields.show_typed(typed)

    def show_lines(self, lines: Sequence[JournalLine]) -> None:
        self.fields.show_lines(lines)

    def save(self) -> None:
        on = self.fields.on.value
        if self.fields.take_all() and on is not None:
            commit = self.fields.commit
            typed = Typed(
                on=on,
                reference=self.presenter.reference,
                narration=commit.narration.text,
                reason=commit.reason.text,
            )
            self.presenter.save(typed)

    def _put(self, place: int) -> None:
        lines = self.fields.lines
        line = lines.line
        if line is None or not self.presenter.put_line(line, place):
            return
        lines.free()
        lines.propose(self.presenter.difference_paise)
        if self.presenter.difference_paise or lines.model.rowCount() < 2:
            lines.focus_all()
        else:
            self.fields.commit.narration.focus_all()
