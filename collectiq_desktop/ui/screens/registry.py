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
    """

    name: str
    title: str
    group: Group
    make: Callable[[Kit], Screen]


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


def _verify(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.verify.view import VerifyScreen

    return VerifyScreen(kit)


def _sync(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.sync.view import SyncScreen

    return SyncScreen(kit)


def _welcome(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.welcome.view import WelcomeScreen

    return WelcomeScreen(kit)


def _help(kit: Kit) -> Screen:
    from collectiq_desktop.ui.screens.help.view import HelpScreen

    return HelpScreen(kit)


SCREENS: tuple[ScreenInfo, ...] = (
    ScreenInfo(
        name="help", title=QT_TRANSLATE_NOOP("Screen", "Help"), group=Group.HIDDEN, make=_help
    ),
    ScreenInfo(
        name=HOME, title=QT_TRANSLATE_NOOP("Screen", "Home"), group=Group.COUNTER, make=_home
    ),
    ScreenInfo(
        name="parties",
        title=QT_TRANSLATE_NOOP("Screen", "Parties"),
        group=Group.COUNTER,
        make=_parties,
    ),
    ScreenInfo(
        name="party", title=QT_TRANSLATE_NOOP("Screen", "Party"), group=Group.HIDDEN, make=_party
    ),
    ScreenInfo(
        name="upi", title=QT_TRANSLATE_NOOP("Screen", "UPI code"), group=Group.HIDDEN, make=_upi
    ),
    ScreenInfo(
        name="receipt",
        title=QT_TRANSLATE_NOOP("Screen", "Receipt"),
        group=Group.COUNTER,
        make=_receipt,
    ),
    ScreenInfo(
        name="sale",
        title=QT_TRANSLATE_NOOP("Screen", "Sale"),
        group=Group.COUNTER,
        make=_sale,
    ),
    ScreenInfo(
        name="payment",
        title=QT_TRANSLATE_NOOP("Screen", "Payment"),
        group=Group.COUNTER,
        make=_payment,
    ),
    ScreenInfo(
        name="credit_note",
        title=QT_TRANSLATE_NOOP("Screen", "Credit note"),
        group=Group.COUNTER,
        make=_credit_note,
    ),
    ScreenInfo(
        name="debit_note",
        title=QT_TRANSLATE_NOOP("Screen", "Debit note"),
        group=Group.COUNTER,
        make=_debit_note,
    ),
    ScreenInfo(
        name="journal",
        title=QT_TRANSLATE_NOOP("Screen", "Journal"),
        group=Group.COUNTER,
        make=_journal,
    ),
    ScreenInfo(
        name="contra",
        title=QT_TRANSLATE_NOOP("Screen", "Contra"),
        group=Group.COUNTER,
        make=_contra,
    ),
    ScreenInfo(
        name="amend",
        title=QT_TRANSLATE_NOOP("Screen", "Amend"),
        group=Group.HIDDEN,
        make=_amend,
    ),
    ScreenInfo(
        name="party_form",
        title=QT_TRANSLATE_NOOP("Screen", "New party"),
        group=Group.HIDDEN,
        make=_party_form,
    ),
    ScreenInfo(
        name="print_queue",
        title=QT_TRANSLATE_NOOP("Screen", "Print queue"),
        group=Group.COUNTER,
        make=_print_queue,
    ),
    ScreenInfo(
        name="statement",
        title=QT_TRANSLATE_NOOP("Screen", "Statement"),
        group=Group.COUNTER,
        make=_statement,
    ),
    ScreenInfo(
        name="outstanding",
        title=QT_TRANSLATE_NOOP("Screen", "Outstanding"),
        group=Group.COLLECT,
        make=_outstanding,
    ),
    ScreenInfo(
        name="ageing",
        title=QT_TRANSLATE_NOOP("Screen", "Ageing"),
        group=Group.COLLECT,
        make=_ageing,
    ),
    ScreenInfo(
        name="import_wizard",
        title=QT_TRANSLATE_NOOP("Screen", "Import"),
        group=Group.OWNER,
        make=_import_wizard,
    ),
    ScreenInfo(
        name="day_book",
        title=QT_TRANSLATE_NOOP("Screen", "Day book"),
        group=Group.COUNTER,
        make=_day_book,
    ),
    ScreenInfo(
        name="voucher",
        title=QT_TRANSLATE_NOOP("Screen", "Voucher"),
        group=Group.HIDDEN,
        make=_voucher,
    ),
    ScreenInfo(
        name="register",
        title=QT_TRANSLATE_NOOP("Screen", "Collection register"),
        group=Group.COLLECT,
        make=_register,
    ),
    ScreenInfo(
        name="attention",
        title=QT_TRANSLATE_NOOP("Screen", "Attention"),
        group=Group.COLLECT,
        make=_attention,
    ),
    ScreenInfo(
        name="settings",
        title=QT_TRANSLATE_NOOP("Screen", "Settings"),
        group=Group.OWNER,
        make=_settings,
    ),
    ScreenInfo(
        name="sync",
        title=QT_TRANSLATE_NOOP("Screen", "Sync"),
        group=Group.OWNER,
        make=_sync,
    ),
    ScreenInfo(
        name="verify",
        title=QT_TRANSLATE_NOOP("Screen", "Verify"),
        group=Group.OWNER,
        make=_verify,
    ),
    ScreenInfo(
        name="welcome",
        title=QT_TRANSLATE_NOOP("Screen", "Firms"),
        group=Group.HIDDEN,
        make=_welcome,
    ),
)
"""Every screen, in the order of the rail."""
