"""The history out of a firm's books: its columns joined by rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np

from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.vouchers import DEBTORS, Claim, Voucher, VoucherKind
from collectiq_desktop.core.queries.payment_columns import PartyAccount, PaymentRecords
from collectiq_desktop.intelligence.history import (
    NEVER,
    Flags,
    History,
    Member,
    Receipts,
    Rests,
    Returns,
    Whole,
)
from collectiq_desktop.intelligence.making import TellBills, Told, history_from
from collectiq_desktop.intelligence.settling import CREDIT, PAYMENT, RETURN, Claims

_RECEIPT, _JOURNAL, _PAYMENT, _OPENING = (
    ord(kind.value)
    for kind in (
        VoucherKind.RECEIPT,
        VoucherKind.JOURNAL,
        VoucherKind.PAYMENT,
        VoucherKind.OPENING_BILL,
    )
)
Columns = TypeVar("Columns", Claims, Receipts)
_PLAIN = 0
"""The kind of a voucher of which no more is told: a sale, or where it settles, a receipt."""
_EPOCH_ORDINAL = 719_163
_ALWAYS_DENSE = 1 << 22


def ordinals(ymd: Whole) -> Whole:
    """Days written yyyymmdd as ordinals of `date.toordinal`; 0 stays 0."""
    months = (ymd // 10_000 - 1970) * 12 + ymd // 100 % 100 - 1
    firsts = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    found: Whole = np.where(ymd == 0, 0, firsts + ymd % 100 - 1 + _EPOCH_ORDINAL)
    return found


class Lookup:
    """Finds numbers by number, none below zero; the default stands for what is not there."""

    def __init__(self, keys: Whole, values: Whole, default: int) -> None:
        self._default = default
        self._is_dense = int(keys.max(initial=0)) < 16 * len(keys) + _ALWAYS_DENSE
        if self._is_dense:
            self._table = np.full(int(keys.max(initial=0)) + 2, default)
            self._table[keys] = values
        else:
            order = np.argsort(keys, kind="stable")
            self._keys, self._values = keys[order], values[order]

    def __call__(self, wanted: Whole) -> Whole:
        if self._is_dense:
            # The last place of the table is free, for whatever lies beyond.
            found: Whole = self._table[np.minimum(wanted, len(self._table) - 1)]
            return found
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        return np.where(self._keys[at] == wanted, self._values[at], self._default)


class _Lines(NamedTuple):
    """Parts of vouchers that concern a party, debit positive."""

    voucher_row: Whole
    party: Whole
    on: Whole
    paise: Whole

    def where(self, chosen: Flags) -> _Lines:
        return _Lines(*(column[chosen] for column in self))

    def joined(self, *others: _Lines) -> _Lines:
        return _Lines(*map(np.concatenate, zip(self, *others, strict=True)))


class _Rows:
    """What the columns of one set of records say of rows: parties, kinds, knowledge days."""

    def __init__(self, records: PaymentRecords) -> None:
        party_rows = np.array([party.party_row for party in records.parties], np.int64)
        self.party_at = Lookup(party_rows, np.arange(len(party_rows)), -1)
        rows, kinds, keyed = (np.asarray(column, np.int64) for column in records.heads)
        keyed = ordinals(keyed)
        self.kind = Lookup(rows, kinds, _PLAIN)
        self._first = Lookup(rows, keyed, 0)
        newer = np.array([each.voucher_row for each in records.corrected], np.int64)
        newest = ordinals(np.array([each.keyed_on for each in records.corrected], np.int64))
        kept = ~np.isin(rows, newer)
        self._newest = Lookup(np.append(rows[kept], newer), np.append(keyed[kept], newest), 0)

        self._width = int(np.asarray(records.bills.n, np.int64).max(initial=0)) + 1
        self._parties_count = max(1, len(party_rows))

    def bill_key(self, voucher_row: Whole, n: Whole) -> Whole:
        """One number for each bill; -1 for one that cannot be in the books."""
        is_possible = (voucher_row >= 0) & (n < self._width)
        found: Whole = np.where(is_possible, voucher_row * self._width + n, -1)
        return found

    def party_key(self, voucher_row: Whole, party: Whole) -> Whole:
        """One number for each party of each voucher."""
        return voucher_row * self._parties_count + party

    def known_first(self, rows: Whole, on: Whole) -> Whole:
        """The knowledge day of vouchers by their first versions."""
        return np.maximum(on, self._first(rows))

    def known(self, rows: Whole, on: Whole) -> Whole:
        """The knowledge day of vouchers as they read now."""
        return np.maximum(on, self._newest(rows))


def history_of(records: PaymentRecords) -> History:
    """The history that the books' records tell."""
    rows = _Rows(records)
    bills, advances, advance_keys = _bills(records, rows)
    keys = rows.bill_key(bills.voucher_row, bills.n)
    bill_at = Lookup(keys, np.arange(len(keys)), -1)
    claim_row, on, paise, bill = _claims(records, rows, bill_at)
    rests = _rests(records, rows).joined(advances)
    used = _used(records, rows, advances, advance_keys)
    sort = _sorts(rows.kind(claim_row), paise, _set_off(rows, claim_row, paise, rests))
    is_bills = bill >= 0
    claims = Claims(
        bill[is_bills],
        on[is_bills],
        rows.known(claim_row[is_bills], on[is_bills]),
        np.full(int(is_bills.sum()), NEVER),
        -paise[is_bills],
        sort[is_bills],
    )
    settling = _Lines(claim_row[is_bills], bills.party[claims.bill], claims.on, -claims.paise)
    told = Told(
        claims=_extended(claims, _old_claims(records, rows, bill_at)),
        receipts=_extended(_receipts(rows, settling.joined(rests)), _old_receipts(records)),
        rests=_as_rests(rows, rests.joined(used)),
        returns=_returns(rows, settling.where(claims.sort == RETURN)),
    )
    return history_from(members_of(records.parties), bills, told, has_counter_sales=True)


def members_of(parties: Iterable[PartyAccount]) -> tuple[Member, ...]:
    """The parties as members of the history."""
    return tuple(
        Member(p.party_id, p.name, p.code, p.beat, p.is_bill_wise, p.balance_paise) for p in parties
    )


def _bills(records: PaymentRecords, rows: _Rows) -> tuple[TellBills, _Lines, Whole]:
    """The bills, the advances, and what names the advances."""
    row, n, party_row, bill_on, due_on, posted_on, paise = (
        np.asarray(column, np.int64) for column in records.bills
    )
    party = rows.party_at(party_row)
    bill_on, due_on, posted_on = map(ordinals, (bill_on, due_on, posted_on))
    ahead = paise < 0
    advances = _Lines(row[ahead], party[ahead], posted_on[ahead], paise[ahead])
    bills = TellBills(
        party,
        bill_on,
        due_on,
        posted_on,
        rows.known_first(row, posted_on),
        paise,
        rows.kind(row) == _OPENING,
        row,
        n,
    )
    kept = TellBills._make(column[~ahead] for column in bills)
    return kept, advances, rows.bill_key(row, n)[ahead]


def _claims(
    records: PaymentRecords, rows: _Rows, bill_at: Lookup
) -> tuple[Whole, Whole, Whole, Whole]:
    """Of each claim its voucher, day, sum (debit positive) and bill; -1 on an advance."""
    row, bill_row, n, on, paise = (np.asarray(column, np.int64) for column in records.claims)
    return row, ordinals(on), paise, bill_at(rows.bill_key(bill_row, n))


def _rests(records: PaymentRecords, rows: _Rows) -> _Lines:
    row, party_row, on, paise = (np.asarray(column, np.int64) for column in records.rests)
    return _Lines(row, rows.party_at(party_row), ordinals(on), paise)


def _used(records: PaymentRecords, rows: _Rows, advances: _Lines, advance_keys: Whole) -> _Lines:
    """What was used of advances: claims the other way."""
    row, bill_row, n, on, paise = (np.asarray(column, np.int64) for column in records.claims)
    at = Lookup(advance_keys, np.arange(len(advance_keys)), -1)(rows.bill_key(bill_row, n))
    mine = at >= 0
    return _Lines(row[mine], advances.party[at[mine]], ordinals(on[mine]), paise[mine])


def _set_off(rows: _Rows, claim_row: Whole, paise: Whole, rests: _Lines) -> Flags:
    """Which claims are of journals that only move a party's own money to a bill.

    Such a journal closes to nothing for the party, and pays; any other writes off.
    """
    every_row = np.append(claim_row, rests.voucher_row)
    every_paise = np.append(paise, rests.paise)
    is_journal = rows.kind(every_row) == _JOURNAL
    found, at = np.unique(every_row[is_journal], return_inverse=True)
    net = np.zeros(len(found), np.int64)
    np.add.at(net, at, every_paise[is_journal])
    return np.isin(claim_row, found[net == 0])


def _sorts(kind: Whole, paise: Whole, is_set_off: Flags) -> Whole:
    """What claims of vouchers of these kinds are to their bills."""
    pays = (kind == _PLAIN) | (kind == _RECEIPT) | is_set_off
    takes_back = (paise > 0) & ((kind == _JOURNAL) | (kind == _PAYMENT))
    return np.where(pays, PAYMENT, np.where(takes_back, RETURN, CREDIT))


def _receipts(rows: _Rows, lines: _Lines) -> Receipts:
    """What came in by each receipt, from what it settled and what it left."""
    kind = rows.kind(lines.voucher_row)
    mine = lines.where(((kind == _PLAIN) | (kind == _RECEIPT)) & (lines.paise < 0))
    _keys, first, at = np.unique(
        rows.party_key(mine.voucher_row, mine.party), return_index=True, return_inverse=True
    )
    paise = np.zeros(len(first), np.int64)
    np.add.at(paise, at, -mine.paise)
    row, party, on, _paise = (column[first] for column in mine)
    return Receipts(party, on, rows.known(row, on), np.full(len(first), NEVER), paise)


def _as_rests(rows: _Rows, lines: _Lines) -> Rests:
    return Rests(lines.party, rows.known(lines.voucher_row, lines.on), lines.paise)


def _returns(rows: _Rows, lines: _Lines) -> Returns:
    _rows, first = np.unique(lines.voucher_row, return_index=True)
    row, party, on, _paise = (column[first] for column in lines)
    return Returns(party, rows.known(row, on), row)


def _extended(columns: Columns, more: Iterable[tuple[int, ...]]) -> Columns:
    """The columns with more rows below."""
    below = np.array(list(more), np.int64).reshape(-1, len(columns))
    return type(columns)(*map(np.append, columns, below.T))


class _Superseded(NamedTuple):
    """A version of a voucher that no longer counts, and the days between which it did."""

    voucher: Voucher
    bill_rows: tuple[int | None, ...]
    known_on: int
    gone_on: int


def _superseded(records: PaymentRecords) -> Iterator[_Superseded]:
    """The old versions that the books held for at least a day."""
    for corrected in records.corrected:
        for voucher, bill_rows, keyed_on, gone_on in corrected.superseded:
            known = max(voucher.on, date_of_ymd(keyed_on)).toordinal()
            gone = date_of_ymd(gone_on).toordinal()
            if known < gone:
                yield _Superseded(voucher, bill_rows, known, gone)


def _old_claims(records: PaymentRecords, rows: _Rows, bill_at: Lookup) -> Iterator[tuple[int, ...]]:
    for voucher, bill_rows, known_on, gone_on in _superseded(records):
        bill_row = np.array([-1 if row is None else row for row in bill_rows], np.int64)
        n = np.array([claim.bill_n for claim in voucher.claims], np.int64)
        found = bill_at(rows.bill_key(bill_row, n))
        for claim, bill in zip(voucher.claims, found, strict=True):
            if bill >= 0:
                on, sort = voucher.on.toordinal(), _old_sort(voucher, claim)
                yield int(bill), on, known_on, gone_on, -claim.amount_paise, sort


def _old_sort(voucher: Voucher, claim: Claim) -> int:
    party_id = voucher.party_of(claim)
    moved = sum(
        line.amount_paise
        for line in voucher.postings
        if line.account_code == DEBTORS and voucher.party_of(line) == party_id
    )
    kind = np.array([ord(voucher.kind.value)])
    is_set_off = np.array([voucher.kind is VoucherKind.JOURNAL and moved == 0])
    return int(_sorts(kind, np.array([claim.amount_paise]), is_set_off)[0])


def _old_receipts(records: PaymentRecords) -> Iterator[tuple[int, ...]]:
    party_at = {party.party_id: at for at, party in enumerate(records.parties)}
    for voucher, _rows, known_on, gone_on in _superseded(records):
        party = party_at.get(voucher.party_id) if voucher.party_id is not None else None
        if party is not None and voucher.kind is VoucherKind.RECEIPT:
            yield party, voucher.on.toordinal(), known_on, gone_on, voucher.amount_paise
