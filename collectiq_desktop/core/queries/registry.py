"""Which function answers which ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

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
from collectiq_desktop.core.queries.asking import Ask, Found

Answer = Callable[[Connection, Any, date], Any]

ANSWERS: Mapping[type[Any], Answer] = {
    firm.FirmCard: firm.firm_card,
    parties.PartyList: parties.party_list,
    parties.PartyCard: parties.party_card,
    party_changes.PartyChanges: party_changes.party_changes,
    finding.FindParties: finding.find_parties,
    finding.ResolveParty: finding.resolve,
    beats.Beats: beats.beats,
    branches.Branches: branches.branches,
    bills.OpenBills: bills.open_bills,
    bill_names.BillNames: bill_names.bill_names,
    bills.BillHistory: bills.bill_history,
    bulletins.BulletinsLike: bulletins.bulletins_like,
    cash.CashBefore: cash.cash_before,
    outstanding.Outstanding: outstanding.outstanding,
    ageing.Ageing: ageing.ageing,
    statements.PartyStatement: statements.party_statement,
    statements.StatementLines: statements.statement_lines,
    daybook.DayBook: daybook.day_book,
    daybook_sums.DayBookSums: daybook_sums.daybook_sums,
    neighbours.Neighbours: neighbours.neighbours,
    doubts.AlikeReceipts: doubts.alike_receipts,
    dues.Dues: dues.dues,
    cheques.ChequeRegister: cheques.cheque_register,
    cheques.ChequesDue: cheques.cheques_due,
    promises.Promises: promises.promises,
    promises.PromisesOf: promises.promises_of,
    promises.Pauses: promises.pauses,
    promises.PromisesDueOn: promises.promises_due_on,
    visits.Visits: visits.visits,
    custody.Custody: custody.custody,
    custody.Handovers: custody.handovers,
    custody.CashMoves: custody.cash_moves,
    runsheets.RunSheets: runsheets.run_sheets,
    runsheets.RunSheetCard: runsheets.run_sheet_card,
    proposals.SheetProposals: proposals.sheet_proposals,
    beats.BeatPlans: beats.beat_plans,
    rounds.Round: rounds.agent_round,
    rounds.AgentDay: rounds.agent_day,
    chase.Chase: chase.chase,
    agents.AgentFigures: agents.agent_figures,
    agents.Assignments: agents.assignments,
    vouchers.VoucherCard: vouchers.voucher_card,
    vouchers.FindVouchers: vouchers.find_vouchers,
    vouchers.ResolveVoucher: vouchers.resolve,
    versions.VoucherHistory: versions.voucher_history,
    log.IsRecorded: log.is_recorded,
    log.WrittenBy: log.written_by,
    papers.ReceiptOnPaper: papers.receipt_paper,
    papers.InvoiceOnPaper: papers.invoice_paper,
    registers.CollectionRegister: registers.collection_register,
    series.NextNumbers: series.next_numbers,
    accounts.TrialBalance: accounts.trial_balance,
    accounts.AccountLedger: accounts.account_ledger,
    accounts.Chart: accounts.chart,
    employees.Employees: employees.employee_list,
    employees.EmployeeCard: employees.employee_card,
    imports.Batches: imports.batches,
    items.Items: items.items,
    attention.Attention: attention.attention,
    payment_history.PaymentHistory: payment_history.payment_history,
    payment_history.PartyAccounts: payment_history.party_accounts,
    payment_changes.PaymentState: payment_changes.payment_state,
    payment_changes.PaymentChanges: payment_changes.payment_changes,
    risk.PartyRisks: risk.party_risks,
    risk.RiskOfParty: risk.risk_of_party,
    risk.RiskOutlooks: risk.risk_outlooks,
    risk.Reminder: risk.reminder,
    risk.WhoScores: risk.who_scores,
    errands.Errands: errands.errands,
    errands.CountErrands: errands.count_errands,
    errands.NextErrandAt: errands.next_errand_at,
    errands.PrintsCount: errands.count_of_prints,
    syncing.Sync: syncing.sync_standing,
    syncing.Unsent: syncing.unsent,
    syncing.Held: syncing.held_lines,
    syncing.SyncDevices: syncing.sync_devices,
    syncing.DaysHere: syncing.days_here,
}
"""Every ask and the function `(conn, ask, today_on)` that answers it."""


def answer(conn: Connection, ask: Ask[Found], today_on: date) -> Found:
    """What an ask finds, as of today where it names no day.

    Raises:
        Refused: as the function that answers it says.
    """
    found: Found = ANSWERS[type(ask)](conn, ask, today_on)
    return found
