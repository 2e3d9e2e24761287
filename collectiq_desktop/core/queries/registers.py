"""The collection register: what came in, by day, mode and party."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, case, select

from collectiq_desktop.core.domain.accounts import MONEY_NATURES, Nature
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.as_of import in_branch
from collectiq_desktop.core.queries.asking import AnyRow, Ask, answers, day_of, party_at, summed
from collectiq_desktop.core.storage import tables

_v, _p, _g, _a = tables.voucher.c, tables.party.c, tables.posting.c, tables.account.c
_MODE_OF_NATURE = {Nature.CASH: Mode.CASH, Nature.BANK: Mode.BANK, Nature.CLEARING: Mode.CHEQUE}


class CollectionLine(NamedTuple):
    """One receipt.

    Money: received_paise is money; discount_paise (round-off with it),
        tds_paise and other_paise settle beside it; all together are
        settled_paise, what the party's account was credited with.
    """

    voucher_id: VoucherId
    on: date
    number: str
    party: str
    code: str
    mode: str
    reference: str
    received_paise: int
    discount_paise: int
    tds_paise: int
    other_paise: int

    @property
    def settled_paise(self) -> int:
        """What the party's account was credited with."""
        return self.received_paise + self.discount_paise + self.tds_paise + self.other_paise


class CollectionSum(NamedTuple):
    """The receipts of one mode, one day or the whole period together.

    Args:
        name: the mode, the day in ISO form, or empty for the whole.
    """

    name: str
    receipts_count: int
    received_paise: int
    discount_paise: int
    tds_paise: int
    other_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionSheet:
    """The receipts of a period with their totals, oldest first."""

    from_on: date
    to_on: date
    rows: tuple[CollectionLine, ...]
    by_mode: tuple[CollectionSum, ...]
    by_day: tuple[CollectionSum, ...]
    total: CollectionSum


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRegister(Ask[CollectionSheet]):
    """The receipts of a period; of today by default.

    Dates: from_on and to_on are both inside; without to_on up to today.
    """

    from_on: date | None = None
    to_on: date | None = None
    mode: Mode | None = None
    party_id: PartyId | None = None
    branch_id: str = ""


@answers(CollectionRegister)
def collection_register(
    conn: Connection, ask: CollectionRegister, today_on: date
) -> CollectionSheet:
    """The register.

    Limits: a period of some ten thousand receipts.
    """
    to_on = ask.to_on or today_on
    from_on = ask.from_on or to_on
    conditions = [
        _v.voucher_on >= ymd_of(from_on),
        _v.voucher_on <= ymd_of(to_on),
        _v.kind == VoucherKind.RECEIPT.value,
        _v.state == "posted",
        *in_branch(_v.branch_id, ask.branch_id),
    ]
    if ask.party_id is not None:
        conditions.append(_v.party_row == party_at(conn, ask.party_id).party_row)
    rows = [_line(row) for row in conn.execute(_RECEIPTS.where(*conditions))]
    if ask.mode is not None:
        rows = [row for row in rows if row.mode == ask.mode.value]
    return CollectionSheet(
        from_on=from_on,
        to_on=to_on,
        rows=tuple(rows),
        by_mode=_sums(rows, lambda row: row.mode),
        by_day=_sums(rows, lambda row: row.on.isoformat()),
        total=_sum("", rows),
    )


def _of(*natures: Nature) -> Any:
    is_one = _a.nature.in_([nature.value for nature in natures])
    return summed(case((is_one, _g.amount_paise), else_=0))


_MONEY = sorted(MONEY_NATURES)
_RECEIPTS = (
    select(
        _v.voucher_id,
        _v.voucher_on,
        _v.number,
        _p.name,
        _p.code,
        _v.mode,
        _v.reference,
        *(_of(nature) for nature in _MONEY),
        _of(Nature.EXPENSE),
        _of(Nature.ASSET),
        summed(_g.amount_paise),
    )
    .join(tables.posting, _g.voucher_row == _v.voucher_row)
    .join(tables.account, _a.account_row == _g.account_row)
    .outerjoin(tables.party, _p.party_row == _v.party_row)
    .group_by(
        _v.voucher_on,
        _v.voucher_row,
        _v.voucher_id,
        _v.number,
        _p.name,
        _p.code,
        _v.mode,
        _v.reference,
    )
    .order_by(_v.voucher_on, _v.voucher_row)
)


def _line(row: AnyRow) -> CollectionLine:
    voucher_id, on, number, party, code, mode, reference, *paise = row
    *money, discount, tds, everything = paise
    received = sum(money)
    return CollectionLine(
        voucher_id,
        day_of(on),
        number,
        party or "",
        code or "",
        mode or _likely_mode(money),
        reference or "",
        received,
        discount,
        tds,
        everything - received - discount - tds,
    )


def _likely_mode(money: list[int]) -> str:
    """The mode of an imported receipt without one: the account with most money."""
    most = max(zip(money, _MONEY, strict=True))
    return _MODE_OF_NATURE[most[1]].value


def _sums(
    rows: Iterable[CollectionLine], name_of: Callable[[CollectionLine], str]
) -> tuple[CollectionSum, ...]:
    groups: dict[str, list[CollectionLine]] = {}
    for row in rows:
        groups.setdefault(name_of(row), []).append(row)
    return tuple(_sum(name, groups[name]) for name in sorted(groups))


def _sum(name: str, rows: list[CollectionLine]) -> CollectionSum:
    return CollectionSum(
        name,
        len(rows),
        sum(row.received_paise for row in rows),
        sum(row.discount_paise for row in rows),
        sum(row.tds_paise for row in rows),
        sum(row.other_paise for row in rows),
    )
