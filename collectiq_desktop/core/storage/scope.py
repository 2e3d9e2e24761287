"""What an agent may see of the books, below every query.

While a connection is scoped, each table that a statement reads is overlaid by
what of it concerns the agent's own parties: a common table expression of the
table's name stands before the statement. So no query, sum, search or guess at
an id can find more, also none that is written later; a party that may not be
seen is as if it were not there. A table that has no rule here shows nothing.
"""

# ruff: noqa: S608 -- names of our own tables, and ids in hexadecimal digits

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, event, select

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import chunks

SEEN = "seen_party"
_WORD = re.compile(r"[a-z_]+")
_OUTER = re.compile(r"\bt\.")
_ALL, _NONE = "", "1 = 0"
_OWN_PARTY_ROW = f"t.party_row IN (SELECT party_row FROM {SEEN})"
_OWN_PARTY_ID = f"t.party_id IN (SELECT party_id FROM {SEEN})"
# A journal may move several parties; it is seen by the line of each, never as a whole.
_WHOLE = (
    f"v.party_row IN (SELECT party_row FROM {SEEN}) AND (v.kind <> 'J' OR "
    "(SELECT count(*) FROM {base}posting g JOIN {base}account a ON a.account_row = g.account_row "
    "WHERE g.voucher_row = v.voucher_row AND a.account_code = 'debtors') = "
    "(SELECT count(*) FROM {base}party_line l WHERE l.party_row = v.party_row "
    "AND l.voucher_on = v.voucher_on AND l.voucher_row = v.voucher_row))"
)
# What an agent collected or handed over is the own cash, whoever has the party now.
_OWN_CASH = "(SELECT e.voucher_row FROM {base}agent_voucher e WHERE e.agent_id = {agent})"
_OF_VOUCHER_ROW = (
    "EXISTS (SELECT 1 FROM {base}voucher v WHERE v.voucher_row = t.voucher_row AND " + _WHOLE + ")"
)
_SUBJECT = (
    f"t.subject_id IN (SELECT party_id FROM {SEEN}) OR EXISTS "
    "(SELECT 1 FROM {base}voucher v WHERE v.voucher_id = t.subject_id AND " + _WHOLE + ")"
)
_PAPER = (
    "EXISTS (SELECT 1 FROM {base}voucher v WHERE v.voucher_id = t.about_id AND " + _WHOLE + ") "
    "OR t.about_id IN (SELECT o.fact_id FROM {base}cheque o WHERE o.party_id IN "
    f"(SELECT party_id FROM {SEEN}))"
)
_NO_PARTYS_FACT = (
    "t.kind IN ('FirmCreated', 'FirmAmended', 'AccountAdded', 'ItemAdded', 'ItemAmended', "
    "'BranchAdded', 'EmployeeAdded')"
)
_FACT = (
    f"{_NO_PARTYS_FACT} OR t.fact_id IN (SELECT party_id FROM {SEEN}) OR EXISTS "
    "(SELECT 1 FROM {base}voucher v WHERE v.voucher_id = t.fact_id AND " + _WHOLE + ") "
    "OR t.fact_id IN (SELECT k.fact_id FROM {base}correction k JOIN {base}voucher v "
    "ON v.voucher_row = k.voucher_row WHERE " + _WHOLE + ") "
    "OR t.fact_id IN (SELECT h.fact_id FROM {base}master_history h WHERE h.master_id IN "
    f"(SELECT party_id FROM {SEEN}))"
    " OR t.fact_id IN (SELECT v.voucher_id FROM {base}voucher v WHERE v.party_row IS NULL "
    f"AND v.voucher_row IN {_OWN_CASH})"
    "{subjects}"
)

RULES: Mapping[str, str] = {
    "fact": _FACT,
    "link": _ALL,
    "place": _ALL,
    "seal": _ALL,
    "old_link": _ALL,
    "epoch": _ALL,
    "setting": _ALL,
    "bulletin": _ALL,
    "sign_in_try": _NONE,
    "sign_in_log": _NONE,
    "pin": _NONE,
    "person_session": _NONE,
    "meta": _ALL,
    "firm": _ALL,
    "device": _ALL,
    "branch": _ALL,
    "account": _ALL,
    "item": _ALL,
    "counter": _ALL,
    "employee": _ALL,
    "errand": _SUBJECT,
    "printed": _SUBJECT,
    "branch_standing": _NONE,
    "account_day": _NONE,
    "held": _NONE,
    "day_allowed": _NONE,
    "origin": _NONE,
    "batch": _NONE,
    "posting": f"{_OF_VOUCHER_ROW} OR t.voucher_row IN {_OWN_CASH}",
    "correction": _OF_VOUCHER_ROW,
    "cheque_voucher": _OF_VOUCHER_ROW,
    "cheque_step": (
        f"t.cheque_id IN (SELECT o.fact_id FROM {{base}}cheque o WHERE o.party_id IN "
        f"(SELECT party_id FROM {SEEN})) OR EXISTS "
        "(SELECT 1 FROM {base}voucher v WHERE v.voucher_id = t.cheque_id AND " + _WHOLE + ")"
    ),
    "attachment": _PAPER,
    "attachment_bytes": (
        "t.content_hash IN (SELECT a.content_hash FROM {base}attachment a WHERE "
        + _OUTER.sub("a.", _PAPER)
        + ")"
    ),
    "master_history": f"t.master_id IN (SELECT party_id FROM {SEEN})",
    "voucher": (
        f"{_OWN_PARTY_ROW} OR (t.party_row IS NULL AND t.voucher_row IN "
        f"(SELECT l.voucher_row FROM {{base}}party_line l WHERE l.party_row IN "
        f"(SELECT party_row FROM {SEEN}))) "
        f"OR (t.party_row IS NULL AND t.voucher_row IN {_OWN_CASH})"
    ),
    "promise_withdrawn": (
        f"t.promise_id IN (SELECT o.fact_id FROM {{base}}promise o WHERE o.party_id IN "
        f"(SELECT party_id FROM {SEEN}))"
    ),
    "beat_plan": (
        f"t.beat IN (SELECT p.beat FROM {{base}}party p WHERE p.party_row IN "
        f"(SELECT party_row FROM {SEEN}))"
    ),
    "run_sheet_closed": (
        "t.sheet_id IN (SELECT o.fact_id FROM {base}run_sheet o WHERE o.agent_id = {agent})"
    ),
}
"""For each table which rows an agent sees, of its alias `t`; `{base}` names the schema.

A table that names a party by `party_row` or `party_id`, or an agent by
`agent_id` alone, needs no line.
"""

SUBJECTS: Mapping[str, str] = dict.fromkeys(
    (
        "cheque",
        "promise",
        "visit",
        "run_sheet",
        "cash_signed",
        "category_pin",
        "category_change",
        "credit_allowed",
        "phone_asked",
        "attachment",
        "reminder",
    ),
    "fact_id",
)
"""Tables by party, and the column of theirs that is the id of a fact about it."""


def rule_of(table: Table) -> str:
    """Which rows of a table an agent sees, as a condition; empty for all."""
    if table.name in RULES:
        return RULES[table.name]
    for column, rule in (
        ("party_row", _OWN_PARTY_ROW),
        ("party_id", _OWN_PARTY_ID),
        ("agent_id", "t.agent_id = {agent}"),
    ):
        if column in table.columns:
            return rule
    return _NONE


_TABLES: Mapping[str, Table] = {
    table.name: table
    for metadata in (tables.LOG, tables.LOCAL, tables.PROJECTIONS)
    for table in metadata.sorted_tables
}


@contextmanager
def only_parties_of(conn: Connection, agent_id: bytes) -> Iterator[None]:
    """Let a connection see nothing but what concerns the agent's parties.

    Limits: for reading; a statement that is no SELECT passes as it is.
    """
    base = _base_of(conn)

    def overlay(_conn: Any, _cursor: Any, statement: str, *rest: Any) -> tuple[str, Any]:
        return overlaid(statement, agent_id, base), rest[0]

    event.listen(conn, "before_cursor_execute", overlay, retval=True)
    try:
        yield
    finally:
        event.remove(conn, "before_cursor_execute", overlay)


def _base_of(conn: Connection) -> str:
    """What names the tables themselves, whatever is laid over them."""
    if conn.dialect.name == "sqlite":
        return "main."
    where = "SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = 'party'::regclass"
    return f"{conn.exec_driver_sql(where).scalar_one()}."


@lru_cache(maxsize=1_024)
def overlaid(statement: str, agent_id: bytes, base: str) -> str:
    """The statement over what the agent sees of each table that it names."""
    verb = statement.lstrip()[:6].upper()
    if not verb.startswith(("SELECT", "WITH ")):
        return statement
    named = [name for name in dict.fromkeys(_WORD.findall(statement)) if name in _TABLES]
    views = [view for name in named if (view := _view(_TABLES[name], agent_id, base))]
    if "party_words" in statement:
        # The engine's own index cannot be overlaid: what it finds is cut down.
        seen = f"rowid IN (SELECT party_row FROM {SEEN})"
        statement = statement.replace("party_words WHERE ", f"party_words WHERE {seen} AND ")
    elif not views:
        return statement
    with_ = f"WITH {', '.join([_seen(agent_id, base), *views])}"
    if verb.startswith("WITH "):
        return f"{with_}, {statement.lstrip()[5:]}"
    return f"{with_} {statement}"


def _seen(agent_id: bytes, base: str) -> str:
    return (
        f"{SEEN} AS (SELECT p.party_row, p.party_id FROM {base}assignment s "
        f"JOIN {base}party p ON p.party_id = s.party_id "
        f"WHERE s.agent_id = {_literal(agent_id, base)})"
    )


def _view(table: Table, agent_id: bytes, base: str) -> str:
    rule = rule_of(table)
    if not rule:
        return ""
    subjects = " ".join(
        f"OR t.fact_id IN (SELECT o.{column} FROM {base}{name} o WHERE {_by_party(name, 'o')})"
        for name, column in SUBJECTS.items()
    )
    told = rule.replace("{subjects}", f" {subjects}" if subjects else "")
    told = told.replace("{base}", base).replace("{agent}", _literal(agent_id, base))
    kept = "NOT MATERIALIZED "
    return f"{table.name} AS {kept}(SELECT t.* FROM {base}{table.name} t WHERE {told})"


def _by_party(name: str, alias: str) -> str:
    return _OUTER.sub(f"{alias}.", rule_of(_TABLES[name]))


def _literal(value: bytes, base: str) -> str:
    """An id as the engine reads it; hexadecimal digits cannot be anything else."""
    return f"X'{value.hex()}'" if base == "main." else f"'\\x{value.hex()}'::bytea"


def hidden_among(conn: Connection, agent_id: bytes, ids: Collection[bytes]) -> set[bytes]:
    """Of some ids, those of facts that are in the books and that the agent may not see.

    What is looked up is the same for an id that is nowhere, so that no answer
    comes sooner for it.
    """
    column = tables.fact.c.fact_id
    there: set[bytes] = set()
    seen: set[bytes] = set()
    for some in chunks(sorted(ids)):
        there.update(conn.execute(select(column).where(column.in_(some))).scalars())
    with only_parties_of(conn, agent_id):
        for some in chunks(sorted(ids)):
            seen.update(conn.execute(select(column).where(column.in_(some))).scalars())
    return there - seen
