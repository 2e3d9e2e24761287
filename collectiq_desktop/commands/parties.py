"""`parties`, `party`, `bills`: whom we keep accounts with, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.firm import state_code
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import (
    bill_cells,
    bill_machine,
    count_text,
    day_text,
    tie_out,
    titled,
)
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.finding import FindParties, PartyHit, ResolveParty
from collectiq_desktop.core.queries.heads import state_text
from collectiq_desktop.core.queries.parties import (
    PartyCard,
    PartyDetails,
    PartyList,
    PartyPage,
    PartyRow,
)
from collectiq_desktop.core.services.parties import AddParty, AmendParty

BILL_COLUMNS = (
    left("Bill", 24),
    left("Date"),
    left("Due"),
    right("Amount"),
    right("Open"),
    right("Overdue"),
    right("Age"),
)
_PAGE = 1_000
_SEARCHED = 200
_PLAIN = (
    "name",
    "code",
    "email",
    "pincode",
    "pan",
    "credit_days",
    "late_limit_days",
    "bills_limit_count",
    "language",
    "beat",
    "area",
    "note",
)
_LISTS = {"aliases": "alias", "phones": "phone", "address": "address", "tags": "tag"}
_CHOICES = {
    "is_bill_wise": "bill_wise",
    "is_active": "active",
    "stops_at_limit": "stops_at_limit",
}


def found(call: Call) -> Answer:
    """The parties that a text finds, or all of them by name."""
    options = call.options
    with call.books() as books:
        if options.text:
            shown: list[PartyHit | PartyRow] = [
                hit
                for hit in books.ask(
                    FindParties(text=options.text, limit=options.limit or _SEARCHED)
                )
                if (hit.balance_paise or not options.with_balance)
                and options.beat in {None, hit.beat}
            ]
        else:
            shown = list(_listed(call, books))
    return Answer(
        for_machines=lambda: {
            "parties": [
                {
                    "party": row.party,
                    "code": row.code,
                    "beat": row.beat,
                    "balance_paise": row.balance_paise,
                }
                for row in shown
            ]
        },
        for_people=lambda: _party_lines(shown),
    )


def _listed(call: Call, books: Books) -> Iterator[PartyRow]:
    options = call.options
    left_over = options.limit
    ask = PartyList(beat=options.beat or "", has_balance=options.with_balance, limit=_PAGE)
    page: PartyPage = books.ask(ask)
    while True:
        rows = page.rows if left_over is None else page.rows[:left_over]
        yield from rows
        if left_over is not None:
            left_over -= len(rows)
        if page.after is None or left_over == 0:
            return
        page = books.ask(
            PartyList(beat=ask.beat, has_balance=ask.has_balance, limit=_PAGE, after=page.after)
        )


def _party_lines(rows: list[PartyHit | PartyRow]) -> Iterator[str]:
    if not rows:
        yield "No party is found."
        return
    total = sum(row.balance_paise for row in rows)
    yield from table(
        (left("Party"), left("Code", 16), left("Beat", 20), right("Balance")),
        [(row.party, row.code, row.beat, format_dr_cr(row.balance_paise)) for row in rows],
        (count_text(len(rows), "party", "parties"), "", "", format_dr_cr(total)),
    )


def show(call: Call) -> Answer:
    """One party: shown, or first added or altered."""
    options = call.options
    changes = _fields(call)
    if options.action != "add":
        if not options.party:
            message = say("Which party? Give its code, name or phone after “party alter”.")
            raise BadInput(message, field="party")
        if options.action == "show" and changes:
            message = say("To change a party, say “party alter”; “party show” only shows it.")
            raise BadInput(message, field="action")
    with call.books() as books:
        party_id = _added(call, books, changes) if options.action == "add" else None
        if party_id is None:
            party_id = books.ask(ResolveParty(text=options.party)).party_id
        if options.action == "alter" and changes:
            command = AmendParty(fact_id=FactId(call.new_id()), party_id=party_id, changes=changes)
            books.run(command)
        details: PartyDetails = books.ask(PartyCard(party_id=party_id))
    return Answer(
        for_machines=lambda: _machine(details),
        for_people=lambda: _card(details),
    )


def _added(call: Call, books: Books, fields: dict[str, Any]) -> PartyId:
    name = call.options.party or fields.pop("name", "")
    fields.pop("name", None)
    party = Party(name=" ".join(name.split()), **fields)
    party_id = PartyId(call.new_id())
    books.run(AddParty(party_id=party_id, party=party))
    return party_id


def _fields(call: Call) -> dict[str, Any]:
    """The party's fields as far as they were given."""
    fields = {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in call.given(*_PLAIN).items()
    }
    for name, option in _LISTS.items():
        values = call.given(option).get(option)
        if values is not None:
            fields[name] = tuple(value.strip() for value in values if value.strip())
    for name, option in _CHOICES.items():
        choice = call.given(option).get(option)
        if choice is not None:
            fields[name] = choice == "yes"
    if call.options.gstin is not None:
        fields["gstin"] = "".join(call.options.gstin.split()).upper()
    if call.options.state is not None:
        fields["state_code"] = state_code(call.options.state)
    if call.options.credit_limit is not None:
        fields["credit_limit_paise"] = call.paise("credit_limit")
    return fields


def _machine(details: PartyDetails) -> dict[str, object]:
    party = details.party
    return {
        "id": details.party_id.hex(),
        "party": party.name,
        "code": party.code,
        "aliases": list(party.aliases),
        "phones": list(party.phones),
        "email": party.email,
        "address": list(party.address),
        "pincode": party.pincode,
        "state_code": party.state_code,
        "gstin": party.gstin,
        "pan": party.pan,
        "credit_days": party.credit_days,
        "credit_limit_paise": party.credit_limit_paise,
        "late_limit_days": party.late_limit_days,
        "bills_limit_count": party.bills_limit_count,
        "stops_at_limit": party.stops_at_limit,
        "is_bill_wise": party.is_bill_wise,
        "language": party.language,
        "beat": party.beat,
        "area": party.area,
        "tags": list(party.tags),
        "note": party.note,
        "is_active": party.is_active,
        "balance_paise": details.balance_paise,
        "on_account_paise": details.on_account_paise,
        "overdue_paise": details.overdue_paise,
        "bills": [bill_machine(bill) for bill in details.bills],
    }


def _card(details: PartyDetails) -> Iterator[str]:
    party = details.party
    yield f"{party.name}  ({party.code})"
    limit = party.credit_limit_paise
    terms = [f"{party.credit_days} days" if party.credit_days else "cash"]
    if limit:
        terms.append(f"up to {format_inr(limit)}")
    for title, value in (
        ("Also", ", ".join(party.aliases)),
        ("Phones", ", ".join(party.phones)),
        ("E-mail", party.email),
        ("Address", ", ".join(filter(None, (*party.address, party.pincode)))),
        ("State", state_text(party.state_code or party.gstin[:2])),
        ("GSTIN", party.gstin),
        ("PAN", party.pan),
        ("Beat", party.beat),
        ("Area", party.area),
        ("Tags", ", ".join(party.tags)),
        ("Credit", ", ".join(terms)),
        ("Note", party.note),
        ("Account", "" if party.is_bill_wise else "running, not kept bill-wise"),
        ("State of it", "" if party.is_active else "not active"),
    ):
        if value:
            yield f"{title + ':':<13}{value}"
    yield ""
    yield from _bill_table(details.bills)
    yield tie_out(details.bills_paise, details.on_account_paise, details.balance_paise)
    if details.overdue_paise:
        days = details.oldest_overdue_days
        yield f"Overdue {format_inr(details.overdue_paise)}, the oldest since {days} days"
    if details.last_receipts:
        yield ""
        yield "Last receipts"
        for line in details.last_receipts:
            words = " ".join(filter(None, (line.mode, line.reference)))
            yield f"  {day_text(line.on)}  {line.number}  {format_inr(line.amount_paise)}  {words}"


def bills(call: Call) -> Answer:
    """A party's open bills as of a day."""
    as_of_on = call.day("as_of") or call.today_on
    with call.books() as books:
        party: PartyHit = books.ask(ResolveParty(text=call.options.party))
        lines: tuple[BillLine, ...] = books.ask(
            OpenBills(party_id=party.party_id, as_of_on=as_of_on)
        )
    title = f"{party.party} ({party.code}), open bills on {day_text(as_of_on)}"
    return Answer(
        for_machines=lambda: {
            "party": party.party,
            "code": party.code,
            "as_of_on": as_of_on.isoformat(),
            "bills": [bill_machine(bill) for bill in lines],
            "total_paise": sum(bill.open_paise for bill in lines),
        },
        for_people=lambda: titled(title, _bill_table(lines)),
    )


def _bill_table(lines: Iterable[BillLine]) -> Iterator[str]:
    rows = [bill_cells(bill) for bill in lines]
    if not rows:
        yield "No bill is open."
        return
    total = sum(bill.open_paise for bill in lines)
    totals = (count_text(len(rows), "bill"), "", "", "", format_inr(total), "", "")
    yield from table(BILL_COLUMNS, rows, totals)
