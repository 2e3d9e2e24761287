"""The contra on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.accounts import ChartLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.accounts import account_words
from collectiq_desktop.ui.forms.fields import VoucherFields
from collectiq_desktop.ui.forms.screen import VoucherScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.contra.presenter import ContraForm, ContraPresenter
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField
from collectiq_desktop.ui.widgets.pieces import Fact, FactStrip


class ContraFields(VoucherFields):
    """From where, to where, how much; and what each account holds."""

    def __init__(self, page: QWidget, today_on: date) -> None:
        super().__init__(page, today_on)
        self.from_account = ChoiceField("from_account")
        self.to_account = ChoiceField("account")
        self.amount = AmountField("amount", is_needed=True)
        self.amount.input.setProperty("role", "amount")
        self.balances = FactStrip()
        self._accounts: Sequence[ChartLine] = ()
        self._balances_paise: dict[str, int] = {}
        fields = ((self.from_account, 250), (self.to_account, 250))
        self.addWidget(self.inputs(fields, self.amount))
        self.addWidget(self.balances)
        self.addStretch(1)
        self.close_form((self.from_account, self.to_account, self.amount))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Contra"))
        self.from_account.set_caption(self.tr("From"))
        self.to_account.set_caption(self.tr("To"))
        self.amount.set_caption(self.tr("Amount ₹"))
        self.show_accounts(self._accounts)

    def begin(self, today_on: date) -> None:
        self.amount.set_value(None)
        super().begin(today_on)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.amount.text)

    def show_form(self, form: ContraForm) -> None:
        """A contra of the books."""
        self.show_typed(form)
        self.from_account.set_key(form.from_code)
        self.to_account.set_key(form.to_code)
        self.amount.set_value(form.amount_paise)
        self.show_again()

    def kept(self) -> Sequence[QWidget]:
        return (self.from_account, self.to_account, self.amount)

    def show_accounts(self, accounts: Sequence[ChartLine]) -> None:
        """The accounts that hold money; at first, cash goes to the bank."""
        is_first = bool(accounts) and not self._accounts
        self._accounts = accounts
        choices = [(line.account_code, account_words(line)) for line in accounts]
        self.from_account.set_choices(choices)
        self.to_account.set_choices(choices)
        if is_first:
            self.from_account.set_key("cash")
            self.to_account.set_key("bank")
        self.show_balances(self._balances_paise)

    def show_balances(self, balances_paise: dict[str, int]) -> None:
        """What the two accounts hold, and what they will."""
        self._balances_paise = balances_paise
        paise = self.amount.value or 0
        facts = []
        for field, moved_paise in ((self.from_account, -paise), (self.to_account, paise)):
            held_paise = balances_paise.get(field.key, 0)
            after_paise = held_paise + moved_paise
            facts.append(
                Fact(
                    field.box.currentText(),
                    text.amount(held_paise),
                    note="→ " + text.amount(after_paise),
                    note_tone=Tone.BAD if after_paise < 0 else Tone.MUTED,
                )
            )
        self.balances.setVisible(bool(self._accounts))
        self.balances.show_facts(facts)

    def show_again(self) -> None:
        """Another account or amount is typed."""
        self.show_balances(self._balances_paise)


class ContraScreen(VoucherScreen):
    """Records contras, one after another."""

    name = "contra"
    fields: ContraFields
    presenter: ContraPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = ContraFields(self, kit.clock.today_on())
        self.presenter = ContraPresenter(self, kit)
        self.connect_form()
        fields = self.fields
        for field in (fields.from_account, fields.to_account, fields.amount):
            field.changed.connect(fields.show_again)
        fields.on.entered.connect(fields.amount.focus_all)

    def first_input(self) -> QWidget | None:
        if self.presenter.amender.fixed is not None:
            return self.fields.commit.narration.input
        return self.fields.from_account.input

    def show_form(self, form: ContraForm) -> None:
        self.fields.show_form(form)

    def show_accounts(self, accounts: Sequence[ChartLine]) -> None:
        self.fields.show_accounts(accounts)

    def show_balances(self, balances_paise: dict[str, int]) -> None:
        self.fields.show_balances(balances_paise)

    def save(self) -> None:
        fields = self.fields
        on, amount_paise = fields.on.value, fields.amount.value
        if not fields.take_all() or on is None or amount_paise is None:
            return
        self.presenter.save(
            ContraForm(
                amount_paise=amount_paise,
                from_code=fields.from_account.key,
                to_code=fields.to_account.key,
                on=on,
                reference=self.presenter.reference,
                narration=fields.commit.narration.text,
                reason=fields.commit.reason.text,
            )
        )
