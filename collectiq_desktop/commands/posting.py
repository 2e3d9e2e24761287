"""What the verbs that post a document share: bills chosen, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from collectiq_desktop.commands.answering import Answer, Call, write_file
from collectiq_desktop.commands.writing import day_text, kind_text
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput, CollectIQError, NotFound
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr, parse_amount
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import VoucherKind, party_balances
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.finding import PartyHit, ResolveParty
from collectiq_desktop.core.queries.vouchers import PostingLine, VoucherCard, VoucherDetails

_NO_MONEY = frozenset({"discount", "tds", "round_off"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A voucher as it stands after the verb, with its party's balance.

    Args:
        is_new: False where the id was used before and nothing was added.
        is_paper_missing: a paper was asked for and could not be written.
    """

    card: VoucherDetails
    balance_paise: int
    is_new: bool
    files: tuple[str, ...] = ()
    is_paper_missing: bool = False


def printed(call: Call, make: Callable[[], bytes]) -> list[str]:
    """The place of the paper that was asked for, empty where it could not be made.

    The voucher is in the books by now: trouble with its paper is told beside
    the answer, so that nobody enters it a second time.
    """
    if call.options.pdf is None:
        return []
    try:
        return [write_file(Path(call.options.pdf), make())]
    except CollectIQError as trouble:
        call.notice(f"The voucher is recorded, but its paper is not written. {trouble.message}")
        return []


def recorded_before(books: Books, voucher_id: bytes) -> bool:
    """Whether a voucher with this id is in the books already."""
    try:
        books.ask(VoucherCard(voucher_id=VoucherId(voucher_id)))
    except NotFound:
        return False
    return True


def recorded(
    call: Call, books: Books, voucher_id: VoucherId, *, is_new: bool, files: Iterable[str] = ()
) -> Recorded:
    """The voucher just recorded, as the books hold it."""
    card: VoucherDetails = books.ask(VoucherCard(voucher_id=voucher_id))
    balance_paise = 0
    if card.party_id is not None:
        balance_paise = books.ask(ResolveParty(text=card.party_id.hex())).balance_paise
    if not is_new:
        call.notice(f"{card.number} was recorded before under this id; nothing was added.")
    written = tuple(files)
    return Recorded(
        card=card,
        balance_paise=balance_paise,
        is_new=is_new,
        files=written,
        is_paper_missing=bool(getattr(call.options, "pdf", None)) and not written,
    )


def answer_of(done: Recorded) -> Answer:
    """The answer that every posting verb gives."""
    return Answer(
        for_machines=lambda: _machine(done),
        for_people=lambda: _lines(done),
        exit_code=1 if done.is_paper_missing else 0,
    )


def _settled_paise(card: VoucherDetails) -> int:
    """What the voucher moved on its own party's account; all of it where there is none."""
    mine = party_balances(card.voucher).get(card.party_id, 0) if card.party_id else 0
    return abs(mine) or card.amount_paise


def _beside(card: VoucherDetails) -> list[PostingLine]:
    """What a receipt settled besides money: discount, TDS, round-off."""
    if card.voucher.kind is not VoucherKind.RECEIPT:
        return []
    return [line for line in card.postings if line.account_code in _NO_MONEY]


def _amount_paise(card: VoucherDetails) -> int:
    """The money of a receipt; of other vouchers what the party owes by them."""
    return _settled_paise(card) - sum(line.amount_paise for line in _beside(card))


def _machine(done: Recorded) -> dict[str, object]:
    card = done.card
    settled_paise = _settled_paise(card)
    found: dict[str, object] = {
        "id": card.voucher_id.hex(),
        "kind": card.kind,
        "number": card.number,
        "on": card.on.isoformat(),
        "party": card.party,
        "code": card.party_code,
        "amount_paise": _amount_paise(card),
        "settled_paise": settled_paise,
        "bills": [
            {"number": claim.bill_number, "settled_paise": claim.settled_paise}
            for claim in card.claims
        ],
        "on_account_paise": card.on_account_paise,
        "balance_paise": done.balance_paise,
        "verify_code": card.verify_code,
        "is_new": done.is_new,
    }
    if card.bills:
        found["bill_on"] = card.bills[0].bill_on.isoformat()
        found["due_on"] = card.bills[0].due_on.isoformat()
    if done.files:
        found["files"] = list(done.files)
    return found


def _lines(done: Recorded) -> Iterator[str]:
    card = done.card
    kind = kind_text(card.kind)
    yield f"{kind} {card.number} of {day_text(card.on)}: {format_inr(_amount_paise(card))}"
    for line in _beside(card):
        yield f"  {line.account}: {format_inr(line.amount_paise)}"
    for claim in card.claims:
        yield f"  against {claim.bill_number}: {format_inr(abs(claim.settled_paise))}"
    for bill in card.bills:
        yield f"  opens bill {bill.number}, due {day_text(bill.due_on)}"
    if card.on_account_paise:
        yield f"  on account: {format_dr_cr(card.on_account_paise)}"
    if card.party:
        owes = format_dr_cr(done.balance_paise)
        yield f"{card.party} ({card.party_code}), balance now {owes}"
    else:
        for line in card.postings:
            yield f"  {line.account}: {format_dr_cr(line.amount_paise)}"
    for place in done.files:
        yield f"Written: {place}"


def party_of(call: Call, books: Books) -> PartyHit:
    """The party that is meant."""
    hit: PartyHit = books.ask(ResolveParty(text=call.options.party))
    return hit


def chosen_allocations(
    call: Call, books: Books, party: PartyHit, settled_paise: int
) -> tuple[Allocation, ...] | None:
    """The bills that were named with --bill, None where the oldest come first.

    A bill named without a sum takes what is open on it, as far as money is left.
    """
    if not call.options.bill:
        return None
    lines = books.ask(OpenBills(party_id=party.party_id))
    allocations = []
    left_paise = settled_paise
    for words in call.options.bill:
        number, is_with_sum, text = words.rpartition("=")
        bill = _bill_named(lines, number if is_with_sum else words, party)
        part = parse_amount(text, field="bill") if is_with_sum else min(bill.open_paise, left_paise)
        left_paise -= part
        allocations.append(Allocation(bill.key, part))
    return tuple(allocations)


def _bill_named(lines: Iterable[BillLine], number: str, party: PartyHit) -> BillLine:
    wanted = number.strip().casefold()
    found = [line for line in lines if line.number.casefold() == wanted and line.open_paise > 0]
    if not found:
        message = say(
            "{party} has no open bill {number}; see “collectiq bills”.",
            party=party.party,
            number=number.strip(),
        )
        raise NotFound(message, field="bill")
    if len(found) > 1:
        message = say(
            "{party} has several open bills {number}: leave the choice out.",
            party=party.party,
            number=number.strip(),
        )
        raise BadInput(message, field="bill")
    return found[0]
