"""The fields of a party, in the order in which a clerk is told them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.gstin import STATES, state_code_of
from collectiq_desktop.core.domain.party import MAX_CREDIT_DAYS, Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.party_form.presenter import STATE_UNKNOWN, PartyForm
from collectiq_desktop.ui.widgets.field import (
    AmountField,
    ChoiceField,
    Field,
    ParsedField,
    TextField,
)
from collectiq_desktop.ui.widgets.pieces import Card, CommitRow, label
from collectiq_desktop.ui.widgets.walk import Walk

YES, NO = "yes", "no"


class StateField(ParsedField[str]):
    """A State by its name or its two digits."""

    def parse(self, text: str) -> str:
        code = state_code_of(text)
        if code is None:
            raise BadInput(STATE_UNKNOWN, field=self.name)
        return code

    def shown(self, value: str) -> str:
        return STATES.get(value, value)


class CountField(ParsedField[int]):
    """A count of days or bills."""

    def parse(self, text: str) -> int:
        if not text.isdecimal() or int(text) > MAX_CREDIT_DAYS:
            message = say("Type a whole number between 0 and {most}.", most=MAX_CREDIT_DAYS)
            raise BadInput(message, field=self.name)
        return int(text)


class NameField(TextField):
    """The party's name, without which there is none."""

    def take(self) -> bool:
        if not self.text:
            self.show_problem(self.tr("Type the party's name."))
            return False
        return True


class PartyFields(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.title = label("title")
        self.name = NameField("name")
        self.code = TextField("code")
        self.phones = TextField("phones")
        self.beat, self.area = TextField("beat"), TextField("area")
        self.address_first, self.address_rest = TextField("address"), TextField("address_2")
        self.state, self.pincode = StateField("state_code"), TextField("pincode")
        self.gstin = TextField("gstin")
        self.days = CountField("credit_days")
        self.limit = AmountField("credit_limit")
        self.late_limit = CountField("late_limit")
        self.bills_limit = CountField("bills_limit")
        self.at_limit = ChoiceField("at_limit")
        self.bill_wise = ChoiceField("is_bill_wise")
        self.language = ChoiceField("language")
        self.commit = CommitRow()
        self._lay_out()
        self.walk = Walk([*self._in_order(), self.commit.narration], page)

    def _in_order(self) -> list[Field]:
        return [
            self.name,
            self.code,
            self.phones,
            self.beat,
            self.area,
            self.address_first,
            self.address_rest,
            self.state,
            self.pincode,
            self.gstin,
            self.language,
            self.days,
            self.limit,
            self.late_limit,
            self.bills_limit,
            self.at_limit,
            self.bill_wise,
        ]

    def retranslate(self) -> None:
        """Write every fixed text."""
        captions = (
            (self.name, self.tr("Name")),
            (self.code, self.tr("Code (empty: the next one)")),
            (self.phones, self.tr("Phones, with a comma between")),
            (self.beat, self.tr("Beat")),
            (self.area, self.tr("Area or route")),
            (self.address_first, self.tr("Address")),
            (self.address_rest, self.tr("Address, second line")),
            (self.state, self.tr("State")),
            (self.pincode, self.tr("PIN code")),
            (self.gstin, self.tr("GSTIN")),
            (self.language, self.tr("Language of its papers")),
            (self.days, self.tr("Credit days")),
            (self.limit, self.tr("Credit limit ₹ (empty: none)")),
            (self.late_limit, self.tr("Oldest bill late by at most, days")),
            (self.bills_limit, self.tr("Open bills at most")),
            (self.at_limit, self.tr("A sale over a limit")),
            (self.bill_wise, self.tr("Kept bill by bill")),
        )
        for field, words in captions:
            field.set_caption(words)
        self.bill_wise.set_choices([(YES, self.tr("Yes")), (NO, self.tr("No, running account"))])
        self.at_limit.set_choices(
            [(NO, self.tr("is asked about")), (YES, self.tr("is refused"))],
        )
        self.language.set_choices([("en", "English"), ("hi", "हिन्दी")])
        self.commit.set_texts(self.tr("Note"), self.tr("Save") + "   Enter")

    def show_party(self, party: Party) -> None:
        """What the books hold of the party."""
        first, *rest = (*party.address, "")
        self.name.set_text(party.name)
        self.code.set_text(party.code)
        self.phones.set_text(", ".join(party.phones))
        self.beat.set_text(party.beat)
        self.area.set_text(party.area)
        self.address_first.set_text(first)
        self.address_rest.set_text(", ".join(filter(None, rest)))
        self.state.set_value(party.state_code or None)
        self.pincode.set_text(party.pincode)
        self.gstin.set_text(party.gstin)
        self.days.set_value(party.credit_days or None)
        self.limit.set_value(party.credit_limit_paise or None)
        self.late_limit.set_value(party.late_limit_days or None)
        self.bills_limit.set_value(party.bills_limit_count or None)
        self.at_limit.set_key(YES if party.stops_at_limit else NO)
        self.bill_wise.set_key(YES if party.is_bill_wise else NO)
        self.language.set_key(party.language)
        self.commit.narration.set_text(party.note)
        self.commit.show_message("")
        self.walk.clear_problems()

    def take_all(self) -> bool:
        """Whether every field can be taken; the first that cannot has the cursor."""
        self.commit.show_message("")
        return self.walk.take_all()

    def form(self) -> PartyForm:
        """All fields together, as far as they can be read."""
        address = (self.address_first.text, self.address_rest.text)
        return PartyForm(
            name=self.name.text,
            code=self.code.text,
            phones=tuple(filter(None, (each.strip() for each in self.phones.text.split(",")))),
            address=tuple(filter(None, address)),
            pincode=self.pincode.text,
            state_code=self.state.value or "",
            gstin=self.gstin.text.upper(),
            credit_days=self.days.value or 0,
            credit_limit_paise=self.limit.value or 0,
            late_limit_days=self.late_limit.value or 0,
            bills_limit_count=self.bills_limit.value or 0,
            stops_at_limit=self.at_limit.key == YES,
            is_bill_wise=self.bill_wise.key != NO,
            language=self.language.key or "en",
            beat=self.beat.text,
            area=self.area.text,
            note=self.commit.narration.text,
        )

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        card, grid = Card(), QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        rows: tuple[tuple[tuple[Field, int], ...], ...] = (
            ((self.name, 3), (self.code, 1)),
            ((self.phones, 2), (self.beat, 1), (self.area, 1)),
            ((self.address_first, 2), (self.address_rest, 2)),
            ((self.state, 1), (self.pincode, 1), (self.gstin, 1), (self.language, 1)),
            ((self.days, 1), (self.limit, 1), (self.late_limit, 1), (self.bills_limit, 1)),
            ((self.at_limit, 1), (self.bill_wise, 1)),
        )
        for number, row in enumerate(rows):
            column = 0
            for field, span in row:
                grid.addWidget(field, number, column, 1, span, Qt.AlignmentFlag.AlignTop)
                column += span
        for column in range(4):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        self.addWidget(self.title)
        self.addWidget(card)
        self.addStretch(1)
        self.addWidget(self.commit)
