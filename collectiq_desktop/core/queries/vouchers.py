"""One voucher: its card, and how it is found by its number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.queries.asking import (
    KIND_WORDS,
    SHOWN_STATES,
    Ask,
    answers,
    day_of,
    typed,
)
from collectiq_desktop.core.queries.papers import verify_code
from collectiq_desktop.core.queries.versions import shown_voucher, version_of
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.codec import fact_hash

_CANDIDATES = 8
_LAST_CHAR = "\U0010ffff"
_v, _p, _a, _c, _b, _o = (
    tables.voucher.c,
    tables.party.c,
    tables.account.c,
    tables.claim.c,
    tables.bill.c,
    tables.on_account.c,
)


class PostingLine(NamedTuple):
    """One debit or credit line with its account's and party's names.

    Money: debit positive.
    """

    account_code: str
    account: str
    party: str
    amount_paise: int


class VoucherBill(NamedTuple):
    """A bill or advance that the voucher opens; open_paise is today's.

    Money: debit positive.
    """

    n: int
    number: str
    bill_on: date
    due_on: date
    amount_paise: int
    open_paise: int


class VoucherClaim(NamedTuple):
    """A claim of the voucher on a bill or advance; what it did not settle is on account.

    Money: debit positive. `bill_number` is empty while the bill is not here.
    """

    bill_voucher_id: VoucherId
    bill_n: int
    bill_number: str
    amount_paise: int
    settled_paise: int
    is_on_advance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherDetails:
    """All that one voucher's card shows.

    Args:
        voucher: as it stands; of a cancelled one, as it last stood.
        newest_id: the fact that stands, the base of a correction.
        reason: why it was amended or cancelled, empty where it was not.
        recorded_at: when the fact that stands was recorded.

    Money: on_account_paise is what no bill took, debit positive.
    """

    voucher_id: VoucherId
    newest_id: FactId
    is_cancelled: bool
    kind: str
    number: str
    on: date
    party_id: PartyId | None
    party: str
    party_code: str
    amount_paise: int
    voucher: Voucher
    postings: tuple[PostingLine, ...]
    bills: tuple[VoucherBill, ...]
    claims: tuple[VoucherClaim, ...]
    on_account_paise: int
    reason: str
    recorded_at: int
    verify_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherCard(Ask[VoucherDetails]):
    """Everything about one voucher."""

    voucher_id: VoucherId


@answers(VoucherCard)
def voucher_card(conn: Connection, ask: VoucherCard, _today_on: date) -> VoucherDetails:
    """The voucher's card.

    Raises:
        NotFound: there is no such voucher.
    """
    row = shown_voucher(conn, ask.voucher_id)
    version = version_of(conn, row.newest_id or ask.voucher_id)
    rests = select(_o.amount_paise).where(_o.voucher_row == row.voucher_row)
    if row.party_row is not None:
        rests = rests.where(_o.party_row == row.party_row)
    return VoucherDetails(
        voucher_id=ask.voucher_id,
        newest_id=version.fact.fact_id,
        is_cancelled=row.state == "cancelled",
        kind=KIND_WORDS[row.kind],
        number=row.number,
        on=day_of(row.voucher_on),
        party_id=row.party_id,
        party=row.party or "",
        party_code=row.code or "",
        amount_paise=row.amount_paise,
        voucher=version.voucher,
        postings=posting_lines(conn, version.voucher),
        bills=_bills(conn, row.voucher_row),
        claims=claims_of(conn, row.voucher_row),
        on_account_paise=sum(conn.execute(rests).scalars()),
        reason=version.reason,
        recorded_at=version.fact.recorded_at,
        verify_code=verify_code(fact_hash(version.fact)),
    )


def posting_lines(conn: Connection, voucher: Voucher) -> tuple[PostingLine, ...]:
    """The voucher's postings with names, in their own order."""
    codes = {posting.account_code for posting in voucher.postings}
    accounts = select(_a.account_code, _a.name).where(_a.account_code.in_(codes))
    names = dict(conn.execute(accounts).all())
    wanted = {voucher.party_of(posting) for posting in voucher.postings} - {None}
    parties = select(_p.party_id, _p.name).where(_p.party_id.in_(wanted))
    party_names = dict(conn.execute(parties).all())
    return tuple(
        PostingLine(
            posting.account_code,
            names.get(posting.account_code, posting.account_code),
            _party_name(voucher, posting.account_code, posting.party_id, party_names),
            posting.amount_paise,
        )
        for posting in voucher.postings
    )


def _party_name(
    voucher: Voucher, account_code: str, party_id: bytes | None, names: Mapping[bytes, str]
) -> str:
    if account_code != "debtors":
        return ""
    return names.get(party_id or voucher.party_id or b"", "")


def _bills(conn: Connection, voucher_row: int) -> tuple[VoucherBill, ...]:
    statement = (
        select(_b.n, _b.number, _b.bill_on, _b.due_on, _b.amount_paise, _b.open_paise)
        .where(_b.voucher_row == voucher_row)
        .order_by(_b.n)
    )
    return tuple(
        VoucherBill(n, number, day_of(bill_on), day_of(due_on), amount_paise, open_paise)
        for n, number, bill_on, due_on, amount_paise, open_paise in conn.execute(statement)
    )


def claims_of(conn: Connection, voucher_row: int) -> tuple[VoucherClaim, ...]:
    """The claims of the voucher in a row, with the numbers of their bills."""
    statement = (
        select(
            _v.voucher_id,
            _c.bill_n,
            _b.number,
            _c.amount_paise,
            _c.settled_paise,
            _b.amount_paise.label("bill_paise"),
        )
        .join(tables.voucher, _v.voucher_row == _c.bill_voucher_row)
        .outerjoin(tables.bill, (_b.voucher_row == _c.bill_voucher_row) & (_b.n == _c.bill_n))
        .where(_c.voucher_row == voucher_row)
        .order_by(_c.claim_no)
    )
    return tuple(
        VoucherClaim(
            row.voucher_id,
            row.bill_n,
            row.number or "",
            row.amount_paise,
            row.settled_paise,
            (row.bill_paise or 0) < 0,
        )
        for row in conn.execute(statement)
    )


# By number --------------------------------------------------------------------


class VoucherHit(NamedTuple):
    """A voucher that was found.

    Money: amount_paise is the sum of its debits.
    """

    voucher_id: VoucherId
    kind: str
    number: str
    on: date
    party: str
    amount_paise: int
    is_cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindVouchers(Ask[tuple[VoucherHit, ...]]):
    """The vouchers whose number begins with a text, in any case."""

    text: str
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveVoucher(Ask[VoucherHit]):
    """The one voucher that a text means: its id or its whole number."""

    text: str
    kind: VoucherKind | None = None


@answers(FindVouchers)
def find_vouchers(conn: Connection, ask: FindVouchers, _today_on: date) -> tuple[VoucherHit, ...]:
    """The vouchers found, by number."""
    text = typed(ask.text)
    if not text:
        return ()
    found: dict[bytes, VoucherHit] = {}
    for begin in dict.fromkeys((text, text.upper())):
        begins = (_v.number >= begin, _v.number < begin + _LAST_CHAR)
        found.update((hit.voucher_id, hit) for hit in _hits(conn, ask.limit, *begins))
    return tuple(found.values())[: ask.limit]


def _hits(conn: Connection, limit: int, *conditions: ColumnElement[bool]) -> list[VoucherHit]:
    statement = (
        select(
            _v.voucher_id,
            _v.kind,
            _v.number,
            _v.voucher_on,
            _p.name,
            _v.amount_paise,
            _v.state,
        )
        .outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)
        .where(_v.state.in_(SHOWN_STATES), *conditions)
        .order_by(_v.number, _v.voucher_on, _v.voucher_row)
        .limit(limit)
    )
    return [
        VoucherHit(
            voucher_id,
            KIND_WORDS[kind],
            number,
            day_of(on),
            party or "",
            0 if state == "cancelled" else amount_paise,
            state == "cancelled",
        )
        for voucher_id, kind, number, on, party, amount_paise, state in conn.execute(statement)
    ]


@answers(ResolveVoucher)
def resolve(conn: Connection, ask: ResolveVoucher, _today_on: date) -> VoucherHit:
    """The one voucher that the text means."""
    return resolve_voucher(conn, ask.text, kind=ask.kind)


def resolve_voucher(conn: Connection, text: str, *, kind: VoucherKind | None = None) -> VoucherHit:
    """The one voucher that a text means: its id or its number, in any case.

    Raises:
        NotFound: no voucher has the number.
        BadInput: several have it; the sentence lists them with their ids.
    """
    wanted = typed(text)
    only_kind = [_v.kind == kind.value] if kind is not None else []
    few = _CANDIDATES + 1
    voucher_id = _id_of(wanted)
    hits = _hits(conn, few, _v.voucher_id == voucher_id, *only_kind) if voucher_id else []
    for number in dict.fromkeys((wanted, wanted.upper())):
        hits = hits or _hits(conn, few, _v.number == number, *only_kind)
    if not hits:
        message = say(
            "There is no voucher “{wanted}”; look for its number in the day book.", wanted=wanted
        )
        raise NotFound(message, field="voucher")
    if len(hits) > 1:
        named = "; ".join(
            f"{format_date(hit.on)}, {hit.party}, id {hit.voucher_id.hex()}"
            for hit in hits[:_CANDIDATES]
        )
        message = say(
            "Several vouchers have the number “{wanted}”: {named}. Give the id of one.",
            wanted=wanted,
            named=named,
        )
        raise BadInput(message, field="voucher")
    return hits[0]


def _id_of(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text) if len(text) == 32 else None
    except ValueError:
        return None
