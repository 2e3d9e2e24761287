"""How each screen is made; its module is loaded when it is first opened.

Only the registry and these functions know screens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from collectiq_desktop.ui.forms.screen import VoucherScreen


def home(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.home.view import HomeScreen

    return HomeScreen(kit)


def parties(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.parties.view import PartiesScreen

    return PartiesScreen(kit)


def party(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party.view import PartyScreen

    return PartyScreen(kit)


def receipt(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen

    return ReceiptScreen(kit)


def print_queue(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.print_queue.view import PrintQueueScreen

    return PrintQueueScreen(kit)


def import_wizard(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.import_wizard.view import ImportScreen

    return ImportScreen(kit)


def outstanding(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.outstanding.view import OutstandingScreen

    return OutstandingScreen(kit)


def ageing(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.ageing.view import AgeingScreen

    return AgeingScreen(kit)


def statement(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.statement.view import StatementScreen

    return StatementScreen(kit)


def day_book(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.day_book.view import DayBookScreen

    return DayBookScreen(kit)


def voucher(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.voucher.view import VoucherScreen

    return VoucherScreen(kit)


def register(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.register.view import RegisterScreen

    return RegisterScreen(kit)


def attention(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.attention.view import AttentionScreen

    return AttentionScreen(kit)


def cheques(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.cheques.view import ChequesScreen

    return ChequesScreen(kit)


def promises(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.promises.view import PromisesScreen

    return PromisesScreen(kit)


def run_sheets(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.run_sheets.view import RunSheetsScreen

    return RunSheetsScreen(kit)


def run_sheet(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.run_sheet.view import RunSheetScreen

    return RunSheetScreen(kit)


def cash(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.cash.view import CashScreen

    return CashScreen(kit)


def agents(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.agents.view import AgentsScreen

    return AgentsScreen(kit)


def assign(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.assign.view import AssignScreen

    return AssignScreen(kit)


def beats(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.beats.view import BeatsScreen

    return BeatsScreen(kit)


def settings(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.settings.view import SettingsScreen

    return SettingsScreen(kit)


def sale(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.sale.view import SaleScreen

    return SaleScreen(kit)


def payment(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.payment.view import PaymentScreen

    return PaymentScreen(kit)


def credit_note(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.credit_note.view import CreditNoteScreen

    return CreditNoteScreen(kit)


def debit_note(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.debit_note.view import DebitNoteScreen

    return DebitNoteScreen(kit)


def journal(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.journal.view import JournalScreen

    return JournalScreen(kit)


def contra(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.contra.view import ContraScreen

    return ContraScreen(kit)


def set_off(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.set_off.view import SetOffScreen

    return SetOffScreen(kit)


def opening_bill(kit: Kit) -> VoucherScreen:
    from collectiq_desktop.ui.screens.opening_bill.view import OpeningScreen

    return OpeningScreen(kit)


def amend(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.amend.view import AmendScreen

    return AmendScreen(
        kit,
        {
            VoucherKind.RECEIPT: receipt,
            VoucherKind.SALES_INVOICE: sale,
            VoucherKind.CREDIT_NOTE: credit_note,
            VoucherKind.DEBIT_NOTE: debit_note,
            VoucherKind.JOURNAL: journal,
            VoucherKind.CONTRA: contra,
            VoucherKind.PAYMENT: payment,
            VoucherKind.OPENING_BILL: opening_bill,
        },
    )


def party_form(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party_form.view import PartyFormScreen

    return PartyFormScreen(kit)


def upi(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.upi.view import UpiScreen

    return UpiScreen(kit)


def risk(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.risk.view import RiskScreen

    return RiskScreen(kit)


def party_risk(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.party_risk.view import PartyRiskScreen

    return PartyRiskScreen(kit)


def calls(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.calls.view import CallsScreen

    return CallsScreen(kit)


def forecast(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.forecast.view import ForecastScreen

    return ForecastScreen(kit)


def segments(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.segments.view import SegmentsScreen

    return SegmentsScreen(kit)


def risk_model(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.risk_model.view import RiskModelScreen

    return RiskModelScreen(kit)


def verify(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.verify.view import VerifyScreen

    return VerifyScreen(kit)


def sync(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sync.view import SyncScreen

    return SyncScreen(kit)


def employees(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.employees.view import EmployeesScreen

    return EmployeesScreen(kit)


def sign_in(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sign_in.view import SignInScreen

    return SignInScreen(kit)


def welcome(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.welcome.view import WelcomeScreen

    return WelcomeScreen(kit)


def help_(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.help.view import HelpScreen

    return HelpScreen(kit)


def edit_log(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.edit_log.view import EditLogScreen

    return EditLogScreen(kit)


def sign_ins(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sign_ins.view import SignInsScreen

    return SignInsScreen(kit)
