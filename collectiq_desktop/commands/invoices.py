"""`invoice`, `credit-note`, `debit-note`, `items`: what is sold and what comes back."""

from __future__ import annotations

from collections.abc import Mapping

from collectiq_desktop.commands.answering import Answer, Call, check_place
from collectiq_desktop.commands.goods import goods_line
from collectiq_desktop.commands.posting import (
    answer_of,
    chosen_allocations,
    party_of,
    printed,
    recorded,
    recorded_before,
)
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import moment_text
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.items import gst_rate_on
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine, item_line, sale_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.items import ItemLine, Items
from collectiq_desktop.core.queries.papers import InvoiceOnPaper
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
from collectiq_desktop.core.services.together import Together


def post(call: Call) -> Answer:
    """Post a sales invoice; print it where a PDF is asked for."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    check_place(options.pdf)
    reason = options.over_limit.strip()
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        party = party_of(call, books)
        place, is_inter_state = _place_of_supply(books, party)
        command = PostInvoice(
            voucher_id=voucher_id,
            party_id=party.party_id,
            amount_paise=call.paise("amount"),
            goods=_goods(call, books),
            is_inter_state=is_inter_state,
            on=call.day("on"),
            due_on=call.day("due"),
            reference=options.reference.strip(),
            narration=options.narration.strip(),
            place_of_supply=place,
        )
        books.run(_let_pass(call, command, reason) if reason else command)
        files = printed(call, lambda: _paper(call, books, voucher_id, is_new=is_new))
        done = recorded(call, books, voucher_id, is_new=is_new, files=files)
    return answer_of(done)


def _let_pass(call: Call, command: PostInvoice, reason: str) -> Together:
    """The sale, and before it the word that it may pass the party's limits."""
    total_paise = command.amount_paise
    if command.goods:
        lines = [item_line(each, is_inter_state=command.is_inter_state) for each in command.goods]
        total_paise = sale_of(lines, is_rounded=command.is_rounded).total_paise
    allowing = AllowCredit(
        fact_id=FactId(call.outside.ids.mint()),
        party_id=command.party_id,
        reason=reason,
        voucher_id=command.voucher_id,
        most_paise=total_paise,
    )
    return Together(commands=(allowing, command))


def _paper(call: Call, books: Books, voucher_id: VoucherId, *, is_new: bool) -> bytes:
    from collectiq_desktop.documents.invoice import invoice_pdf

    ask = InvoiceOnPaper(
        voucher_id=voucher_id,
        made_text=moment_text(call.outside.clock.now_at()),
        is_duplicate=not is_new,
    )
    options = call.options
    return invoice_pdf(books.ask(ask), paper=options.paper, language=options.language)


def _place_of_supply(books: Books, party: PartyHit) -> tuple[str, bool]:
    """The State that the goods go to, and whether that is another than ours.

    Source: domain page §2.1: IGST where the place of supply is another State.
    """
    firm = books.ask(FirmCard()).firm
    buyer: Party = books.ask(PartyCard(party_id=party.party_id)).party
    ours = firm.state_code or firm.gstin[:2]
    theirs = buyer.state_code or buyer.gstin[:2] or ours
    return theirs, bool(ours and theirs) and ours != theirs


def _goods(call: Call, books: Books) -> tuple[GoodsLine, ...]:
    """The goods that were typed; either they or a sum make up a document.

    Raises:
        BadInput: both or neither were given.
    """
    options = call.options
    if bool(options.item) == bool(options.amount):
        message = say(
            "Give either --amount or the goods with --item; the sum follows from the goods."
        )
        raise BadInput(message, field="amount")
    if not options.item:
        return ()
    known = _known_goods(call, books)
    return tuple(goods_line(text, known) for text in options.item)


def _known_goods(call: Call, books: Books) -> Mapping[str, GoodsLine]:
    """The item master by name, with the rates of the voucher's day."""
    on = call.day("on") or call.today_on
    return {
        line.item.name.casefold(): GoodsLine(
            line.item.name,
            0,
            line.item.rate_paise,
            line.item.unit,
            line.item.hsn,
            gst_rate_on(line.item, on),
            0,
            line.item_id,
        )
        for line in books.ask(Items())
    }


def credit(call: Call) -> Answer:
    """Post a credit note, set against the bills named or the oldest."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        party = party_of(call, books)
        _place, is_inter_state = _place_of_supply(books, party)
        allocations = None
        if is_new and options.bill:
            if options.item:
                message = say("With --item the bills are the oldest ones; leave --bill out.")
                raise BadInput(message, field="bill")
            allocations = chosen_allocations(call, books, party, call.paise("amount"))
        command = PostCreditNote(
            voucher_id=voucher_id,
            party_id=party.party_id,
            amount_paise=call.paise("amount"),
            goods=_goods(call, books),
            is_inter_state=is_inter_state,
            allocations=allocations,
            on=call.day("on"),
            reference=options.reference.strip(),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)


def debit(call: Call) -> Answer:
    """Post a debit note, which opens a bill."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        party = party_of(call, books)
        _place, is_inter_state = _place_of_supply(books, party)
        command = PostDebitNote(
            voucher_id=voucher_id,
            party_id=party.party_id,
            amount_paise=call.paise("amount"),
            goods=_goods(call, books),
            is_inter_state=is_inter_state,
            account_code=options.account,
            on=call.day("on"),
            due_on=call.day("due"),
            reference=options.reference.strip(),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)


def items(call: Call) -> Answer:
    """The items that are sold, with today's tax."""
    with call.books() as books:
        lines: tuple[ItemLine, ...] = books.ask(Items())
    today_on = call.today_on
    columns = (left("Item"), left("HSN"), left("Unit"), right("Rate"), right("GST %"))

    def cells(line: ItemLine) -> tuple[str, ...]:
        item = line.item
        rate_bp = gst_rate_on(item, today_on)
        rate = format_inr(item.rate_paise) if item.rate_paise else ""
        return (item.name, item.hsn, item.unit, rate, percent_text(rate_bp))

    return Answer(
        for_machines=lambda: {
            "items": [
                {
                    "id": line.item_id.hex(),
                    "item": line.item.name,
                    "hsn": line.item.hsn,
                    "unit": line.item.unit,
                    "rate_paise": line.item.rate_paise,
                    "gst_rate_bp": gst_rate_on(line.item, today_on),
                }
                for line in lines
            ]
        },
        for_people=lambda: table(columns, map(cells, lines)) if lines else ["No item is known."],
    )


def percent_text(rate_bp: int) -> str:
    """A rate in basis points as people write it: 18, 2.5, 0.25."""
    whole, rest = divmod(rate_bp, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
