"""The fields that vouchers have in common, put in their places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.arithmetic import work_out
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import round_half_up
from collectiq_desktop.core.domain.numerals import group_indian
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.allow_card import AllowCard
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import AmountField, DateField, Field, ParsedField
from collectiq_desktop.ui.widgets.party_facts import hit_of, limit_chips, party_facts
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.pieces import Card, Chip, CommitRow, FactStrip, label
from collectiq_desktop.ui.widgets.walk import Walk
from collectiq_desktop.ui.work.lanes import Work

_MILLI = 1_000
_BP = 100


class QuantityField(ParsedField[int]):
    """A quantity in thousandths; arithmetic is worked out."""

    def parse(self, text: str) -> int:
        exact = work_out(text, field=self.name)
        thousandths = round_half_up(exact.numerator * _MILLI, exact.denominator)
        if thousandths <= 0:
            message = say("Type how many: a quantity above nothing.")
            raise BadInput(message, field=self.name)
        return thousandths

    def shown(self, value: int) -> str:
        return quantity_text(value)


class RateField(ParsedField[int]):
    """A rate of tax in percent, kept in basis points."""

    def parse(self, text: str) -> int:
        exact = work_out(text.removesuffix("%"), field=self.name) * _BP
        if exact.denominator != 1 or not 0 <= exact <= 100 * _BP:
            message = say(
                "“{text}” is not a GST rate; type the percent, such as 5 or 18.", text=text
            )
            raise BadInput(message, field=self.name)
        return int(exact)

    def shown(self, value: int) -> str:
        return percent_text(value)


def quantity_text(quantity_milli: int) -> str:
    """A quantity as people write it: 12, 2.5."""
    whole, rest = divmod(quantity_milli, _MILLI)
    return f"{group_indian(whole)}.{rest:03d}".rstrip("0").rstrip(".") if rest else str(whole)


def percent_text(rate_bp: int) -> str:
    """A rate in basis points as people write it: 18, 2.5."""
    whole, rest = divmod(rate_bp, _BP)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def propose_due(due: DateField, on: date | None, credit_days: int) -> None:
    """The bill's day and the days of credit; a due date that was typed stays."""
    if on is not None and not due.line.isModified():
        due.set_value(on + timedelta(days=credit_days))


class VoucherFields(QVBoxLayout):
    """Title, number, date; then what a voucher adds; then the row that it ends with."""

    def __init__(self, page: QWidget, today_on: date) -> None:
        super().__init__(page)
        self._page = page
        self.title, self.number = label("title"), label("muted")
        self.amending, self.fixed = Chip(), label("strong")
        self.fixed.setWordWrap(True)
        set_tone(self.fixed, Tone.WARN)
        self.on = DateField("on", today_on)
        self.allowing = AllowCard(today_on)
        self.commit = CommitRow()
        self.walk: Walk
        self.loose: tuple[Field, ...] = ()
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.title)
        self.head.addWidget(self.number)
        self.head.addWidget(self.amending)
        self.head.addStretch(1)
        self._captions: dict[Field, QLabel] = {}
        self.addLayout(self.head)
        self.addWidget(self.fixed)
        self.add_day(self.on)
        self.fixed.hide()
        self._show_number("")

    def add_day(self, field: DateField) -> None:
        """A day at the right of the head, its caption beside it."""
        field.caption.hide()
        field.setFixedWidth(124)
        self._captions[field] = caption = label("caption")
        self.head.addWidget(caption)
        self.head.addWidget(field)

    def name_day(self, field: DateField, words: str) -> None:
        """What a day of the head is called."""
        field.set_caption(words)
        self._captions[field].setText(words)

    def close_form(self, walked: Sequence[Field], loose: Sequence[Field] = ()) -> None:
        """Put the commit row under all, and lay the order of the fields down.

        Args:
            loose: fields that a key goes to and Enter passes over.
        """
        self.addWidget(self.allowing)
        self.addWidget(self.commit)
        self.loose = (self.on, *loose)
        self.walk = Walk([*walked, self.commit.narration, self.commit.reason], self._page)

    def inputs(self, fields: Sequence[tuple[Field, int]], last: Field | None = None) -> Card:
        """A card with fields in a row; what matters most stands at the right."""
        card, row = Card(), QHBoxLayout()
        row.setSpacing(14)
        for field, width in fields:
            field.setFixedWidth(width)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        if last is not None:
            last.setFixedWidth(260)
            row.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.name_day(self.on, self.tr("Date"))
        self.number.setText(self._amended_number or self.tr("new"))
        self.amending.show_state(self.tr("Amending"), Tone.WARN)
        self.allowing.retranslate()
        why, save = self.tr("Why is it amended?"), self.tr("Save") + "   Enter"
        self.commit.set_texts(self.tr("Narration"), save, why)

    def begin(self, today_on: date) -> None:
        """Empty fields for the next voucher."""
        self.on.today_on = today_on
        self.on.set_value(today_on)
        self.commit.narration.set_text("")
        self.commit.show_message("")
        self.allowing.hide()
        self.show_new()
        self.walk.clear_problems()
        for field in self.loose:
            field.clear_problem()

    def show_new(self) -> None:
        """A new voucher is typed."""
        self._show_number("")
        self.show_fixed("")

    def show_amending(self, number: str) -> None:
        """The voucher of this number is posted anew; the reason is asked for."""
        self._show_number(number)

    def show_fixed(self, sentence: str) -> None:
        """Only the day and the words can be changed, and why; empty lets all be changed."""
        self.fixed.setText(sentence)
        self.fixed.setVisible(bool(sentence))
        for widget in self.kept():
            widget.setEnabled(not sentence)

    def kept(self) -> Sequence[QWidget]:
        """What stays as it is in a voucher whose sums stay."""
        return ()

    def show_typed(self, typed: Typed) -> None:
        """The day and the words of a voucher."""
        self.on.set_value(typed.on)
        self.commit.narration.set_text(typed.narration)

    def _show_number(self, number: str) -> None:
        self._amended_number = number
        self.number.setText(number or self.tr("new"))
        self.amending.setVisible(bool(number))
        self.commit.ask_why(is_asked=bool(number))

    @property
    def is_typed(self) -> bool:
        """Whether anything but the party stands in the fields."""
        return bool(self.commit.narration.text)

    def take_all(self) -> bool:
        """Whether every field can be taken; the first that cannot has the cursor."""
        self.commit.show_message("")
        return all(field.take() for field in self.loose) and self.walk.take_all()

    def show_problem(self, name: str, words: str) -> bool:
        """Say at a field what is wrong; False where there is no such field."""
        for field in self.loose:
            if field.name == name:
                field.show_problem(words)
                return True
        return self.walk.show_problem(name, words)


class PartyVoucherFields(VoucherFields):
    """A voucher with a party, its facts, and an amount."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, today_on)
        self.party = PartyField("party", work)
        self.amount = AmountField("amount", is_needed=True)
        self.amount.input.setProperty("role", "amount")
        self.facts = FactStrip()

    def kept(self) -> Sequence[QWidget]:
        return (self.party, self.amount)

    def retranslate(self) -> None:
        super().retranslate()
        self.party.set_caption(self.tr("Party"))
        self.party.set_none_found_text(self.tr("Nobody is found; Alt+C adds a new party."))
        self.amount.set_caption(self.tr("Amount ₹"))

    def begin(self, today_on: date) -> None:
        self.party.set_party(None)
        self.amount.set_value(None)
        super().begin(today_on)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.amount.text)

    def show_party(self, details: PartyDetails | None) -> None:
        """The party's name and its facts; nothing while nobody is chosen."""
        self.facts.setVisible(details is not None)
        if details is not None:
            taken = self.party.party
            if taken is None or taken != hit_of(details):
                self.party.set_party(hit_of(details))
            self.facts.show_facts(party_facts(details))
            self.facts.show_chips(limit_chips(details))
