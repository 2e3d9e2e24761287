"""The raw limit: what plain sqlite3 needs for the same, with a sensible schema.

WAL, synchronous=FULL, rows without facts, hashes or objects; indexes as anybody
would make them, none of them for one report alone. It says what the
file and the language allow on this machine today, not how books are kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from tests.benchmarks.workload import WorkClaim, WorkParty, WorkVoucher

_TABLES = """
CREATE TABLE party (id INTEGER PRIMARY KEY, code TEXT, name TEXT, folded TEXT, phone TEXT,
    credit_days INTEGER, balance_paise INTEGER NOT NULL DEFAULT 0);
CREATE TABLE voucher (id INTEGER PRIMARY KEY, kind TEXT, number TEXT, on_day INTEGER,
    due_day INTEGER, party INTEGER, paise INTEGER, open_paise INTEGER);
CREATE TABLE posting (voucher INTEGER, line INTEGER, account INTEGER, party INTEGER,
    on_day INTEGER, paise INTEGER, PRIMARY KEY (voucher, line)) WITHOUT ROWID;
CREATE TABLE allocation (voucher INTEGER, bill INTEGER, on_day INTEGER, paise INTEGER,
    PRIMARY KEY (voucher, bill)) WITHOUT ROWID;
CREATE VIRTUAL TABLE party_words USING fts5(words, tokenize='trigram');
"""
_INDEXES = """
CREATE INDEX voucher_by_day ON voucher (on_day, id);
CREATE INDEX voucher_by_number ON voucher (number);
CREATE INDEX voucher_open ON voucher (party, due_day) WHERE open_paise <> 0;
CREATE INDEX posting_by_party ON posting (party, on_day, voucher) WHERE party IS NOT NULL;
CREATE INDEX allocation_by_bill ON allocation (bill);
CREATE INDEX party_by_folded ON party (folded);
CREATE INDEX party_by_code ON party (code);
"""
_DEBTORS, _SALES, _TAX, _CASH, _RETURNS = range(5)
_CHUNK = 10_000
_DAYS_OF_SLABS = (0, 30, 60, 90)


def _day(on: date) -> int:
    return on.toordinal()


def _postings(voucher: WorkVoucher) -> list[tuple[int, int]]:
    net = voucher.paise - voucher.tax_paise
    match voucher.kind:
        case "S":
            return [(_DEBTORS, voucher.paise), (_SALES, -net), (_TAX, -voucher.tax_paise)]
        case "R":
            return [(_CASH, voucher.paise), (_DEBTORS, -voucher.paise)]
        case _:
            return [(_RETURNS, net), (_TAX, voucher.tax_paise), (_DEBTORS, -voucher.paise)]


class RawBooks:
    """One file of the raw limit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.conn = sqlite3.connect(path, isolation_level=None, cached_statements=256)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY"):
            self.conn.execute(f"PRAGMA {pragma}")
        self.conn.execute("PRAGMA cache_size = -65536")

    def close(self) -> None:
        self.conn.close()

    def create(self) -> None:
        self.conn.executescript(_TABLES + _INDEXES)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.conn.execute("BEGIN IMMEDIATE")
        yield
        self.conn.execute("COMMIT")

    def import_all(self, parties: Iterable[WorkParty], vouchers: Iterable[WorkVoucher]) -> None:
        """Everything in one transaction into an empty file, indexes last."""
        self.conn.executescript(_TABLES)
        with self._transaction():
            self._add_parties(parties)
            rest = iter(vouchers)
            while chunk := list(islice(rest, _CHUNK)):
                self._add(chunk)
            for index in filter(None, map(str.strip, _INDEXES.split(";"))):
                self.conn.execute(index)

    def add_batch(self, vouchers: list[WorkVoucher]) -> None:
        """A batch into a file in use."""
        with self._transaction():
            self._add(vouchers)

    def _add_parties(self, parties: Iterable[WorkParty]) -> None:
        rows = [
            (n, p.code, p.name, p.name.casefold(), p.phone, p.credit_days)
            for n, p in enumerate(parties)
        ]
        self.conn.executemany("INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, 0)", rows)
        self.conn.executemany(
            "INSERT INTO party_words (rowid, words) VALUES (?, ?)",
            [(row[0], f"{row[3]}\n{row[1].casefold()}\n{row[4]}") for row in rows],
        )

    def _add(self, vouchers: list[WorkVoucher]) -> None:
        heads, postings, allocations, balances = [], [], [], []
        for voucher in vouchers:
            day = _day(voucher.on)
            heads.append(self._head(voucher, day))
            for line, (account, paise) in enumerate(_postings(voucher)):
                party = voucher.party_no if account == _DEBTORS else None
                postings.append((voucher.no, line, account, party, day, paise))
                if party is not None:
                    balances.append((paise, party))
            allocations += [(voucher.no, c.voucher_no, day, c.paise) for c in voucher.claims]
        many = self.conn.executemany
        many("INSERT INTO voucher VALUES (?, ?, ?, ?, ?, ?, ?, ?)", heads)
        many("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?)", postings)
        many("INSERT INTO allocation VALUES (?, ?, ?, ?)", allocations)
        many(
            "UPDATE voucher SET open_paise = open_paise + ? WHERE id = ?",
            [(paise, bill) for _voucher, bill, _day, paise in allocations],
        )
        many("UPDATE party SET balance_paise = balance_paise + ? WHERE id = ?", balances)

    def _head(self, voucher: WorkVoucher, day: int) -> tuple[Any, ...]:
        open_paise = voucher.paise if voucher.kind == "S" else 0
        due = _day(voucher.due_on)
        return (
            voucher.no,
            voucher.kind,
            voucher.number,
            day,
            due,
            voucher.party_no,
            voucher.paise,
            open_paise,
        )

    def post(self, voucher: WorkVoucher) -> None:
        """One voucher, durable; a receipt finds its oldest bills itself."""
        with self._transaction():
            if voucher.kind == "R":
                voucher = voucher._replace(claims=self._claims(voucher))
            self._add([voucher])

    def _claims(self, voucher: WorkVoucher) -> tuple[WorkClaim, ...]:
        rows = self.conn.execute(
            "SELECT id, open_paise FROM voucher WHERE party = ? AND open_paise <> 0 "
            "ORDER BY due_day, id",
            (voucher.party_no,),
        )
        rest, claims = voucher.paise, []
        for bill, open_paise in rows:
            part = min(rest, open_paise)
            if part <= 0:
                break
            claims.append(WorkClaim(bill, -part))
            rest -= part
        return tuple(claims)

    def ageing(self, today_on: date) -> list[Any]:
        """All parties' open bills by how late they are."""
        limits = [_day(today_on) - days for days in _DAYS_OF_SLABS]
        return self._aged(
            "SELECT party, due_day, open_paise FROM voucher WHERE open_paise <> 0", limits, ()
        )

    def ageing_past(self, as_of_on: date) -> list[Any]:
        """The same for a past day, from all bills and allocations up to then."""
        day = _day(as_of_on)
        limits = [day - days for days in _DAYS_OF_SLABS]
        bills = (
            "SELECT party, due_day, paise + coalesce((SELECT sum(a.paise) FROM allocation a "
            "WHERE a.bill = v.id AND a.on_day <= ?), 0) AS open_paise "
            "FROM voucher v WHERE kind = 'S' AND on_day <= ?"
        )
        return self._aged(bills, limits, (day, day))

    def _aged(self, bills: str, limits: list[int], values: tuple[int, ...]) -> list[Any]:
        newest, *older = limits
        sums = [f"sum(CASE WHEN due_day >= {newest} THEN open_paise ELSE 0 END)"]
        for upper, lower in zip([newest, *older], [*older, 0], strict=True):
            sums.append(
                f"sum(CASE WHEN due_day < {upper} AND due_day >= {lower} "
                "THEN open_paise ELSE 0 END)"
            )
        aged = f"SELECT party, {', '.join(sums)} FROM ({bills}) GROUP BY party"
        joined = f"SELECT p.name, p.balance_paise, b.* FROM ({aged}) b JOIN party p ON p.id = party"
        return self.conn.execute(f"{joined} ORDER BY p.folded", values).fetchall()

    def statement(self, party: int) -> list[Any]:
        """Every line of a party with its running balance."""
        return self.conn.execute(
            "SELECT v.on_day, v.kind, v.number, p.paise, "
            "sum(p.paise) OVER (ORDER BY p.on_day, p.voucher) "
            "FROM posting p JOIN voucher v ON v.id = p.voucher WHERE p.party = ? "
            "ORDER BY p.on_day, p.voucher",
            (party,),
        ).fetchall()

    def screenful(self, party: int, limit: int) -> list[Any]:
        """The first lines of a party."""
        return self.conn.execute(
            "SELECT v.on_day, v.kind, v.number, p.paise FROM posting p "
            "JOIN voucher v ON v.id = p.voucher WHERE p.party = ? "
            "ORDER BY p.on_day, p.voucher LIMIT ?",
            (party, limit),
        ).fetchall()

    def find_beginning(self, text: str, limit: int) -> list[Any]:
        """Parties whose name begins with the text."""
        return self.conn.execute(
            "SELECT name, balance_paise FROM party WHERE folded >= ? AND folded < ? "
            "ORDER BY folded LIMIT ?",
            (text, text + "\U0010ffff", limit),
        ).fetchall()

    def find_inside(self, text: str, limit: int) -> list[Any]:
        """Parties with the text anywhere; three letters at least."""
        return self.conn.execute(
            "SELECT name, balance_paise FROM party WHERE id IN "
            "(SELECT rowid FROM party_words WHERE words MATCH ? LIMIT ?)",
            (f'"{text}"', limit),
        ).fetchall()

    def day_book(self, after: tuple[int, int], limit: int) -> list[Any]:
        """A page of vouchers by date, by key."""
        return self.conn.execute(
            "SELECT v.on_day, v.id, v.kind, v.number, p.name, v.paise FROM voucher v "
            "JOIN party p ON p.id = v.party WHERE (v.on_day, v.id) > (?, ?) "
            "ORDER BY v.on_day, v.id LIMIT ?",
            (*after, limit),
        ).fetchall()

    def key_before_end(self, count: int) -> tuple[int, int]:
        """The key that so many vouchers follow."""
        row = self.conn.execute(
            "SELECT on_day, id FROM voucher ORDER BY on_day DESC, id DESC LIMIT 1 OFFSET ?",
            (count,),
        ).fetchone()
        return row[0], row[1]
