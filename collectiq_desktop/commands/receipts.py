"""`receipt` and `payment`: money in from a party, and money paid back."""

from __future__ import annotations

from collectiq_desktop.commands.answering import Answer, Call, check_place
from collectiq_desktop.commands.posting import (
    answer_of,
    chosen_allocations,
    party_of,
    printed,
    recorded,
    recorded_before,
)
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.accounts import account_of
from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.cash import (
    cash_on_bills,
    cash_warning,
    received_cash,
    weigh,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.cash import CashBefore
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.papers import ReceiptOnPaper
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.payments import MakePayment
from collectiq_desktop.core.services.receipts import RecordReceipt


def record(call: Call) -> Answer:
    """Record a receipt; print it where a PDF is asked for."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    check_place(options.pdf)
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        party = party_of(call, books)
        command = RecordReceipt(
            voucher_id=voucher_id,
            party_id=party.party_id,
            amount_paise=call.paise("amount"),
            mode=Mode(options.mode),
            on=call.day("on"),
            allocations=_allocations(call, books, party) if is_new else None,
            is_advance=options.advance,
            discount_paise=call.paise("discount"),
            tds_paise=call.paise("tds"),
            round_off_paise=call.paise("round_off"),
            reference=options.reference.strip(),
            narration=options.narration.strip(),
        )
        books.run(command)
        _warn_of_cash(call, books, voucher_id)
        files = printed(call, lambda: _paper(call, books, voucher_id, is_new=is_new))
        done = recorded(call, books, voucher_id, is_new=is_new, files=files)
    return answer_of(done)


def _allocations(call: Call, books: Books, party: PartyHit) -> tuple[Allocation, ...] | None:
    if not call.options.on_account:
        settled_paise = sum(call.paise(name) for name in ("amount", "discount", "tds", "round_off"))
        return chosen_allocations(call, books, party, settled_paise)
    if call.options.bill:
        message = say("Either --bill or --on-account: money on account is set against no bill.")
        raise BadInput(message, field="bill")
    return ()


def _warn_of_cash(call: Call, books: Books, voucher_id: VoucherId) -> None:
    """Say beside the answer that the law's limit of cash is near."""
    card = books.ask(VoucherCard(voucher_id=voucher_id))
    received = received_cash(card.voucher, {account_of(Mode.CASH)})
    for party_id, paise in received.items():
        on_bills = cash_on_bills(card.voucher, party_id, paise)
        ask = CashBefore(
            party_id=party_id, on=card.on, bills=tuple(on_bills), without_id=voucher_id
        )
        weight = weigh(books.ask(ask), paise, on_bills)
        if weight is not None:
            call.notice(cash_warning(weight))


def _paper(call: Call, books: Books, voucher_id: VoucherId, *, is_new: bool) -> bytes:
    from collectiq_desktop.documents.receipt import receipt_pdf

    paper = books.ask(ReceiptOnPaper(voucher_id=voucher_id, is_duplicate=not is_new))
    options = call.options
    return receipt_pdf(paper, paper=options.paper, language=options.language)


def pay(call: Call) -> Answer:
    """Record money paid back to a party."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        command = MakePayment(
            voucher_id=voucher_id,
            party_id=party_of(call, books).party_id,
            amount_paise=call.paise("amount"),
            mode=Mode(options.mode),
            on=call.day("on"),
            reference=options.reference.strip(),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)
