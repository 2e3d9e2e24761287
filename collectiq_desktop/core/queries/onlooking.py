"""Who may ask what, and how much of the books the answer is made of.

Each ask has a line. What is asked by an agent is answered over the agent's
own parties alone (`storage.scope`); books without employees answer everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.roles import Permission, Rights
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries import (
    accounts,
    ageing,
    agents,
    attention,
    beats,
    bill_names,
    bills,
    branches,
    bulletins,
    cash,
    chase,
    cheques,
    custody,
    daybook,
    daybook_sums,
    doubts,
    dues,
    employees,
    errands,
    finding,
    firm,
    imports,
    items,
    log,
    neighbours,
    outstanding,
    papers,
    parties,
    party_changes,
    payment_changes,
    payment_history,
    promises,
    proposals,
    registers,
    risk,
    rounds,
    runsheets,
    series,
    statements,
    syncing,
    versions,
    visits,
    vouchers,
)
from collectiq_desktop.core.storage.employees import rights
from collectiq_desktop.core.storage.scope import only_parties_of


class Onlooker(StrEnum):
    """Who may ask, where no permission is needed.

    `ANYBODY` also before the sign-in: it tells nothing of parties or money.
    `EMPLOYEE` over the parties that this one sees. `PROGRAM` over everything
    and without a name: for reckonings whose answer is shown to nobody as it is.
    """

    ANYBODY = "anybody"
    EMPLOYEE = "employee"
    PROGRAM = "program"


_P, _ANYBODY, _EMPLOYEE, _PROGRAM = (
    Permission,
    Onlooker.ANYBODY,
    Onlooker.EMPLOYEE,
    Onlooker.PROGRAM,
)
MAY_ASK: Mapping[type[Any], Onlooker | Permission] = {
    firm.FirmCard: _ANYBODY,
    branches.Branches: _ANYBODY,
    employees.Employees: _ANYBODY,
    errands.CountErrands: _ANYBODY,
    errands.NextErrandAt: _ANYBODY,
    series.NextNumbers: _ANYBODY,
    syncing.Sync: _ANYBODY,
    syncing.SyncDevices: _ANYBODY,
    log.IsRecorded: _EMPLOYEE,
    log.WrittenBy: _EMPLOYEE,
    parties.PartyList: _EMPLOYEE,
    parties.PartyCard: _EMPLOYEE,
    finding.FindParties: _EMPLOYEE,
    finding.ResolveParty: _EMPLOYEE,
    beats.Beats: _EMPLOYEE,
    bills.OpenBills: _EMPLOYEE,
    bills.BillHistory: _EMPLOYEE,
    cash.CashBefore: _EMPLOYEE,
    cheques.ChequeRegister: _EMPLOYEE,
    cheques.ChequesDue: _EMPLOYEE,
    promises.Promises: _EMPLOYEE,
    promises.PromisesOf: _EMPLOYEE,
    promises.PromisesDueOn: _EMPLOYEE,
    promises.Pauses: _EMPLOYEE,
    visits.Visits: _EMPLOYEE,
    custody.Custody: _EMPLOYEE,
    custody.Handovers: _EMPLOYEE,
    custody.CashMoves: _EMPLOYEE,
    runsheets.RunSheets: _EMPLOYEE,
    runsheets.RunSheetCard: _EMPLOYEE,
    proposals.SheetProposals: _EMPLOYEE,
    beats.BeatPlans: _EMPLOYEE,
    chase.Chase: _EMPLOYEE,
    agents.AgentFigures: _P.SEE_TOTALS,
    agents.Assignments: _P.ASSIGN,
    outstanding.Outstanding: _EMPLOYEE,
    ageing.Ageing: _EMPLOYEE,
    statements.PartyStatement: _EMPLOYEE,
    statements.StatementLines: _EMPLOYEE,
    daybook.DayBook: _EMPLOYEE,
    daybook_sums.DayBookSums: _EMPLOYEE,
    neighbours.Neighbours: _EMPLOYEE,
    doubts.AlikeReceipts: _EMPLOYEE,
    dues.Dues: _EMPLOYEE,
    vouchers.VoucherCard: _EMPLOYEE,
    vouchers.FindVouchers: _EMPLOYEE,
    vouchers.ResolveVoucher: _EMPLOYEE,
    papers.ReceiptOnPaper: _EMPLOYEE,
    papers.InvoiceOnPaper: _EMPLOYEE,
    registers.CollectionRegister: _EMPLOYEE,
    items.Items: _EMPLOYEE,
    accounts.Chart: _EMPLOYEE,
    errands.Errands: _EMPLOYEE,
    errands.PrintsCount: _EMPLOYEE,
    attention.Attention: _EMPLOYEE,
    imports.Batches: _EMPLOYEE,
    syncing.Unsent: _EMPLOYEE,
    syncing.Held: _EMPLOYEE,
    employees.EmployeeCard: _EMPLOYEE,
    party_changes.PartyChanges: _EMPLOYEE,
    versions.VoucherHistory: _P.SEE_ALL_PARTIES,
    rounds.Round: _EMPLOYEE,
    rounds.AgentDay: _PROGRAM,
    risk.PartyRisks: _EMPLOYEE,
    risk.RiskOfParty: _EMPLOYEE,
    risk.Reminder: _EMPLOYEE,
    risk.WhoScores: _EMPLOYEE,
    risk.RiskOutlooks: _P.SEE_TOTALS,
    bulletins.BulletinsLike: _PROGRAM,
    bill_names.BillNames: _PROGRAM,
    syncing.DaysHere: _PROGRAM,
    accounts.TrialBalance: _P.SEE_TOTALS,
    accounts.AccountLedger: _P.SEE_TOTALS,
    payment_history.PaymentHistory: _PROGRAM,
    payment_history.PartyAccounts: _PROGRAM,
    payment_changes.PaymentState: _PROGRAM,
    payment_changes.PaymentChanges: _PROGRAM,
}
"""Every ask: who may ask it, or the permission that it needs."""


@contextmanager
def onlooking(conn: Connection, ask: object, user_id: bytes) -> Iterator[None]:
    """Let a connection answer an ask as far as the user may see.

    Raises:
        Refused: the user may not ask this, or nobody has signed in.
    """
    mine = rights(conn, user_id)
    if mine.sees_all_parties and mine.is_admin:
        yield
        return
    wanted = MAY_ASK[type(ask)]
    if wanted not in (Onlooker.ANYBODY, Onlooker.PROGRAM):
        _check(mine, wanted)
    if mine.sees_all_parties or wanted is Onlooker.PROGRAM or not mine.is_known:
        yield
        return
    with only_parties_of(conn, user_id):
        yield


def check_past(conn: Connection, ask: object, user_id: bytes) -> None:
    """Refuse a look at an earlier state to who does not see all parties now.

    Raises:
        Refused: it is not permitted, or nobody has signed in.
    """
    mine, wanted = rights(conn, user_id), MAY_ASK[type(ask)]
    _check(mine, wanted)
    _check(mine, Permission.SEE_ALL_PARTIES)


def _check(mine: Rights, wanted: Onlooker | Permission) -> None:
    if not mine.is_known:
        raise Refused(say("Sign in first: these books have employees."), field="user")
    if isinstance(wanted, Permission) and not mine.may(wanted):
        raise Refused(say("You may not see this; an admin can permit it."), field="user")
