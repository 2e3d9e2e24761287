"""`journal`, `contra`, `opening-bill`: what a person posts line by line."""

from __future__ import annotations

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.posting import answer_of, party_of, recorded, recorded_before
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.allocation import OpenBill, allocate_oldest_first
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.money import parse_amount
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import DEBTORS, Claim, Posting
from collectiq_desktop.core.queries.accounts import Chart
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.services.journals import PostContra, PostJournal, PostOpeningBill

_PARTY = "party:"


def contra(call: Call) -> Answer:
    """Move money between two of the firm's own accounts."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        command = PostContra(
            voucher_id=voucher_id,
            amount_paise=call.paise("amount"),
            from_code=_account_code(books, options.from_code),
            to_code=_account_code(books, options.to_code),
            on=call.day("on"),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)


def post(call: Call) -> Answer:
    """Post a journal; what it credits a party with goes to the oldest bills."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        postings = [_posting(books, text, 1) for text in options.debit]
        postings += [_posting(books, text, -1) for text in options.credit]
        parties = list(dict.fromkeys(p.party_id for p in postings if p.party_id is not None))
        command = PostJournal(
            voucher_id=voucher_id,
            postings=tuple(postings),
            claims=_claims(books, postings) if is_new else (),
            party_id=parties[0] if parties else None,
            on=call.day("on"),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)


def _posting(books: Books, text: str, sign: int) -> Posting:
    """The line behind ACCOUNT=SUM or party:NAME=SUM."""
    name, equals, amount = text.rpartition("=")
    if not equals or not name.strip():
        message = say(
            "“{text}” is no line of a journal: write ACCOUNT=SUM or party:NAME=SUM.", text=text
        )
        raise BadInput(message, field="debit" if sign > 0 else "credit")
    paise = sign * parse_amount(amount, field="amount")
    if name.startswith(_PARTY):
        party = books.ask(ResolveParty(text=name.removeprefix(_PARTY)))
        return Posting(DEBTORS, paise, PartyId(party.party_id))
    return Posting(_account_code(books, name), paise)


def _account_code(books: Books, text: str) -> str:
    """The code of the account that was named by its code or its name."""
    wanted = " ".join(text.casefold().split())
    lines = books.ask(Chart())
    found: list[str] = [line.account_code for line in lines if line.account_code == wanted]
    found = found or [line.account_code for line in lines if line.account.casefold() == wanted]
    if not found:
        names = ", ".join(line.account_code for line in lines if len(line.account_code) < 12)
        message = say(
            "There is no account “{text}”. There are {names}, and those imported.",
            text=text.strip(),
            names=names,
        )
        raise NotFound(message, field="account")
    return found[0]


def _claims(books: Books, postings: list[Posting]) -> tuple[Claim, ...]:
    """What parties are credited with, set against their oldest bills."""
    claims = []
    for posting in postings:
        if posting.party_id is None or posting.amount_paise >= 0:
            continue
        lines = books.ask(OpenBills(party_id=posting.party_id))
        branch_of = {line.key: line.branch_id for line in lines}
        for part in allocate_oldest_first(-posting.amount_paise, map(_open_bill, lines)):
            branch_id = branch_of[part.bill]
            claims.append(Claim(*part.bill, -part.amount_paise, branch_id, posting.party_id))
    return tuple(claims)


def _open_bill(line: BillLine) -> OpenBill:
    return OpenBill(
        line.key, line.number, line.bill_on, line.due_on, line.open_paise, line.branch_id
    )


def opening(call: Call) -> Answer:
    """Enter a bill that was open before these books began."""
    options = call.options
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        command = PostOpeningBill(
            voucher_id=voucher_id,
            party_id=party_of(call, books).party_id,
            amount_paise=call.paise("amount"),
            number=options.number.strip(),
            bill_on=call.day("on"),
            due_on=call.day("due"),
            narration=options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)
