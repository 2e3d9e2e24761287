"""Which screens there are, where they stand in the rail, and how each is made.

A screen is made when it is first opened. A new screen is one line here and
its keys in `ui.actions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from collectiq_desktop.ui.forms.screen import VoucherScreen

HOME = "home"


class Group(StrEnum):
    """The groups of the rail; the value is translated when shown."""

    COUNTER = QT_TRANSLATE_NOOP("Rail", "Counter")
    COLLECT = QT_TRANSLATE_NOOP("Rail", "Collect")
    OWNER = QT_TRANSLATE_NOOP("Rail", "Owner")
    HIDDEN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenInfo:
    """One screen.

    Args:
        name: also its context in the table of actions.
        title: translated when shown, in the context "Screen".
        group: where it stands in the rail; hidden ones need a subject.
        is_found: Go To finds it, although it is in no rail.
    """

    name: str
    title: str
    group: Group
    make: Callable[[Kit], Screen]
    is_found: bool = False


def _home(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.home.view import HomeScreen

    return HomeScreen(kit)


def _parties(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.parties.view import PartiesScreen

    return PartiesScreen(kit)


def _party(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party.view import PartyScreen

    return PartyScreen(kit)


def _receipt(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen

    return ReceiptScreen(kit)


def _print_queue(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.print_queue.view import PrintQueueScreen

    return PrintQueueScreen(kit)


def _import_wizard(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.import_wizard.view import ImportScreen

    return ImportScreen(kit)


def _outstanding(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.outstanding.view import OutstandingScreen

    return OutstandingScreen(kit)


def _ageing(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.ageing.view import AgeingScreen

    return AgeingScreen(kit)


def _statement(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.statement.view import StatementScreen

    return StatementScreen(kit)


def _day_book(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.day_book.view import DayBookScreen

    return DayBookScreen(kit)


def _voucher(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.voucher.view import VoucherScreen

    return VoucherScreen(kit)


def _register(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.register.view import RegisterScreen

    return RegisterScreen(kit)


def _attention(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.attention.view import AttentionScreen

    return AttentionScreen(kit)


def _cheques(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.cheques.view import ChequesScreen

    return ChequesScreen(kit)


def _promises(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.promises.view import PromisesScreen

    return PromisesScreen(kit)


def _run_sheets(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.run_sheets.view import RunSheetsScreen

    return RunSheetsScreen(kit)


def _run_sheet(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.run_sheet.view import RunSheetScreen

    return RunSheetScreen(kit)


def _cash(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.cash.view import CashScreen

    return CashScreen(kit)


def _agents(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.agents.view import AgentsScreen

    return AgentsScreen(kit)


def _assign(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.assign.view import AssignScreen

    return AssignScreen(kit)


def _settings(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.settings.view import SettingsScreen

    return SettingsScreen(kit)


def _sale(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.sale.view import SaleScreen

    return SaleScreen(kit)


def _payment(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.payment.view import PaymentScreen

    return PaymentScreen(kit)


def _credit_note(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.credit_note.view import CreditNoteScreen

    return CreditNoteScreen(kit)


def _debit_note(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.debit_note.view import DebitNoteScreen

    return DebitNoteScreen(kit)


def _journal(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.journal.view import JournalScreen

    return JournalScreen(kit)


def _contra(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.contra.view import ContraScreen

    return ContraScreen(kit)


def _set_off(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.set_off.view import SetOffScreen

    return SetOffScreen(kit)


def _opening_bill(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.opening_bill.view import OpeningScreen

    return OpeningScreen(kit)


def _amend(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.amend.view import AmendScreen

    return AmendScreen(
        kit,
        {
            VoucherKind.RECEIPT: _receipt,
            VoucherKind.SALES_INVOICE: _sale,
            VoucherKind.CREDIT_NOTE: _credit_note,
            VoucherKind.DEBIT_NOTE: _debit_note,
            VoucherKind.JOURNAL: _journal,
            VoucherKind.CONTRA: _contra,
            VoucherKind.PAYMENT: _payment,
        },
    )


def _party_form(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party_form.view import PartyFormScreen

    return PartyFormScreen(kit)


def _upi(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.upi.view import UpiScreen

    return UpiScreen(kit)


def _risk(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.risk.view import RiskScreen

    return RiskScreen(kit)


def _party_risk(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party_risk.view import PartyRiskScreen

    return PartyRiskScreen(kit)


def _calls(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.calls.view import CallsScreen

    return CallsScreen(kit)


def _forecast(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.forecast.view import ForecastScreen

    return ForecastScreen(kit)


def _segments(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.segments.view import SegmentsScreen

    return SegmentsScreen(kit)


def _risk_model(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.risk_model.view import RiskModelScreen

    return RiskModelScreen(kit)


def _verify(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.verify.view import VerifyScreen

    return VerifyScreen(kit)


def _sync(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sync.view import SyncScreen

    return SyncScreen(kit)


def _employees(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.employees.view import EmployeesScreen

    return EmployeesScreen(kit)


def _sign_in(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sign_in.view import SignInScreen

    return SignInScreen(kit)


def _welcome(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.welcome.view import WelcomeScreen

    return WelcomeScreen(kit)


def _help(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.help.view import HelpScreen

    return HelpScreen(kit)


def _row(
    name: str, title: str, group: Group, make: Callable[[Kit], Screen], *, is_found: bool = False
) -> ScreenInfo:
    return ScreenInfo(name=name, title=title, group=group, make=make, is_found=is_found)


SCREENS: tuple[ScreenInfo, ...] = (
    _row("help", QT_TRANSLATE_NOOP("Screen", "Help"), Group.HIDDEN, _help),
    _row(HOME, QT_TRANSLATE_NOOP("Screen", "Home"), Group.COUNTER, _home),
    _row("parties", QT_TRANSLATE_NOOP("Screen", "Parties"), Group.COUNTER, _parties),
    _row("party", QT_TRANSLATE_NOOP("Screen", "Party"), Group.HIDDEN, _party),
    _row("upi", QT_TRANSLATE_NOOP("Screen", "UPI code"), Group.HIDDEN, _upi),
    _row("receipt", QT_TRANSLATE_NOOP("Screen", "Receipt"), Group.COUNTER, _receipt),
    _row("sale", QT_TRANSLATE_NOOP("Screen", "Sale"), Group.COUNTER, _sale),
    _row("payment", QT_TRANSLATE_NOOP("Screen", "Payment"), Group.COUNTER, _payment),
    _row("credit_note", QT_TRANSLATE_NOOP("Screen", "Credit note"), Group.COUNTER, _credit_note),
    _row("debit_note", QT_TRANSLATE_NOOP("Screen", "Debit note"), Group.COUNTER, _debit_note),
    _row("journal", QT_TRANSLATE_NOOP("Screen", "Journal"), Group.COUNTER, _journal),
    _row("contra", QT_TRANSLATE_NOOP("Screen", "Contra"), Group.COUNTER, _contra),
    _row("set_off", QT_TRANSLATE_NOOP("Screen", "Set off"), Group.HIDDEN, _set_off, is_found=True),
    _row(
        "opening_bill",
        QT_TRANSLATE_NOOP("Screen", "Opening bill"),
        Group.HIDDEN,
        _opening_bill,
        is_found=True,
    ),
    _row("amend", QT_TRANSLATE_NOOP("Screen", "Amend"), Group.HIDDEN, _amend),
    _row("party_form", QT_TRANSLATE_NOOP("Screen", "New party"), Group.HIDDEN, _party_form),
    _row("print_queue", QT_TRANSLATE_NOOP("Screen", "Print queue"), Group.COUNTER, _print_queue),
    _row("statement", QT_TRANSLATE_NOOP("Screen", "Statement"), Group.COUNTER, _statement),
    _row("outstanding", QT_TRANSLATE_NOOP("Screen", "Outstanding"), Group.COLLECT, _outstanding),
    _row("ageing", QT_TRANSLATE_NOOP("Screen", "Ageing"), Group.COLLECT, _ageing),
    _row("import_wizard", QT_TRANSLATE_NOOP("Screen", "Import"), Group.OWNER, _import_wizard),
    _row("day_book", QT_TRANSLATE_NOOP("Screen", "Day book"), Group.COUNTER, _day_book),
    _row("voucher", QT_TRANSLATE_NOOP("Screen", "Voucher"), Group.HIDDEN, _voucher),
    _row("calls", QT_TRANSLATE_NOOP("Screen", "Today's calls"), Group.COLLECT, _calls),
    _row("register", QT_TRANSLATE_NOOP("Screen", "Collection register"), Group.COLLECT, _register),
    _row("promises", QT_TRANSLATE_NOOP("Screen", "Promises"), Group.COLLECT, _promises),
    _row("cheques", QT_TRANSLATE_NOOP("Screen", "Cheque register"), Group.COLLECT, _cheques),
    _row("run_sheets", QT_TRANSLATE_NOOP("Screen", "Run sheets"), Group.COLLECT, _run_sheets),
    _row("run_sheet", QT_TRANSLATE_NOOP("Screen", "Run sheet"), Group.HIDDEN, _run_sheet),
    _row("cash", QT_TRANSLATE_NOOP("Screen", "Cash hand-over"), Group.COLLECT, _cash),
    _row("attention", QT_TRANSLATE_NOOP("Screen", "Attention"), Group.COLLECT, _attention),
    _row("risk", QT_TRANSLATE_NOOP("Screen", "Risk"), Group.OWNER, _risk),
    _row("party_risk", QT_TRANSLATE_NOOP("Screen", "Party's risk"), Group.HIDDEN, _party_risk),
    _row("forecast", QT_TRANSLATE_NOOP("Screen", "Forecast"), Group.OWNER, _forecast),
    _row(
        "segments", QT_TRANSLATE_NOOP("Screen", "Segments"), Group.HIDDEN, _segments, is_found=True
    ),
    _row(
        "risk_model", QT_TRANSLATE_NOOP("Screen", "Model"), Group.HIDDEN, _risk_model, is_found=True
    ),
    _row("agents", QT_TRANSLATE_NOOP("Screen", "Agents"), Group.OWNER, _agents),
    _row("assign", QT_TRANSLATE_NOOP("Screen", "Assignment"), Group.OWNER, _assign),
    _row("settings", QT_TRANSLATE_NOOP("Screen", "Settings"), Group.OWNER, _settings),
    _row("employees", QT_TRANSLATE_NOOP("Screen", "Employees"), Group.OWNER, _employees),
    _row("sign_in", QT_TRANSLATE_NOOP("Screen", "Sign in"), Group.HIDDEN, _sign_in),
    _row("sync", QT_TRANSLATE_NOOP("Screen", "Sync"), Group.OWNER, _sync),
    _row("verify", QT_TRANSLATE_NOOP("Screen", "Verify"), Group.OWNER, _verify),
    _row("welcome", QT_TRANSLATE_NOOP("Screen", "Firms"), Group.HIDDEN, _welcome),
)
"""Every screen, in the order of the rail."""
