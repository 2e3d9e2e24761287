"""Vouchers in the projections: how one is laid down, and how taken up again.

`lay` writes what a version of a voucher does to the books; `lift` undoes it.
A voucher that comes last in the firm's order is settled as it is laid; any
other leaves the settling of its bills to `bills.resettle`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, delete, insert, literal_column, select

from collectiq_desktop.core.domain.calendar import business_date, ymd_of
from collectiq_desktop.core.domain.settlement import take
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
)
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.agents import lay_agent, lift_agent
from collectiq_desktop.core.storage.cheques import lay_cheque, lift_cheque
from collectiq_desktop.core.storage.lookups import BillState
from collectiq_desktop.core.storage.masters import bring_back_party
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import NewBill, Writer

BillAt = tuple[int, int]
"""A bill by its voucher's row and its place there."""


class Head(NamedTuple):
    """What the voucher's row says besides what the voucher itself says."""

    voucher_row: int
    voucher_id: bytes
    newest_id: bytes | None
    ordinal: int
    state: str
    batch_row: int | None
    entered_on: int | None = None


@dataclass(slots=True)
class _PartyMove:
    """What one voucher moves for one party, in paise, debit positive."""

    balance_paise: int = 0
    bills_paise: int = 0


def head_row(writer: Writer, head: Head, voucher: Voucher) -> tuple[object, ...]:
    """The voucher's own row, in the table's column order."""
    party = writer.lookups.party(voucher.party_id) if voucher.party_id else None
    return (
        head.voucher_row,
        head.voucher_id,
        head.newest_id,
        head.ordinal,
        str(voucher.kind),
        head.state,
        voucher.number,
        ymd_of(voucher.on),
        party.party_row if party else None,
        voucher.amount_paise,
        str(voucher.mode) if voucher.mode else None,
        voucher.reference or None,
        voucher.narration or None,
        voucher.type_name or None,
        voucher.branch_id,
        head.batch_row,
        head.entered_on,
    )


def entered_after(voucher: Voucher, recorded_at: int) -> int | None:
    """The day the voucher was keyed in, as yyyymmdd, where that is after its own date.

    What an import brought was keyed in elsewhere: when, its file may say; else
    its own date is all there is.

    Dates: recorded_at is UTC milliseconds; the day is India's.
    """
    entered_at = voucher.entered_at
    if entered_at is None:
        if voucher.batch_id is not None:
            return None
        entered_at = recorded_at
    entered_on = business_date(entered_at)
    return ymd_of(entered_on) if entered_on > voucher.on else None


def row_for(writer: Writer, voucher_id: bytes) -> int:
    """The voucher's row; one that is not here yet is noted as absent.

    A claim may name a bill whose voucher is held back or still on its way.
    """
    row = writer.lookups.voucher_row(voucher_id)
    if row is None:
        row = writer.next_row(tables.voucher)
        write_absent(writer, row, voucher_id)
    return row


def write_absent(writer: Writer, row: int, voucher_id: bytes) -> None:
    """Write the row of a voucher that is known by its id alone."""
    absent = (row, voucher_id, None, 0, "S", "absent", "", 0, None, 0)
    writer.add(tables.voucher, (*absent, None, None, None, None, "", None, None))
    writer.lookups.vouchers[voucher_id] = row


def lay(
    writer: Writer, head: Head, voucher: Voucher, *, is_last: bool, is_new: bool = False
) -> set[BillAt]:
    """Write what the voucher does; the row of the voucher itself is not written.

    Args:
        is_last: whether it comes after all others in the firm's order.
        is_new: whether nothing here named it so far; then claims that come last
            on their bill are settled at once, too.

    Returns:
        The bills that must be settled anew; of a voucher that comes last, only
        those to which it gives back what another took.
    """
    day = ymd_of(voucher.on)
    moves = _lay_postings(writer, head.voucher_row, voucher, day)
    for bill in voucher.bills:
        party_row = _party_row(writer, voucher, bill)
        writer.add_bill((head.voucher_row, bill.n), _new_bill(voucher, bill, party_row, day))
        moves[party_row].bills_paise += bill.amount_paise
    undoes_row = None if voucher.undoes_id is None else row_for(writer, voucher.undoes_id)
    unsettled: set[BillAt] = set()
    for claim_no, claim in enumerate(voucher.claims):
        party_row = _party_row(writer, voucher, claim)
        at = (row_for(writer, claim.bill_voucher_id), claim.bill_n)
        # On a bill that the other voucher opened itself there is nothing to give back.
        gives_back = None if at[0] == undoes_row else undoes_row
        settled = 0
        is_last_here = is_last or (is_new and not has_later_claim(writer, at, head.ordinal))
        if is_last_here and gives_back is None:
            settled = _settle_last(writer, at, (party_row, claim.amount_paise), day)
        else:
            unsettled.add(at)
        moves[party_row].bills_paise += settled
        key, sums = (head.voucher_row, claim_no), (claim.amount_paise, settled)
        writer.add(tables.claim, (*key, *at, party_row, day, head.ordinal, *sums, gives_back))
    lay_cheque(writer, head.voucher_row, head.voucher_id, voucher)
    lay_agent(writer, head.voucher_row, voucher)
    for party_row, move in moves.items():
        _lay_move(writer, head.voucher_row, day, party_row, move)
    return unsettled


_LATER_CLAIM = Prepared(
    select(tables.claim.c.claim_no)
    .where(
        tables.claim.c.bill_voucher_row == bindparam("bill_row"),
        tables.claim.c.bill_n == bindparam("bill_n"),
        tables.claim.c.ordinal > bindparam("ordinal"),
    )
    .limit(literal_column("1"))
)


def has_later_claim(writer: Writer, at: BillAt, ordinal: int) -> bool:
    """Whether a claim on a bill stands behind a place; those are written already.

    What this transaction gathered came in the firm's order, so none of it does.
    """
    row = _LATER_CLAIM(writer.conn, bill_row=at[0], bill_n=at[1], ordinal=ordinal).first()
    return row is not None


def _lay_postings(
    writer: Writer, voucher_row: int, voucher: Voucher, day: int
) -> dict[int, _PartyMove]:
    """Lay all postings; gives what they move for each party."""
    account_row_of, move_account, add = writer.lookups.account_row, writer.move_account, writer.add
    moves: dict[int, _PartyMove] = {}
    for line_no, posting in enumerate(voucher.postings):
        account_code, amount_paise, _party_id = posting
        account_row = account_row_of(account_code)
        assert account_row is not None, f"account {account_code} is unknown"
        move_account(account_row, day, amount_paise)
        if account_code == DEBTORS:
            party_row = _party_row(writer, voucher, posting)
            add(tables.party_line, (party_row, day, voucher_row, line_no, amount_paise))
            moves.setdefault(party_row, _PartyMove()).balance_paise += amount_paise
        else:
            add(tables.posting, (voucher_row, line_no, account_row, amount_paise))
    return moves


def _party_row(writer: Writer, voucher: Voucher, line: Posting | BillOpened | Claim) -> int:
    party_id = line.party_id or voucher.party_id
    assert party_id is not None, "a line of a voucher needs a party"
    party = writer.lookups.party(party_id) or bring_back_party(writer, party_id)
    return party.party_row


def _new_bill(voucher: Voucher, bill: BillOpened, party_row: int, day: int) -> NewBill:
    state = BillState(party_row, bill.amount_paise, bill.amount_paise, day)
    days = (day, ymd_of(bill.bill_on), ymd_of(bill.due_on))
    return NewBill(bill.number, *days, voucher.branch_id, state)


def _settle_last(writer: Writer, at: BillAt, claimed: tuple[int, int], day: int) -> int:
    """Settle a claim (party, amount) that comes after all others on its bill.

    A claim of another party than the bill's settles nothing.
    """
    party_row, claim_paise = claimed
    state = writer.lookups.bill(*at)
    if state is None or state.party_row != party_row:
        return 0
    settled = take(state.open_paise, claim_paise, bill_paise=state.amount_paise)
    if settled:
        state.open_paise += settled
        state.last_on = max(state.last_on, day)
        writer.mark_bill(at, state)
    return settled


def _lay_move(writer: Writer, voucher_row: int, day: int, party_row: int, move: _PartyMove) -> None:
    rest = move.balance_paise - move.bills_paise
    writer.move_standing(
        party_row,
        balance_paise=move.balance_paise,
        bills_paise=move.bills_paise,
        on_account_paise=rest,
    )
    if rest:
        writer.add(tables.on_account, (party_row, voucher_row, day, rest))


def lift(writer: Writer, voucher_row: int, voucher: Voucher) -> set[BillAt]:
    """Take up what a version of a voucher did; its own row is left.

    Returns:
        The bills that must be settled anew.
    """
    writer.flush_rows()
    conn, day = writer.conn, ymd_of(voucher.on)
    for posting in voucher.postings:
        account_row = writer.lookups.account_row(posting.account_code)
        assert account_row is not None
        writer.unmove_account(account_row, day, posting.amount_paise)
        if posting.account_code == DEBTORS:
            _lift_party_line(writer, voucher_row, day, _party_row(writer, voucher, posting))
    conn.execute(delete(tables.posting).where(tables.posting.c.voucher_row == voucher_row))
    lift_cheque(writer, voucher_row, voucher)
    lift_agent(writer, voucher_row, voucher)
    affected: set[BillAt] = set()
    claim = tables.claim.c
    targets = select(claim.bill_voucher_row, claim.bill_n).where(claim.voucher_row == voucher_row)
    affected.update((row, n) for row, n in conn.execute(targets))
    conn.execute(delete(tables.claim).where(claim.voucher_row == voucher_row))
    for bill in voucher.bills:
        at = (voucher_row, bill.n)
        state = writer.lookups.bill(*at)
        assert state is not None
        writer.move_standing(
            state.party_row, balance_paise=0, bills_paise=-state.open_paise, on_account_paise=0
        )
        affected.add(at)
        writer.lookups.bills[at] = None
    conn.execute(delete(tables.bill).where(tables.bill.c.voucher_row == voucher_row))
    return affected


def _lift_party_line(writer: Writer, voucher_row: int, day: int, party_row: int) -> None:
    """Remove a party's lines and on-account part, once per party."""
    conn, line, rest = writer.conn, tables.party_line.c, tables.on_account.c
    mine = (line.party_row == party_row, line.voucher_on == day, line.voucher_row == voucher_row)
    moved = conn.execute(select(line.amount_paise).where(*mine)).scalars().all()
    conn.execute(delete(tables.party_line).where(*mine))
    mine_rest = (rest.party_row == party_row, rest.voucher_row == voucher_row)
    resting = conn.execute(select(rest.amount_paise).where(*mine_rest)).scalar() or 0
    conn.execute(delete(tables.on_account).where(*mine_rest))
    writer.move_standing(
        party_row, balance_paise=-sum(moved), bills_paise=0, on_account_paise=-resting
    )


def write_head(writer: Writer, head: Head, voucher: Voucher) -> None:
    """Replace the voucher's row."""
    writer.flush_rows()
    writer.lookups.numbers[voucher.number] = True
    table = tables.voucher
    writer.conn.execute(delete(table).where(table.c.voucher_row == head.voucher_row))
    names = [column.name for column in table.columns]
    values = dict(zip(names, head_row(writer, head, voucher), strict=True))
    writer.conn.execute(insert(table).values(values))
