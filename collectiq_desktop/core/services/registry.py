"""Which function carries out which command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.services import (
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
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.gate import admitted
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.core.storage.writer import Writer

Handler = Callable[[Writer, Any, Context], Any]

HANDLERS: Mapping[type[Any], Handler] = {
    parties.AddParty: parties.add_party,
    parties.AmendParty: parties.amend_party,
    masters.AmendFirm: masters.amend_firm,
    branches.AddBranch: branches.add_branch,
    employees.AddEmployee: employees.add_employee,
    employees.AmendEmployee: employees.amend_employee,
    assigning.AssignParties: assigning.assign_parties,
    masters.AddAccount: masters.add_account,
    masters.AddItem: masters.add_item,
    masters.AmendItem: masters.amend_item,
    invoices.PostInvoice: invoices.post_invoice,
    receipts.RecordReceipt: receipts.record_receipt,
    cheques.ReceiveCheque: cheques.receive_cheque,
    cheques.DepositCheque: cheques.deposit_cheque,
    cheques.ClearCheque: cheques.clear_cheque,
    cheques.BounceCheque: cheques.bounce_cheque,
    cheques.GiveBackCheque: cheques.give_back_cheque,
    promises.MakePromise: promises.make_promise,
    promises.WithdrawPromise: promises.withdraw_promise,
    promises.NoteVisit: promises.note_visit,
    pins.PinCategory: pins.pin_category,
    custody.CountInCash: custody.count_in_cash,
    custody.SignCash: custody.sign_cash,
    runsheets.IssueRunSheet: runsheets.issue_run_sheet,
    runsheets.CloseRunSheet: runsheets.close_run_sheet,
    runsheets.PlanBeat: runsheets.plan_beat,
    notes.PostCreditNote: notes.post_credit_note,
    notes.PostDebitNote: notes.post_debit_note,
    payments.MakePayment: payments.make_payment,
    journals.PostJournal: journals.post_journal,
    set_off.SetOff: set_off.set_off,
    journals.PostContra: journals.post_contra,
    journals.PostOpeningBill: journals.post_opening_bill,
    corrections.AmendVoucher: corrections.amend_voucher,
    corrections.CancelVoucher: corrections.cancel_voucher,
    imports.BeginImport: imports.begin_import,
    imports.UndoImport: imports.undo_import,
    imports.TakeInParty: imports.take_in_party,
    imports.TakeInItem: imports.take_in_item,
    imports.TakeInVoucher: imports.take_in_voucher,
    errands.PromiseErrands: errands.promise_errands,
    errands.TakeErrand: errands.take_errand,
    errands.CompletePrint: errands.complete_print,
    errands.FailErrand: errands.fail_errand,
    errands.RetryErrand: errands.retry_errand,
    errands.GiveUpErrand: errands.give_up_errand,
}


def carry_out(writer: Writer, command: object, context: Context) -> Any:
    """Carry out one command within the writer's transaction, with its errands."""
    if isinstance(command, errands.WithErrands):
        result = carry_out(writer, command.command, context)
        errands.promise(writer, context, command.errands)
        return result
    if isinstance(command, Together):
        return tuple(carry_out(writer, each, context) for each in command.commands)
    handler = HANDLERS[type(command)]
    command, context = admitted(writer, command, context)
    return handler(writer, command, context)


def _single(command: object) -> Iterator[object]:
    """The commands that record, without what only joins them."""
    if isinstance(command, errands.WithErrands):
        yield from _single(command.command)
    elif isinstance(command, Together):
        for each in command.commands:
            yield from _single(each)
    else:
        yield command


def _id_of(command: object) -> bytes:
    for name in ("fact_id", "voucher_id", "party_id", "item_id", "batch_id", "employee_id"):
        found = getattr(command, name, None)
        if isinstance(found, bytes):
            return found
    return b""


def prefetch(writer: Writer, commands: Iterable[object]) -> None:
    """Look up at once what many commands will ask for."""
    parties_: set[bytes] = set()
    vouchers: set[bytes] = set()
    origins: set[str] = set()
    facts: set[bytes] = set()
    codes: set[str] = set()
    for command in (each for given in commands for each in _single(given)):
        origin_key = getattr(command, "origin_key", None)
        if origin_key is not None:
            origins.add(origin_key)
        facts.add(_id_of(command))
        if isinstance(command, imports.TakeInParty):
            codes.add(command.party.code)
        if isinstance(command, imports.TakeInVoucher):
            voucher = command.voucher
            vouchers.add(command.fact_id)
            vouchers.update([claim.bill_voucher_id for claim in voucher.claims])
            parties_.update(voucher.party_ids)
    writer.lookups.prefetch(
        parties=parties_, vouchers=vouchers, origins=origins, facts=facts, codes=codes
    )


def carry_out_all(writer: Writer, context: Context, batch: list[object]) -> list[Any]:
    """What each of many commands gave, or the error with which it was refused."""
    prefetch(writer, batch)
    return [_carry_out_or_refuse(writer, context, command) for command in batch]


def _carry_out_or_refuse(writer: Writer, context: Context, command: object) -> Any:
    head = writer.head
    try:
        return carry_out(writer, command, context)
    except CollectIQError as refusal:
        # A refusal after its fact was gathered would leave half a command behind.
        if writer.head is not head:
            raise
        return refusal
