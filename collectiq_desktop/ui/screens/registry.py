"""Which screens there are, where they stand in the rail, and how each is made.

A screen is made when it is first opened. A new screen is one line here, its
maker in `makers` and its keys in `ui.actions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens import makers

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


def _row(
    name: str, title: str, group: Group, make: Callable[[Kit], Screen], *, is_found: bool = False
) -> ScreenInfo:
    return ScreenInfo(name=name, title=title, group=group, make=make, is_found=is_found)


SCREENS: tuple[ScreenInfo, ...] = (
    _row("help", QT_TRANSLATE_NOOP("Screen", "Help"), Group.HIDDEN, makers.help_),
    _row(HOME, QT_TRANSLATE_NOOP("Screen", "Home"), Group.COUNTER, makers.home),
    _row("parties", QT_TRANSLATE_NOOP("Screen", "Parties"), Group.COUNTER, makers.parties),
    _row("party", QT_TRANSLATE_NOOP("Screen", "Party"), Group.HIDDEN, makers.party),
    _row("upi", QT_TRANSLATE_NOOP("Screen", "UPI code"), Group.HIDDEN, makers.upi),
    _row("receipt", QT_TRANSLATE_NOOP("Screen", "Receipt"), Group.COUNTER, makers.receipt),
    _row("sale", QT_TRANSLATE_NOOP("Screen", "Sale"), Group.COUNTER, makers.sale),
    _row("payment", QT_TRANSLATE_NOOP("Screen", "Payment"), Group.COUNTER, makers.payment),
    _row(
        "credit_note", QT_TRANSLATE_NOOP("Screen", "Credit note"), Group.COUNTER, makers.credit_note
    ),
    _row("debit_note", QT_TRANSLATE_NOOP("Screen", "Debit note"), Group.COUNTER, makers.debit_note),
    _row("journal", QT_TRANSLATE_NOOP("Screen", "Journal"), Group.COUNTER, makers.journal),
    _row("contra", QT_TRANSLATE_NOOP("Screen", "Contra"), Group.COUNTER, makers.contra),
    _row(
        "set_off",
        QT_TRANSLATE_NOOP("Screen", "Set off"),
        Group.HIDDEN,
        makers.set_off,
        is_found=True,
    ),
    _row(
        "opening_bill",
        QT_TRANSLATE_NOOP("Screen", "Opening bill"),
        Group.HIDDEN,
        makers.opening_bill,
        is_found=True,
    ),
    _row("amend", QT_TRANSLATE_NOOP("Screen", "Amend"), Group.HIDDEN, makers.amend),
    _row("party_form", QT_TRANSLATE_NOOP("Screen", "New party"), Group.HIDDEN, makers.party_form),
    _row(
        "print_queue", QT_TRANSLATE_NOOP("Screen", "Print queue"), Group.COUNTER, makers.print_queue
    ),
    _row("statement", QT_TRANSLATE_NOOP("Screen", "Statement"), Group.COUNTER, makers.statement),
    _row(
        "outstanding", QT_TRANSLATE_NOOP("Screen", "Outstanding"), Group.COLLECT, makers.outstanding
    ),
    _row("ageing", QT_TRANSLATE_NOOP("Screen", "Ageing"), Group.COLLECT, makers.ageing),
    _row("import_wizard", QT_TRANSLATE_NOOP("Screen", "Import"), Group.OWNER, makers.import_wizard),
    _row("day_book", QT_TRANSLATE_NOOP("Screen", "Day book"), Group.COUNTER, makers.day_book),
    _row("voucher", QT_TRANSLATE_NOOP("Screen", "Voucher"), Group.HIDDEN, makers.voucher),
    _row("calls", QT_TRANSLATE_NOOP("Screen", "Today's calls"), Group.COLLECT, makers.calls),
    _row(
        "register",
        QT_TRANSLATE_NOOP("Screen", "Collection register"),
        Group.COLLECT,
        makers.register,
    ),
    _row("promises", QT_TRANSLATE_NOOP("Screen", "Promises"), Group.COLLECT, makers.promises),
    _row("cheques", QT_TRANSLATE_NOOP("Screen", "Cheque register"), Group.COLLECT, makers.cheques),
    _row("run_sheets", QT_TRANSLATE_NOOP("Screen", "Run sheets"), Group.COLLECT, makers.run_sheets),
    _row("run_sheet", QT_TRANSLATE_NOOP("Screen", "Run sheet"), Group.HIDDEN, makers.run_sheet),
    _row("cash", QT_TRANSLATE_NOOP("Screen", "Cash hand-over"), Group.COLLECT, makers.cash),
    _row("attention", QT_TRANSLATE_NOOP("Screen", "Attention"), Group.COLLECT, makers.attention),
    _row("risk", QT_TRANSLATE_NOOP("Screen", "Risk"), Group.OWNER, makers.risk),
    _row(
        "party_risk", QT_TRANSLATE_NOOP("Screen", "Party's risk"), Group.HIDDEN, makers.party_risk
    ),
    _row("forecast", QT_TRANSLATE_NOOP("Screen", "Forecast"), Group.OWNER, makers.forecast),
    _row(
        "segments",
        QT_TRANSLATE_NOOP("Screen", "Segments"),
        Group.HIDDEN,
        makers.segments,
        is_found=True,
    ),
    _row(
        "risk_model",
        QT_TRANSLATE_NOOP("Screen", "Model"),
        Group.HIDDEN,
        makers.risk_model,
        is_found=True,
    ),
    _row("agents", QT_TRANSLATE_NOOP("Screen", "Agents"), Group.OWNER, makers.agents),
    _row("assign", QT_TRANSLATE_NOOP("Screen", "Assignment"), Group.OWNER, makers.assign),
    _row("beats", QT_TRANSLATE_NOOP("Screen", "Beats"), Group.HIDDEN, makers.beats, is_found=True),
    _row("settings", QT_TRANSLATE_NOOP("Screen", "Settings"), Group.OWNER, makers.settings),
    _row("edit_log", QT_TRANSLATE_NOOP("Screen", "Edit log"), Group.OWNER, makers.edit_log),
    _row("employees", QT_TRANSLATE_NOOP("Screen", "Employees"), Group.OWNER, makers.employees),
    _row(
        "sign_ins",
        QT_TRANSLATE_NOOP("Screen", "Sign-ins"),
        Group.HIDDEN,
        makers.sign_ins,
        is_found=True,
    ),
    _row("sign_in", QT_TRANSLATE_NOOP("Screen", "Sign in"), Group.HIDDEN, makers.sign_in),
    _row("sync", QT_TRANSLATE_NOOP("Screen", "Sync"), Group.OWNER, makers.sync),
    _row("verify", QT_TRANSLATE_NOOP("Screen", "Verify"), Group.OWNER, makers.verify),
    _row("welcome", QT_TRANSLATE_NOOP("Screen", "Firms"), Group.HIDDEN, makers.welcome),
)
"""Every screen, in the order of the rail."""
