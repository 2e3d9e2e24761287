"""Small readings made by hand, and books to take them into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.storage import tables
from collectiq_desktop.interchange.importing import ImportOptions, ImportReport, import_into
from collectiq_desktop.interchange.rows import (
    Nature,
    OpeningBillRow,
    PartyRow,
    PostingRow,
    Reading,
    RefKind,
    RefRow,
    RowKind,
    RowState,
    VoucherRow,
)
from tests.fakes import CountingIds, FixedClock

TODAY_ON = date(2026, 11, 22)
OPTIONS = ImportOptions(today_on=TODAY_ON)
DRY = ImportOptions(today_on=TODAY_ON, is_dry_run=True)
ASHA = "Asha Stores"


def new_books(folder: Path, clock: FixedClock | None = None, firm: str = "Test Traders") -> Books:
    surroundings = Surroundings(clock=clock or FixedClock(), ids=CountingIds())
    return Books.create(folder / "books.ciq", Firm(name=firm), surroundings)


def party(name: str = ASHA, *bills: OpeningBillRow, **said: object) -> PartyRow:
    row = PartyRow(
        name=name,
        origin_key=f"tally:{name}",
        change="a1",
        where=f"masters.xml, ledger {name}",
        opening_paise=sum(bill.open_paise for bill in bills),
        opening_bills=bills,
    )
    return _but(row, said)


def _but(row: PartyRow, said: dict[str, object]) -> PartyRow:
    fields = {name: getattr(row, name) for name in PartyRow.__dataclass_fields__}
    return PartyRow(**(fields | said))


def opening(number: str, paise: int, on: date = date(2026, 3, 1)) -> OpeningBillRow:
    return OpeningBillRow(number=number, bill_on=on, due_on=on, open_paise=paise)


def ref(kind: str, number: str | None, paise: int, due_on: date | None = None) -> RefRow:
    return RefRow(kind=RefKind(kind), number=number, amount_paise=paise, due_on=due_on)


def posted(name: str, paise: int, *refs: RefRow) -> PostingRow:
    return PostingRow(ledger=name, amount_paise=paise, nature=Nature.PARTY, refs=refs)


def voucher(
    number: str,
    on: date,
    *postings: PostingRow,
    kind: RowKind = RowKind.JOURNAL,
    state: RowState = RowState.OK,
    change: str = "a1",
    key: str = "",
) -> VoucherRow:
    """A voucher with these postings to parties, closed by one to `Other`."""
    rest = -sum(one.amount_paise for one in postings)
    other = PostingRow(ledger="Other", amount_paise=rest, nature=Nature.SALES)
    parties = [one.ledger for one in postings if one.nature is Nature.PARTY]
    return VoucherRow(
        origin_key=key or f"tally:{kind.value}:{number}",
        change=change,
        where=f"daybook.xml, {number}",
        kind=kind,
        type_name=kind.value,
        base_type=kind.value,
        number=number,
        on=on,
        state=state,
        party=parties[0] if parties else None,
        postings=(*postings, other) if rest else postings,
    )


def sale(number: str, paise: int, on: date, name: str = ASHA, **said: str) -> VoucherRow:
    line = posted(name, paise, ref("new", number, paise))
    return voucher(number, on, line, kind=RowKind.SALES_INVOICE, **said)  # type: ignore[arg-type]


def receipt(number: str, paise: int, on: date, against: str, name: str = ASHA) -> VoucherRow:
    line = posted(name, -paise, ref("against", against, -paise))
    return voucher(number, on, line, kind=RowKind.RECEIPT)


def reading(
    *vouchers: VoucherRow, parties: Sequence[PartyRow] = (party(),), **said: object
) -> Reading:
    fields: dict[str, object] = {
        "source": "tally",
        "files": ("test.xml",),
        "parties": tuple(parties),
        "vouchers": vouchers,
    }
    return Reading(**(fields | said))  # type: ignore[arg-type]


def take(books: Books, *vouchers: VoucherRow, parties: Sequence[PartyRow] = ()) -> ImportReport:
    """Import the vouchers; the plan of the dry run must be what the write does."""
    told = reading(*vouchers, parties=parties)
    dry = import_into(books, told, DRY)
    report = import_into(books, told, OPTIONS)
    assert report.to_json() | {"batch": None, "dry_run": True} == dry.to_json()
    return report


def bills_of(books: Books, name: str = ASHA) -> list[tuple[str, str, str, int]]:
    """Open bills of a party: number, bill date, due date, open paise."""
    return [
        (one.number, one.bill_on.isoformat(), one.due_on.isoformat(), one.open_paise)
        for party_ in books.ask(Outstanding()).parties
        if party_.party == name
        for one in party_.bills
    ]


def balance_of(books: Books, name: str = ASHA) -> tuple[int, int]:
    """Balance and what of it is on account."""
    for one in books.ask(Outstanding()).parties:
        if one.party == name:
            return one.balance_paise, one.on_account_paise
    return 0, 0


def facts_in(books: Books) -> int:
    with books.reading() as conn:
        return conn.execute(select(func.count()).select_from(tables.fact)).scalar_one()


def warned_of(report: ImportReport) -> list[str]:
    return [one.finding.value for one in report.warnings]


def rejected_of(report: ImportReport) -> list[str]:
    return [one.finding.value for one in report.rejected]
