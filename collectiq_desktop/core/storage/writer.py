"""One transaction on the writer lane: what it looked up and what it will write.

Commands and replay gather their rows here, and `flush` writes them table by
table. So one receipt and a hundred thousand imported vouchers go the same
way, only with fewer or more rows at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, exists, func, select, update

from collectiq_desktop.core.domain.roles import Rights
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.storage import search, tables
from collectiq_desktop.core.storage.database import add_up, insert_many, put
from collectiq_desktop.core.storage.lookups import BillState, Lookups
from collectiq_desktop.core.storage.prepared import Prepared

_ROW_COLUMN = {
    tables.account: tables.account.c.account_row,
    tables.party: tables.party.c.party_row,
    tables.item: tables.item.c.item_row,
    tables.voucher: tables.voucher.c.voucher_row,
    tables.batch: tables.batch.c.batch_row,
}
_LAST_ROW = {table: Prepared(select(func.max(column))) for table, column in _ROW_COLUMN.items()}
_LAST_NUMBER = Prepared(
    select(tables.counter.c.last_number).where(tables.counter.c.prefix == bindparam("prefix"))
)
_DEBITED = Prepared(
    select(tables.account_day.c.debit_paise).where(
        tables.account_day.c.account_row == bindparam("account_row"),
        tables.account_day.c.voucher_on == bindparam("voucher_on"),
    )
)
_MOVE_VOUCHER = Prepared(
    update(tables.voucher)
    .where(tables.voucher.c.voucher_row == bindparam("moved_row"))
    .values(ordinal=bindparam("new_ordinal"))
)
_MOVE_CLAIMS = Prepared(
    update(tables.claim)
    .where(
        tables.claim.c.voucher_row == bindparam("moved_row"),
        # Claims of a version that was corrected stand where the correction does.
        exists().where(
            tables.voucher.c.voucher_row == tables.claim.c.voucher_row,
            tables.voucher.c.newest_id.is_(None),
        ),
    )
    .values(ordinal=bindparam("new_ordinal"))
)
_SET_BILL = Prepared(
    update(tables.bill)
    .where(tables.bill.c.voucher_row == bindparam("key_row"), tables.bill.c.n == bindparam("key_n"))
    .values(open_paise=bindparam("new_open"), last_on=bindparam("new_last"))
)


_BRANCHES = Prepared(select(tables.branch_standing))
HASH_SUM_BYTES = 16
_HASHES = 1 << (8 * HASH_SUM_BYTES)


class ChainHead(NamedTuple):
    """The end of the own chain."""

    device_seq: int
    hash: bytes


class NewBill(NamedTuple):
    """A bill not yet written."""

    number: str
    posted_on: int
    bill_on: int
    due_on: int
    branch_id: str
    state: BillState

    def row_of(self, voucher_row: int, n: int) -> tuple[Any, ...]:
        """The bill in the table's column order."""
        number, posted_on, bill_on, due_on, branch_id, state = self
        days = (posted_on, bill_on, due_on)
        sums = (state.amount_paise, state.open_paise, state.last_on)
        return (voucher_row, n, state.party_row, number, *days, *sums, branch_id)


def nobody_waits() -> bool:
    """Of a transaction that lets nobody go first."""
    return False


class Writer:
    """Rows gathered within one transaction, and the lookups made for them."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.lookups = Lookups(conn)
        self.touched = Touched()
        self.words: list[tuple[int, str]] = []
        self.head: ChainHead | None = None
        # The highest place that any applied fact has.
        self.highest_ordinal = 0
        # Where the server's order ends, once this transaction has asked.
        self.order: tuple[int, int] | None = None
        self.has_waiting: bool | None = None
        # What each user may do, as this transaction has asked.
        self.rights: dict[bytes, Rights] = {}
        # Up to which day the books are locked, once this transaction has asked.
        self.locked: tuple[date | None] | None = None
        self.has_held: bool | None = None
        # Whether somebody waits for whom a patient transaction should end soon.
        self.is_waited_for: Callable[[], bool] = nobody_waits
        # Whether the table of devices was written anew.
        self.is_device_changed = False
        self._moved: list[dict[str, int]] = []
        self._rows: dict[Table, list[tuple[Any, ...]]] = defaultdict(list)
        self._standing: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._days: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
        self._bills: dict[tuple[int, int], BillState] = {}
        self._new_bills: dict[tuple[int, int], NewBill] = {}
        self._branches: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._counters: dict[str, int] = {}
        self._moved_counters: set[str] = set()
        self._next_row: dict[Table, int] = {}

    def add(self, table: Table, row: tuple[Any, ...]) -> None:
        """Gather one new row, in the table's column order."""
        self._rows[table].append(row)

    def add_all(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Gather several new rows, in the table's column order."""
        self._rows[table].extend(rows)

    def next_row(self, table: Table) -> int:
        """A row number that no row of the table has."""
        row = self._next_row.get(table)
        if row is None:
            row = (_LAST_ROW[table](self.conn).scalar() or 0) + 1
        self._next_row[table] = row + 1
        return row

    def move_standing(
        self, party_row: int, *, balance_paise: int, bills_paise: int, on_account_paise: int
    ) -> None:
        """Move a party's stored totals by the paise given, debit positive."""
        sums = self._standing[party_row]
        sums[0] += balance_paise
        sums[1] += bills_paise
        sums[2] += on_account_paise

    def move_account(self, account_row: int, voucher_on: int, amount_paise: int) -> None:
        """Add one posting to an account's day; a removal gives it negated twice."""
        sums = self._days[account_row, voucher_on]
        if amount_paise > 0:
            sums[0] += amount_paise
        else:
            sums[1] -= amount_paise

    def unmove_account(self, account_row: int, voucher_on: int, amount_paise: int) -> None:
        """Take one posting out of an account's day."""
        sums = self._days[account_row, voucher_on]
        if amount_paise > 0:
            sums[0] -= amount_paise
        else:
            sums[1] += amount_paise

    def debited_on(self, account_row: int, voucher_on: int) -> int:
        """All debits of an account on a day, with those not yet written."""
        found = _DEBITED(self.conn, account_row=account_row, voucher_on=voucher_on).scalar() or 0
        gathered = self._days.get((account_row, voucher_on))
        return found + (gathered[0] if gathered is not None else 0)

    def move_to_place(self, voucher_row: int, ordinal: int) -> None:
        """Give a voucher its place where its order among all others stays as it is."""
        self._moved.append({"moved_row": voucher_row, "new_ordinal": ordinal})

    def is_used(self, number: str) -> bool:
        """Whether a voucher bears a number, also one that is not yet written."""
        if number not in self.lookups.numbers:
            self.flush_rows()
            self.lookups.prefetch(numbers=[number])
        return self.lookups.numbers[number]

    def move_branch(self, branch_id: str, facts: int, balance_paise: int, hashed: int) -> None:
        """Move a branch's standing: how many facts are placed, paise, sum of hashes."""
        sums = self._branches[branch_id]
        sums[0] += facts
        sums[1] += balance_paise
        sums[2] += hashed

    def add_bill(self, key: tuple[int, int], bill: NewBill) -> None:
        """Gather a new bill; its state may still change before it is written."""
        self._new_bills[key] = bill
        self.lookups.bills[key] = bill.state

    def mark_bill(self, key: tuple[int, int], state: BillState) -> None:
        """Remember that a bill's state changed."""
        if key not in self._new_bills:
            self._bills[key] = state

    def set_counter(self, prefix: str, number: int) -> None:
        """Move a series' counter up to a number that is now used."""
        if number > self.last_number(prefix):
            self._counters[prefix] = number
            self._moved_counters.add(prefix)

    def last_number(self, prefix: str) -> int:
        """The highest number used in a series, 0 before the first."""
        if prefix not in self._counters:
            self._counters[prefix] = _LAST_NUMBER(self.conn, prefix=prefix).scalar() or 0
        return self._counters[prefix]

    def flush_rows(self) -> None:
        """Write the gathered rows and bills, but not yet the sums."""
        for (row, n), new in self._new_bills.items():
            self._rows[tables.bill].append(new.row_of(row, n))
        self._new_bills.clear()
        for table, rows in self._rows.items():
            insert_many(self.conn, table, rows)
            rows.clear()
        search.write_words(self.conn, self.words)
        self.words.clear()
        _MOVE_VOUCHER.many(self.conn, self._moved)
        _MOVE_CLAIMS.many(self.conn, self._moved)
        self._moved.clear()
        if self._bills:
            changes = [
                {"key_row": row, "key_n": n, "new_open": b.open_paise, "new_last": b.last_on}
                for (row, n), b in self._bills.items()
            ]
            _SET_BILL.many(self.conn, changes)
            self._bills.clear()

    def flush(self) -> None:
        """Write everything gathered; the tie-out of each party is checked here."""
        self.flush_rows()
        add_up(self.conn, tables.standing, [(row, *sums) for row, sums in self._standing.items()])
        add_up(self.conn, tables.account_day, [(*key, *sums) for key, sums in self._days.items()])
        moved = [(prefix, self._counters[prefix]) for prefix in sorted(self._moved_counters)]
        put(self.conn, tables.counter, moved)
        self._flush_branches()
        self._standing.clear()
        self._days.clear()
        self._moved_counters.clear()

    def _flush_branches(self) -> None:
        if not self._branches:
            return
        table = tables.branch_standing
        known = {row.branch_id: row for row in _BRANCHES(self.conn)}
        rows = []
        for branch, (facts, balance, hashed) in self._branches.items():
            row = known.get(branch)
            before = int.from_bytes(row.sum_of_hashes, "big") if row else 0
            total = ((before + hashed) % _HASHES).to_bytes(HASH_SUM_BYTES, "big")
            counted = (row.facts_count if row else 0) + facts
            rows.append((branch, counted, (row.balance_paise if row else 0) + balance, total))
        put(self.conn, table, rows)
        self._branches.clear()

    def forget(self) -> None:
        """Drop what was looked up, so that a long import stays small."""
        self.flush()
        self.lookups.forget_vouchers()
