"""`daybook`, `register`, `trial-balance`: what happened, and how it sums up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import count_text, day_text, kind_text, sum_text, titled
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.accounts import TrialBalance, TrialBalanceSheet
from collectiq_desktop.core.queries.daybook import DayBook, DayBookLine, DayBookPage
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.queries.registers import (
    CollectionRegister,
    CollectionSheet,
    CollectionSum,
)

_PAGE = 5_000
BEGINNING_ON = date(1900, 1, 1)


def daybook(call: Call) -> Answer:
    """All vouchers by date, of a period, a day, or from the first to the last."""
    period = period_of(call)
    with call.books() as books:
        lines = list(_all_lines(books, period, _party_id(call, books)))
    return Answer(
        for_machines=lambda: {
            "from_on": period[0] and period[0].isoformat(),
            "to_on": period[1] and period[1].isoformat(),
            "vouchers": [_voucher(line) for line in lines],
        },
        for_people=lambda: titled(f"Day book{period_text(period)}", _daybook_table(lines)),
    )


def period_of(call: Call) -> tuple[date | None, date | None]:
    """The days asked for; one day given by --on is both."""
    from_on, to_on, on = call.day("from_on"), call.day("to_on"), call.day("on")
    if on is None:
        if from_on is not None and to_on is not None and from_on > to_on:
            message = say("The period ends before it begins; give an earlier first day.")
            raise BadInput(message, field="from_on")
        return from_on, to_on
    if from_on is not None or to_on is not None:
        message = say("Give either --on for one day, or --from and --to.")
        raise BadInput(message, field="on")
    return on, on


def period_text(period: tuple[date | None, date | None]) -> str:
    from_on, to_on = period
    if from_on is not None and from_on == to_on:
        return f" of {day_text(from_on)}"
    first = f" from {day_text(from_on)}" if from_on else ""
    return f"{first} to {day_text(to_on)}" if to_on else first


def _party_id(call: Call, books: Books) -> PartyId | None:
    if call.options.party is None:
        return None
    party_id: PartyId = books.ask(ResolveParty(text=call.options.party)).party_id
    return party_id


def _all_lines(
    books: Books, period: tuple[date | None, date | None], party_id: PartyId | None
) -> Iterator[DayBookLine]:
    from_on, to_on = period
    after = None
    while True:
        page: DayBookPage = books.ask(
            DayBook(from_on=from_on, to_on=to_on, party_id=party_id, after=after, limit=_PAGE)
        )
        yield from page.rows
        after = page.after
        if after is None:
            return


def _voucher(line: DayBookLine) -> dict[str, object]:
    return {
        "id": line.voucher_id.hex(),
        "on": line.on.isoformat(),
        "kind": line.kind,
        "number": line.number,
        "party": line.party,
        "code": line.party_code,
        "amount_paise": line.amount_paise,
        "mode": line.mode,
        "reference": line.reference,
        "narration": line.narration,
        "is_cancelled": line.is_cancelled,
    }


def _daybook_table(lines: list[DayBookLine]) -> Iterator[str]:
    if not lines:
        yield "No voucher."
        return
    columns = (
        left("Date"),
        left("Voucher", 16),
        left("Number", 24),
        left("Party"),
        right("Amount"),
        left("Particulars", 44),
    )
    rows = [
        (
            day_text(line.on),
            kind_text(line.kind),
            line.number,
            line.party,
            "cancelled" if line.is_cancelled else format_inr(line.amount_paise),
            " ".join(filter(None, (line.mode, line.reference, line.narration))),
        )
        for line in lines
    ]
    yield from table(columns, rows)
    yield ""
    for kind in dict.fromkeys(line.kind for line in lines):
        of_kind = [line for line in lines if line.kind == kind and not line.is_cancelled]
        total = sum(line.amount_paise for line in of_kind)
        yield f"{kind_text(kind)}: {len(of_kind)}, {format_inr(total)}"


def collections(call: Call) -> Answer:
    """The receipts of a period, and what came in by each mode."""
    from_on, to_on = period_of(call)
    with call.books() as books:
        ask = CollectionRegister(
            from_on=from_on or BEGINNING_ON, to_on=to_on, party_id=_party_id(call, books)
        )
        sheet: CollectionSheet = books.ask(ask)
    title = f"Receipts{period_text((from_on, to_on))}"
    return Answer(
        for_machines=lambda: _collections_machine(sheet, from_on),
        for_people=lambda: titled(title, _collections_lines(sheet)),
    )


def _collections_machine(sheet: CollectionSheet, from_on: date | None) -> dict[str, object]:
    return {
        "from_on": from_on and from_on.isoformat(),
        "to_on": sheet.to_on.isoformat(),
        "receipts": [
            {
                "id": row.voucher_id.hex(),
                "on": row.on.isoformat(),
                "number": row.number,
                "party": row.party,
                "code": row.code,
                "mode": row.mode,
                "reference": row.reference,
                "received_paise": row.received_paise,
                "discount_paise": row.discount_paise,
                "tds_paise": row.tds_paise,
                "other_paise": row.other_paise,
                "settled_paise": row.settled_paise,
            }
            for row in sheet.rows
        ],
        "by_mode": [{"mode": each.name, **_sum_machine(each)} for each in sheet.by_mode],
        "by_day": [{"on": each.name, **_sum_machine(each)} for each in sheet.by_day],
        "total": _sum_machine(sheet.total),
    }


def _sum_machine(each: CollectionSum) -> dict[str, object]:
    return {
        "receipts_count": each.receipts_count,
        "received_paise": each.received_paise,
        "discount_paise": each.discount_paise,
        "tds_paise": each.tds_paise,
        "other_paise": each.other_paise,
    }


def _collections_lines(sheet: CollectionSheet) -> Iterable[str]:
    if not sheet.rows:
        return ["No receipt."]
    columns = (
        left("Date"),
        left("Number", 24),
        left("Party"),
        left("Mode"),
        left("Reference", 24),
        right("Received"),
        right("Discount"),
        right("TDS"),
    )
    rows = [
        (
            day_text(row.on),
            row.number,
            row.party,
            row.mode,
            row.reference,
            format_inr(row.received_paise),
            sum_text(row.discount_paise),
            sum_text(row.tds_paise),
        )
        for row in sheet.rows
    ]
    total = sheet.total
    totals = (
        "",
        count_text(total.receipts_count, "receipt"),
        "",
        "",
        "",
        format_inr(total.received_paise),
        sum_text(total.discount_paise),
        sum_text(total.tds_paise),
    )
    by_mode = [
        f"{each.name or 'other'}: {each.receipts_count}, {format_inr(each.received_paise)}"
        for each in sheet.by_mode
    ]
    return [*table(columns, rows, totals), "", *by_mode]


def trial_balance(call: Call) -> Answer:
    """Every account's balance as of a day."""
    with call.books() as books:
        sheet: TrialBalanceSheet = books.ask(TrialBalance(as_of_on=call.day("as_of")))
    title = f"Trial balance on {day_text(sheet.as_of_on)}"
    return Answer(
        for_machines=lambda: _trial_machine(sheet),
        for_people=lambda: titled(title, _trial_lines(sheet)),
    )


def _trial_machine(sheet: TrialBalanceSheet) -> dict[str, object]:
    return {
        "as_of_on": sheet.as_of_on.isoformat(),
        "accounts": [
            {
                "account": row.account,
                "code": row.account_code,
                "nature": row.nature,
                "group": row.group,
                "debit_paise": row.debit_paise,
                "credit_paise": row.credit_paise,
            }
            for row in sheet.rows
        ],
        "debit_paise": sheet.debit_paise,
        "credit_paise": sheet.credit_paise,
        "difference_paise": sheet.difference_paise,
    }


def _trial_lines(sheet: TrialBalanceSheet) -> Iterator[str]:
    columns = (left("Account"), left("Nature"), right("Debit"), right("Credit"))
    rows = [
        (row.account, row.nature, sum_text(row.debit_paise), sum_text(row.credit_paise))
        for row in sheet.rows
    ]
    totals = ("", "", format_inr(sheet.debit_paise), format_inr(sheet.credit_paise))
    yield from table(columns, rows, totals)
    yield ""
    if sheet.difference_paise:
        yield f"It does not close: {format_dr_cr(sheet.difference_paise)} is left over."
    else:
        yield "It closes. Cash and bank hold what came from parties only, not the whole till."
