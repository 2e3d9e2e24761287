"""What a transaction has looked up: ids to row numbers, and open bills.

A miss is remembered as None. `prefetch` asks for many at once, because a
statement for each of a hundred thousand vouchers would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, literal_column, select

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.prepared import Prepared, PreparedLookup


class PartyRef(NamedTuple):
    """A party as postings need it."""

    party_row: int
    party_id: bytes
    is_bill_wise: bool
    credit_days: int


class OriginRef(NamedTuple):
    """What a document from outside became: its change number and our id."""

    change: str
    subject_id: bytes


@dataclass(slots=True)
class BillState:
    """A bill as it stands within this transaction.

    Money: debit positive.
    """

    party_row: int
    amount_paise: int
    open_paise: int
    last_on: int


_WORTH_A_LOOK = 16
Key = TypeVar("Key")
Found = TypeVar("Found")

_f, _v, _b, _p, _a, _o = (
    tables.fact.c,
    tables.voucher.c,
    tables.bill.c,
    tables.party.c,
    tables.account.c,
    tables.origin.c,
)
_PARTIES = PreparedLookup(
    select(_p.party_id, _p.party_row, _p.is_bill_wise, _p.credit_days), _p.party_id
)
_CODES = PreparedLookup(select(_p.code, _p.party_id, _p.name), _p.code)
_VOUCHERS = PreparedLookup(select(_v.voucher_id, _v.voucher_row), _v.voucher_id)
_BILLS = PreparedLookup(
    select(_b.voucher_row, _b.n, _b.party_row, _b.amount_paise, _b.open_paise, _b.last_on),
    _b.voucher_row,
)
_ORIGINS = PreparedLookup(select(_o.origin_key, _o.change, _o.subject_id), _o.origin_key)
_NUMBERS = PreparedLookup(
    select(_v.number).where(_v.state != literal_column("'absent'")), _v.number
)
_FACTS = PreparedLookup(select(_f.fact_id), _f.fact_id)
_NEWEST_VOUCHER = Prepared(
    select(_v.voucher_id).order_by(_v.voucher_id.desc()).limit(literal_column("1"))
)
_NEWEST_FACT = Prepared(select(_f.fact_id).order_by(_f.fact_id.desc()).limit(literal_column("1")))
_ACCOUNTS = Prepared(select(_a.account_code, _a.account_row))
_ANY_VOUCHER = Prepared(select(_v.voucher_row).limit(literal_column("1")))


class Lookups:
    """Read-through caches that live as long as one transaction."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self.clear()
        # True while the books hold no voucher that this transaction did not bring.
        self.is_empty = _ANY_VOUCHER(conn).first() is None

    def clear(self) -> None:
        """Forget everything; the next question reads the file again."""
        self.parties: dict[bytes, PartyRef | None] = {}
        self.forget_vouchers()

    def forget_vouchers(self) -> None:
        """Forget what grows with the vouchers, but not the parties."""
        self.is_empty = False
        self.vouchers: dict[bytes, int | None] = {}
        self.bills: dict[tuple[int, int], BillState | None] = {}
        self.origins: dict[str, OriginRef | None] = {}
        self.facts: dict[bytes, bool] = {}
        self.numbers: dict[str, bool] = {}
        self.accounts: dict[str, int] = {}
        self.batches: dict[bytes, int] = {}
        self._undone: set[int] | None = None
        self.forget_codes()

    def forget_codes(self) -> None:
        """Forget which party has which code."""
        self.codes: dict[str, list[tuple[bytes, str]]] = {}
        # Those of parties that this transaction added and may not have written.
        self.new_codes: dict[str, list[tuple[bytes, str]]] = {}

    def party(self, party_id: bytes) -> PartyRef | None:
        """The party with this id."""
        if party_id not in self.parties:
            self._fetch_parties([party_id])
        return self.parties[party_id]

    def parties_with(self, code: str) -> list[tuple[bytes, str]]:
        """Ids and names of the parties that have this code."""
        if code not in self.codes:
            self._fetch_codes([code])
        return self.codes[code] + self.new_codes.get(code, [])

    def voucher_row(self, voucher_id: bytes) -> int | None:
        """The row of a voucher, also of one only known by name so far."""
        if voucher_id not in self.vouchers:
            self._fetch_vouchers([voucher_id])
        return self.vouchers[voucher_id]

    def bill(self, voucher_row: int, n: int) -> BillState | None:
        """A bill as it stands now."""
        key = (voucher_row, n)
        if key not in self.bills:
            self._fetch_bills([voucher_row])
            self.bills.setdefault(key, None)
        return self.bills[key]

    def account_row(self, account_code: str) -> int | None:
        """The row of an account."""
        if not self.accounts:
            self.accounts = {row[0]: row[1] for row in _ACCOUNTS(self._conn)}
        return self.accounts.get(account_code)

    def batch_row(self, batch_id: bytes | None) -> int | None:
        """The row of an import batch."""
        if batch_id is None:
            return None
        if batch_id not in self.batches:
            column = tables.batch.c
            statement = select(column.batch_row).where(column.batch_id == batch_id)
            self.batches[batch_id] = self._conn.execute(statement).scalar_one()
        return self.batches[batch_id]

    def is_undone(self, batch_row: int | None) -> bool:
        """Whether an import batch was taken back."""
        if batch_row is None:
            return False
        if self._undone is None:
            column = tables.batch.c
            statement = select(column.batch_row).where(column.is_undone == 1)
            self._undone = set(self._conn.execute(statement).scalars())
        return batch_row in self._undone

    def origin(self, origin_key: str) -> OriginRef | None:
        """What the document of this origin became, None if it never came."""
        if origin_key not in self.origins:
            self._fetch_origins([origin_key])
        return self.origins[origin_key]

    def has_fact(self, fact_id: bytes) -> bool:
        """Whether the fact is in the log already."""
        if fact_id not in self.facts:
            self._fetch_facts([fact_id])
        return self.facts[fact_id]

    def prefetch(
        self,
        *,
        parties: Iterable[bytes] = (),
        vouchers: Iterable[bytes] = (),
        origins: Iterable[str] = (),
        facts: Iterable[bytes] = (),
        codes: Iterable[str] = (),
        numbers: Iterable[str] = (),
    ) -> None:
        """Look up many at once, misses included."""
        self._fetch_parties(_missing(parties, self.parties))
        self._fetch_vouchers(_missing(vouchers, self.vouchers))
        self._fetch_origins(_missing(origins, self.origins))
        self._fetch_facts(_missing(facts, self.facts))
        self._fetch_codes(_missing(codes, self.codes))
        self.numbers.update(_used_among(self._conn, _missing(numbers, self.numbers)))

    def _fetch_parties(self, party_ids: Sequence[bytes]) -> None:
        self.parties.update(dict.fromkeys(party_ids))
        for party_id, row, is_bill_wise, days in _PARTIES(self._conn, party_ids):
            self.parties[party_id] = PartyRef(row, party_id, bool(is_bill_wise), days)

    def _fetch_codes(self, codes: Sequence[str]) -> None:
        self.codes.update((code, []) for code in codes)
        for code, party_id, name in _CODES(self._conn, codes):
            self.codes[code].append((party_id, name))

    def _fetch_vouchers(self, voucher_ids: Sequence[bytes]) -> None:
        self.vouchers.update(dict.fromkeys(voucher_ids))
        if self.is_empty:
            return
        rows = _VOUCHERS(self._conn, _perhaps_there(self._conn, voucher_ids, _NEWEST_VOUCHER))
        self.vouchers.update((voucher_id, row) for voucher_id, row in rows)
        self._fetch_bills([row for _id, row in rows])

    def _fetch_bills(self, voucher_rows: Sequence[int]) -> None:
        if self.is_empty:
            return
        for row, n, *state in _BILLS(self._conn, voucher_rows):
            self.bills.setdefault((row, n), BillState(*state))

    def _fetch_origins(self, origin_keys: Sequence[str]) -> None:
        self.origins.update(dict.fromkeys(origin_keys))
        for key, change, subject_id in _ORIGINS(self._conn, origin_keys):
            self.origins[key] = OriginRef(change, subject_id)

    def _fetch_facts(self, fact_ids: Sequence[bytes]) -> None:
        self.facts.update(dict.fromkeys(fact_ids, False))
        perhaps = _perhaps_there(self._conn, fact_ids, _NEWEST_FACT)
        for (fact_id,) in _FACTS(self._conn, perhaps):
            self.facts[fact_id] = True


def _used_among(conn: Connection, numbers: Sequence[str]) -> dict[str, bool]:
    """Which of some numbers vouchers bear, as far as those are written."""
    used = {number for (number,) in _NUMBERS(conn, numbers)}
    return {number: number in used for number in numbers}


def _perhaps_there(conn: Connection, ids: Sequence[bytes], newest: Prepared) -> Sequence[bytes]:
    """The ids that are not beyond the newest one: few of those just minted.

    Ids begin with their instant, so most of what an import brings is newer
    than all that is there, and needs no look.
    """
    if len(ids) < _WORTH_A_LOOK:
        return ids
    last: bytes = newest(conn).scalar() or b""
    return [each for each in ids if each <= last]


def _missing(keys: Iterable[Key], known: dict[Key, Found]) -> list[Key]:
    return [key for key in dict.fromkeys(keys) if key not in known]
