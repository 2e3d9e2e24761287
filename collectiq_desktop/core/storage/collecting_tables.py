"""The projections of collecting: cheques, promises, visits, run sheets, cash.

The rest of the projections, and how these are named elsewhere, is in `tables`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

PROJECTIONS = MetaData()
"""All projections, those of `tables` too."""

# Which cheque a standing voucher receives, deposits or takes back.
cheque_voucher = Table(
    "cheque_voucher",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("cheque_id", LargeBinary, nullable=False),
    # `received`, or the step that it is.
    Column("part", Text, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("cheque_on", Integer, nullable=False),
    Column("bank", Text, nullable=False),
    # Of a bounce, the voucher whose credit it takes back.
    Column("undoes_id", LargeBinary),
    Index("cheque_voucher_by_cheque", "cheque_id"),
    sqlite_with_rowid=False,
)
# Post-dated cheques as they came in.
cheque = Table(
    "cheque",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("number", Text, nullable=False),
    Column("bank", Text, nullable=False),
    Column("cheque_on", Integer, nullable=False),
    Column("received_on", Integer, nullable=False),
    Column("agent_id", LargeBinary),
    Column("branch_id", Text, nullable=False),
    Index("cheque_by_party", "party_id"),
    sqlite_with_rowid=False,
)
# Steps of cheques that move no account.
cheque_step = Table(
    "cheque_step",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("cheque_id", LargeBinary, nullable=False),
    Column("step", Text, nullable=False),
    Column("taken_on", Integer, nullable=False),
    Index("cheque_step_by_cheque", "cheque_id"),
    sqlite_with_rowid=False,
)

# Which agent a standing voucher is of, and the line of a run sheet that it came from.
agent_voucher = Table(
    "agent_voucher",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("agent_id", LargeBinary),
    Column("sheet_id", LargeBinary),
    Column("sheet_row", Integer, nullable=False),
    Index("agent_voucher_by_agent", "agent_id"),
    Index("agent_voucher_by_sheet", "sheet_id"),
    sqlite_with_rowid=False,
)
promise = Table(
    "promise",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("promised_on", Integer, nullable=False),
    Column("made_on", Integer, nullable=False),
    Column("agent_id", LargeBinary),
    Column("bill_voucher_id", LargeBinary),
    Column("bill_n", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Index("promise_by_party", "party_id"),
    Index("promise_by_day", "promised_on"),
    sqlite_with_rowid=False,
)
promise_withdrawn = Table(
    "promise_withdrawn",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("promise_id", LargeBinary, nullable=False),
    Index("promise_withdrawn_by_promise", "promise_id"),
    sqlite_with_rowid=False,
)
visit = Table(
    "visit",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("visited_on", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("agent_id", LargeBinary),
    Column("note", Text, nullable=False),
    Column("sheet_id", LargeBinary),
    Column("sheet_row", Integer, nullable=False),
    Index("visit_by_party", "party_id"),
    Index("visit_by_day", "visited_on"),
    Index("visit_by_sheet", "sheet_id"),
    sqlite_with_rowid=False,
)
# Each plan of a beat; the one that stands last in the order counts.
beat_plan = Table(
    "beat_plan",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("beat", Text, nullable=False),
    # Days of the week, joined by spaces.
    Column("weekdays", Text, nullable=False),
    Index("beat_plan_by_beat", "beat"),
    sqlite_with_rowid=False,
)
beat_stop = Table(
    "beat_stop",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("stop_no", Integer, primary_key=True, autoincrement=False),
    Column("party_id", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
run_sheet = Table(
    "run_sheet",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("number", Text, nullable=False),
    Column("agent_id", LargeBinary, nullable=False),
    Column("sheet_on", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Index("run_sheet_by_day", "sheet_on"),
    sqlite_with_rowid=False,
)
run_sheet_row = Table(
    "run_sheet_row",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("row_no", Integer, primary_key=True, autoincrement=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("expected_paise", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
run_sheet_closed = Table(
    "run_sheet_closed",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("sheet_id", LargeBinary, nullable=False),
    Column("closed_on", Integer, nullable=False),
    Index("run_sheet_closed_by_sheet", "sheet_id"),
    sqlite_with_rowid=False,
)
cash_signed = Table(
    "cash_signed",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("voucher_id", LargeBinary, nullable=False),
    Column("agent_id", LargeBinary, nullable=False),
    Column("is_agreed", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Index("cash_signed_by_voucher", "voucher_id"),
    sqlite_with_rowid=False,
)
category_pin = Table(
    "category_pin",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("category", Text, nullable=False),
    Column("until_on", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Index("category_pin_by_party", "party_id"),
    sqlite_with_rowid=False,
)
category_change = Table(
    "category_change",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("category", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("changed_on", Integer, nullable=False),
    # Per mille; nothing where the party has no score.
    Column("score", Integer),
    Index("category_change_by_party", "party_id"),
    sqlite_with_rowid=False,
)
# Who may pass its limits: by one sale of at most so much, or every sale until a day.
credit_allowed = Table(
    "credit_allowed",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("voucher_id", LargeBinary),
    Column("most_paise", BigInteger, nullable=False),
    Column("until_on", Integer),
    Index("credit_allowed_by_party", "party_id"),
    sqlite_with_rowid=False,
)
# Pictures of vouchers and post-dated cheques; their bytes are in a local table.
attachment = Table(
    "attachment",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("about_id", LargeBinary, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Index("attachment_by_paper", "about_id"),
    Index("attachment_by_hash", "content_hash"),
    sqlite_with_rowid=False,
)
# Facts that may bear an early day, from which day on.
day_allowed = Table(
    "day_allowed",
    PROJECTIONS,
    Column("for_id", LargeBinary, primary_key=True),
    Column("fact_id", LargeBinary, primary_key=True),
    Column("from_on", Integer, nullable=False),
    sqlite_with_rowid=False,
)
# Phones of parties that agents ask the office to write; an empty one settles what was asked.
phone_asked = Table(
    "phone_asked",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("phone", Text, nullable=False),
    Column("instead_of", Text, nullable=False),
    Column("asked_on", Integer, nullable=False),
    Column("agent_id", LargeBinary),
    Index("phone_asked_by_party", "party_id"),
    sqlite_with_rowid=False,
)
# Reminders that were opened: nobody here knows whether they went out.
reminder = Table(
    "reminder",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("opened_on", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("agent_id", LargeBinary),
    Index("reminder_by_party", "party_id"),
    Index("reminder_by_day", "opened_on"),
    sqlite_with_rowid=False,
)
