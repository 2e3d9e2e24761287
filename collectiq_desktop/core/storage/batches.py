"""Import batches: what came in together, where it came from, how it is undone."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, or_, select, update

from collectiq_desktop.core.domain.verdicts import Verdict
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import collecting_tables, search, tables
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.database import put
from collectiq_desktop.core.storage.facts import ordered_facts
from collectiq_desktop.core.storage.lookups import OriginRef
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.facts import Body, Fact, VoucherAmended, batch_of

_v, _l, _p, _c, _b, _r = (
    tables.voucher.c,
    tables.party_line.c,
    tables.posting.c,
    tables.claim.c,
    tables.bill.c,
    tables.on_account.c,
)


_o = tables.origin.c


def begin_batch(
    writer: Writer, batch_id: bytes, source: str, recorded_at: int, voucher_types: bytes
) -> None:
    """Add the row of a new batch; one that was held and is released has it already."""
    if has_batch(writer, batch_id):
        return
    row = writer.next_row(tables.batch)
    writer.add(tables.batch, (row, batch_id, source, recorded_at, 0, voucher_types))
    writer.lookups.batches[batch_id] = row


def note_origin(writer: Writer, row: tuple[str, str, bytes, int | None]) -> None:
    """Note what a document from outside became: key, change, our id, batch."""
    if writer.lookups.origin(row[0]) is None:
        writer.add(tables.origin, row)
    else:
        writer.flush_rows()
        put(writer.conn, tables.origin, [row])
    writer.lookups.origins[row[0]] = OriginRef(row[1], row[2])


def subject_of(fact: Fact, body: Body | None) -> bytes:
    """What a fact from outside is about: what it amends, or itself."""
    subject: bytes = fact.fact_id
    if not isinstance(body, Voucher):
        for name in ("voucher_id", "party_id", "item_id"):
            subject = getattr(body, name, subject)
    return subject


def facts_of_origin(conn: Connection, origin_key: str) -> list[bytes]:
    """The facts that came from one document outside, also those without effect."""
    column, begin = tables.fact.c, f"{origin_key}#"
    between = (column.origin >= begin, column.origin < f"{origin_key}$")
    rows = conn.execute(select(column.fact_id, column.origin).where(*between))
    return [row.fact_id for row in rows if row.origin.rpartition("#")[0] == origin_key]


def fold_origin(writer: Writer, origin: str) -> None:
    """Note what a document from outside became, after all facts about it.

    Of two that brought it, the one accepted first in the firm's order counts;
    of changes to that one, the last.
    """
    writer.flush_rows()
    key = origin.rpartition("#")[0]
    ids = facts_of_origin(writer.conn, key)
    first: tuple[str, bytes, int | None] | None = None
    for ordered in ordered_facts(writer.conn, ids):
        body = body_or_none(ordered.fact)
        if ordered.verdict != Verdict.ACCEPTED or body is None:
            continue
        subject = subject_of(ordered.fact, body)
        batch_id = batch_brought_by(body)
        if batch_id is not None and not has_batch(writer, batch_id):
            # While all is made anew, what comes later is noted when it comes.
            continue
        batch_row = writer.lookups.batch_row(batch_id)
        if writer.lookups.is_undone(batch_row) or (first and first[1] != subject):
            continue
        is_change = subject != ordered.fact.fact_id
        if first is None and is_change and writer.lookups.has_fact(subject):
            # It changes what was taken back with the batch that had brought it.
            continue
        first = ((ordered.fact.origin or "").rpartition("#")[2], subject, batch_row)
    if first is None:
        writer.conn.execute(delete(tables.origin).where(_o.origin_key == key))
        writer.lookups.origins[key] = None
    else:
        put(writer.conn, tables.origin, [(key, *first)])
        writer.lookups.origins[key] = OriginRef(first[0], first[1])


def batch_brought_by(body: Body) -> bytes | None:
    """The import batch that brought a fact, also a correction."""
    return batch_of(body.voucher if isinstance(body, VoucherAmended) else body)


def unname_party(writer: Writer, voucher_row: int) -> None:
    """Let a voucher that was taken back name no party, so that none is kept for it."""
    mine = _v.voucher_row == voucher_row
    writer.conn.execute(update(tables.voucher).where(mine).values(party_row=None))


def undo_batch(writer: Writer, batch_id: bytes) -> None:
    """Take back everything a batch brought, as if it had never come.

    The vouchers' rows stay, marked undone; their effects go.
    """
    writer.flush()
    batch_row = writer.lookups.batch_row(batch_id)
    mine = select(_v.voucher_row).where(_v.batch_row == batch_row)
    unsettled = _bills_shared(writer, _c.voucher_row.in_(mine), _c.bill_voucher_row.in_(mine))
    _take_sums(writer, mine)
    for table, column in (
        (tables.posting, _p.voucher_row),
        (tables.party_line, _l.voucher_row),
        (tables.claim, _c.voucher_row),
        (tables.bill, _b.voucher_row),
        (tables.on_account, _r.voucher_row),
        (collecting_tables.agent_voucher, collecting_tables.agent_voucher.c.voucher_row),
        (collecting_tables.cheque_voucher, collecting_tables.cheque_voucher.c.voucher_row),
    ):
        writer.conn.execute(delete(table).where(column.in_(mine)))
    writer.conn.execute(
        update(tables.voucher)
        .where(_v.batch_row == batch_row)
        .values(state="undone", party_row=None)
    )
    writer.lookups.clear()
    resettle(writer, unsettled)
    writer.flush()
    forgotten = _drop_masters(writer, batch_row)
    writer.conn.execute(
        update(tables.batch).where(tables.batch.c.batch_row == batch_row).values(is_undone=1)
    )
    writer.lookups.clear()
    for key in forgotten:
        # Another batch, here or at another counter, may have brought the same document.
        if len(facts_of_origin(writer.conn, key)) > 1:
            fold_origin(writer, f"{key}#")


def _bills_shared(
    writer: Writer, is_mine: ColumnElement[bool], is_on_mine: ColumnElement[bool]
) -> set[tuple[int, int]]:
    """Bills with a claim across the edge of the batch."""
    crossing = or_(and_(is_mine, ~is_on_mine), and_(~is_mine, is_on_mine))
    statement = select(_c.bill_voucher_row, _c.bill_n).where(crossing)
    return {(row, n) for row, n in writer.conn.execute(statement)}


def _take_sums(writer: Writer, mine: object) -> None:
    conn = writer.conn
    totals: dict[int, list[int]] = {}
    for position, (table, paise, row) in enumerate(
        (
            (tables.party_line, _l.amount_paise, _l.voucher_row),
            (tables.bill, _b.open_paise, _b.voucher_row),
            (tables.on_account, _r.amount_paise, _r.voucher_row),
        )
    ):
        party_row = table.c.party_row
        statement = select(party_row, func.sum(paise)).where(row.in_(mine)).group_by(party_row)  # type: ignore[arg-type]
        for party, total in conn.execute(statement):
            totals.setdefault(party, [0, 0, 0])[position] = int(total)
    for party, (balance, bills, resting) in totals.items():
        writer.move_standing(
            party, balance_paise=-balance, bills_paise=-bills, on_account_paise=-resting
        )
    debtors_row = writer.lookups.account_row("debtors")
    assert debtors_row is not None
    lines = select(_l.voucher_on, _l.amount_paise).where(_l.voucher_row.in_(mine))  # type: ignore[arg-type]
    for day, paise in conn.execute(lines):
        writer.unmove_account(debtors_row, day, paise)
    others = (
        select(_p.account_row, _v.voucher_on, _p.amount_paise)
        .join(tables.voucher, _v.voucher_row == _p.voucher_row)
        .where(_p.voucher_row.in_(mine))  # type: ignore[arg-type]
    )
    for account_row, day, paise in conn.execute(others):
        writer.unmove_account(account_row, day, paise)


def _drop_masters(writer: Writer, batch_row: int | None) -> list[str]:
    """Remove the batch's parties and items, but none that others name since.

    Returns:
        The keys of the documents whose origin is forgotten with them.
    """
    conn, party, item = writer.conn, tables.party, tables.item
    # A cancelled voucher has no lines but still names its party.
    used = select(_l.party_row).union(select(_v.party_row).where(_v.party_row.is_not(None)))
    unused = (party.c.batch_row == batch_row, party.c.party_row.not_in(used))
    rows = list(conn.execute(select(party.c.party_row).where(*unused)).scalars())
    forgotten = _drop_origins(writer, batch_row, select(party.c.party_id).where(*unused))
    for row in rows:
        search.drop_party(conn, row)
        conn.execute(delete(tables.standing).where(tables.standing.c.party_row == row))
        conn.execute(delete(party).where(party.c.party_row == row))
    conn.execute(delete(item).where(item.c.batch_row == batch_row))
    return forgotten


def _drop_origins(
    writer: Writer, batch_row: int | None, party_ids: Select[tuple[bytes]]
) -> list[str]:
    """Forget where the batch's documents came from, also those a later batch met again."""
    origin = tables.origin
    vouchers = select(_v.voucher_id).where(_v.batch_row == batch_row)
    items = select(tables.item.c.item_id).where(tables.item.c.batch_row == batch_row)
    subject = origin.c.subject_id
    mine = or_(subject.in_(party_ids), subject.in_(vouchers), subject.in_(items))
    gone = or_(origin.c.batch_row == batch_row, mine)
    keys = list(writer.conn.execute(select(origin.c.origin_key).where(gone)).scalars())
    writer.conn.execute(delete(origin).where(gone))
    return keys


def has_batch(writer: Writer, batch_id: bytes) -> bool:
    """Whether the batch ever began, also one that was undone."""
    if batch_id in writer.lookups.batches:
        return True
    writer.flush_rows()
    column = tables.batch.c
    found = select(column.batch_row).where(column.batch_id == batch_id)
    return writer.conn.execute(found).first() is not None


def is_known_batch(writer: Writer, batch_id: bytes) -> bool:
    """Whether the batch exists and was not undone."""
    column = tables.batch.c
    statement = select(column.is_undone).where(column.batch_id == batch_id)
    return writer.conn.execute(statement).scalar() == 0


def changed_elsewhere(writer: Writer, batch_id: bytes) -> str | None:
    """The number of another batch's voucher that this one changed, None if none."""
    batch_row = writer.lookups.batch_row(batch_id)
    origin = tables.origin.c
    statement = (
        select(_v.number)
        .join(tables.origin, origin.subject_id == _v.voucher_id)
        .where(origin.batch_row == batch_row, _v.batch_row != batch_row)
        .limit(1)
    )
    number: str | None = writer.conn.execute(statement).scalar()
    return number


def built_upon(writer: Writer, batch_id: bytes) -> str | None:
    """The number of a voucher outside the batch that builds on it, None if none does."""
    batch_row = writer.lookups.batch_row(batch_id)
    mine = select(_v.voucher_row).where(_v.batch_row == batch_row)
    other = or_(_v.batch_row.is_(None), _v.batch_row != batch_row)
    claiming = (
        select(_v.number)
        .join(tables.claim, _c.voucher_row == _v.voucher_row)
        .where(other, _c.bill_voucher_row.in_(mine))
    )
    parties = select(tables.party.c.party_row).where(tables.party.c.batch_row == batch_row)
    posting = (
        select(_v.number)
        .join(tables.party_line, _l.voucher_row == _v.voucher_row)
        .where(other, _l.party_row.in_(parties))
    )
    amended = select(_v.number).where(_v.batch_row == batch_row, _v.newest_id.is_not(None))
    for statement in (claiming, posting, amended):
        number: str | None = writer.conn.execute(statement.limit(1)).scalar()
        if number is not None:
            return number
    return None
