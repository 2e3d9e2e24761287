"""The table of who may send what; a test sees that no command is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from collectiq_desktop.core.domain.roles import Permission
from collectiq_desktop.core.services import (
    allowing,
    assigning,
    branches,
    cheques,
    corrections,
    custody,
    employees,
    errands,
    imports,
    invoices,
    journals,
    masters,
    notes,
    parties,
    payments,
    pins,
    promises,
    receipts,
    runsheets,
    set_off,
)
from collectiq_desktop.core.services.gate import Anyone

_P = Permission
MAY_RUN: Mapping[type[Any], Anyone | Permission] = {
    parties.AddParty: _P.MANAGE_PARTIES,
    parties.AmendParty: _P.MANAGE_PARTIES,
    masters.AmendFirm: _P.SETTINGS,
    branches.AddBranch: _P.SETTINGS,
    employees.AddEmployee: _P.MANAGE_EMPLOYEES,
    employees.AmendEmployee: _P.MANAGE_EMPLOYEES,
    assigning.AssignParties: _P.ASSIGN,
    masters.AddAccount: _P.POST_JOURNALS,
    masters.AddItem: _P.MANAGE_ITEMS,
    masters.AmendItem: _P.MANAGE_ITEMS,
    invoices.PostInvoice: _P.POST_SALES,
    receipts.RecordReceipt: _P.POST_RECEIPTS,
    notes.PostCreditNote: _P.POST_NOTES,
    notes.PostDebitNote: _P.POST_NOTES,
    payments.MakePayment: _P.POST_JOURNALS,
    journals.PostJournal: _P.POST_JOURNALS,
    set_off.SetOff: _P.POST_RECEIPTS,
    journals.PostContra: _P.POST_JOURNALS,
    journals.PostOpeningBill: _P.POST_JOURNALS,
    cheques.ReceiveCheque: _P.POST_RECEIPTS,
    cheques.DepositCheque: _P.HANDLE_CHEQUES,
    cheques.ClearCheque: _P.HANDLE_CHEQUES,
    cheques.BounceCheque: _P.HANDLE_CHEQUES,
    cheques.GiveBackCheque: _P.HANDLE_CHEQUES,
    promises.MakePromise: _P.CHASE,
    promises.WithdrawPromise: _P.CHASE,
    promises.NoteVisit: _P.CHASE,
    pins.PinCategory: _P.SETTINGS,
    allowing.AllowCredit: _P.OVERRIDE_CREDIT,
    custody.CountInCash: _P.COUNT_IN_CASH,
    custody.SignCash: Anyone.EMPLOYEE,
    runsheets.IssueRunSheet: _P.MANAGE_PARTIES,
    runsheets.CloseRunSheet: _P.CHASE,
    runsheets.PlanBeat: _P.MANAGE_PARTIES,
    corrections.AmendVoucher: _P.AMEND,
    corrections.CancelVoucher: _P.CANCEL,
    imports.BeginImport: _P.IMPORT,
    imports.UndoImport: _P.IMPORT,
    imports.TakeInParty: _P.IMPORT,
    imports.TakeInItem: _P.IMPORT,
    imports.TakeInVoucher: _P.IMPORT,
    errands.PromiseErrands: Anyone.EMPLOYEE,
    errands.RetryErrand: Anyone.EMPLOYEE,
    errands.GiveUpErrand: Anyone.EMPLOYEE,
    errands.TakeErrand: Anyone.PROGRAM,
    errands.CompletePrint: Anyone.PROGRAM,
    errands.FailErrand: Anyone.PROGRAM,
}
"""Every command: the permission that it needs, or who may send it without one."""
