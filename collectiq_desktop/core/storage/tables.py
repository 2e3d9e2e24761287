"""The tables: one definition for every engine.

`LOG` is for ever and only grows; `PROJECTIONS` can be thrown away and made
anew from the log; `LOCAL` belongs to this machine alone. Row numbers
(`*_row`) are private to one file and never leave it. Dates are whole numbers
yyyymmdd, money is whole paise, debit positive. `sqlite_where` holds on both
engines (`database.index_sql`): naming PostgreSQL here would load its dialect at
the start of every desktop.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    text,
)

from collectiq_desktop.core.storage import collecting_tables, local, log

LOG = log.LOG
PROJECTIONS = collecting_tables.PROJECTIONS
LOCAL = local.LOCAL

SCHEMA_NUMBER = 18
"""Raised with every change of a table or an index; a lower one means a rebuild."""

fact, link, place, seal, old_link = log.fact, log.link, log.place, log.seal, log.old_link
DEVICE_KINDS = log.DEVICE_KINDS
epoch, setting, bulletin, errand = local.epoch, local.setting, local.bulletin, local.errand
sign_in_try, pin, person_session = local.sign_in_try, local.pin, local.person_session
sign_in_log, attachment_bytes = local.sign_in_log, local.attachment_bytes
meta = Table(
    "meta",
    PROJECTIONS,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)
firm = Table(
    "firm",
    PROJECTIONS,
    Column("firm_id", LargeBinary, primary_key=True),
    Column("created_id", LargeBinary, nullable=False),
    Column("fields", LargeBinary, nullable=False),
)
device = Table(
    "device",
    PROJECTIONS,
    Column("device_id", LargeBinary, primary_key=True),
    Column("name", Text, nullable=False),
    Column("series_code", Text, nullable=False),
    Column("branch_id", Text, nullable=False),
    # The branches whose facts it gets, and the codes kept for it, both joined by spaces.
    Column("branches", Text, nullable=False),
    Column("spare_codes", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("replaces_id", LargeBinary),
    Column("is_server", Integer, nullable=False),
    Column("is_revoked", Integer, nullable=False),
)
branch = Table(
    "branch",
    PROJECTIONS,
    Column("branch_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)
# What both ends of an exchange compare: the placed facts of each branch.
branch_standing = Table(
    "branch_standing",
    PROJECTIONS,
    Column("branch_id", Text, primary_key=True),
    Column("facts_count", BigInteger, nullable=False),
    Column("balance_paise", BigInteger, nullable=False),
    Column("sum_of_hashes", LargeBinary, nullable=False),
)
# Facts that the server held back, until an admin or their missing base releases them.
held = Table(
    "held",
    PROJECTIONS,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("effective_at", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("waits_for", LargeBinary),
    # `held`, `released` or `rejected`, and the number given at the release.
    Column("state", Text, nullable=False),
    Column("number", Text, nullable=False),
    Index("held_by_wait", "waits_for"),
)
account = Table(
    "account",
    PROJECTIONS,
    Column("account_row", Integer, primary_key=True, autoincrement=False),
    Column("account_code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("nature", Text, nullable=False),
    Column("group_name", Text, nullable=False),
    Column("batch_row", Integer),
)
party = Table(
    "party",
    PROJECTIONS,
    Column("party_row", Integer, primary_key=True, autoincrement=False),
    Column("party_id", LargeBinary, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("name_fold", Text, nullable=False),
    Column("gstin", Text, nullable=False),
    Column("credit_days", Integer, nullable=False),
    Column("credit_limit_paise", BigInteger, nullable=False),
    Column("is_bill_wise", Integer, nullable=False),
    Column("is_active", Integer, nullable=False),
    Column("beat", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("fields", LargeBinary, nullable=False),
    Column("batch_row", Integer),
    Index("party_by_id", "party_id"),
    Index("party_by_name", "name_key", "party_row"),
    Index("party_by_fold", "name_fold"),
    Index("party_by_code", "code"),
)
master_history = Table(
    "master_history",
    PROJECTIONS,
    Column("master_id", LargeBinary, primary_key=True),
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("effective_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
item = Table(
    "item",
    PROJECTIONS,
    Column("item_row", Integer, primary_key=True, autoincrement=False),
    Column("item_id", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("fields", LargeBinary, nullable=False),
    Column("batch_row", Integer),
    Index("item_by_id", "item_id"),
    Index("item_by_name", "name_key", "item_row"),
)
voucher = Table(
    "voucher",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("voucher_id", LargeBinary, nullable=False),
    # Empty while the first fact stands; else the amendment or cancellation.
    Column("newest_id", LargeBinary),
    Column("ordinal", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("voucher_on", Integer, nullable=False),
    Column("party_row", Integer),
    Column("amount_paise", BigInteger, nullable=False),
    Column("mode", Text),
    Column("reference", Text),
    Column("narration", Text),
    Column("type_name", Text),
    Column("branch_id", Text, nullable=False),
    Column("batch_row", Integer),
    # The day its first version was keyed in, where that is after its own date.
    Column("entered_on", Integer),
    # Not IN: SQLite would build the list anew for every row, which doubles its cost.
    CheckConstraint(
        "state = 'posted' OR state = 'cancelled' OR state = 'undone' OR state = 'absent'",
        name="state",
    ),
    Index("voucher_by_id", "voucher_id"),
    Index("voucher_by_day", "voucher_on", "voucher_row"),
    Index("voucher_by_number", "number"),
    Index(
        "voucher_by_batch",
        "batch_row",
        sqlite_where=text("batch_row IS NOT NULL"),
    ),
)
correction = Table(
    "correction",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("base_id", LargeBinary, nullable=False),
    Column("is_idle", Integer, nullable=False),
    sqlite_with_rowid=False,
)
posting = Table(
    "posting",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("line_no", Integer, primary_key=True, autoincrement=False),
    Column("account_row", Integer, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    CheckConstraint("amount_paise <> 0", name="amount"),
    sqlite_with_rowid=False,
)
party_line = Table(
    "party_line",
    PROJECTIONS,
    Column("party_row", Integer, primary_key=True, autoincrement=False),
    Column("voucher_on", Integer, primary_key=True, autoincrement=False),
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("line_no", Integer, primary_key=True, autoincrement=False),
    Column("amount_paise", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
bill = Table(
    "bill",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("party_row", Integer, nullable=False),
    Column("number", Text, nullable=False),
    Column("posted_on", Integer, nullable=False),
    Column("bill_on", Integer, nullable=False),
    Column("due_on", Integer, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("open_paise", BigInteger, nullable=False),
    # The latest day on which anything moved the bill: with nothing open, the
    # day it closed, which is what makes a look at a past date cheap.
    Column("last_on", Integer, nullable=False),
    Column("branch_id", Text, nullable=False),
    Index(
        "bill_open",
        "party_row",
        "due_on",
        "bill_on",
        "open_paise",
        sqlite_where=text("open_paise <> 0"),
    ),
    Index("bill_by_party", "party_row", "number"),
    sqlite_with_rowid=False,
)
claim = Table(
    "claim",
    PROJECTIONS,
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("claim_no", Integer, primary_key=True, autoincrement=False),
    Column("bill_voucher_row", Integer, nullable=False),
    Column("bill_n", Integer, nullable=False),
    Column("party_row", Integer, nullable=False),
    Column("claim_on", Integer, nullable=False),
    Column("ordinal", BigInteger, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    Column("settled_paise", BigInteger, nullable=False),
    # The voucher of which this claim gives back what it took: its cheque bounced.
    Column("undoes_row", Integer),
    Index("claim_on_bill", "bill_voucher_row", "bill_n", "claim_on", "settled_paise"),
    sqlite_with_rowid=False,
)
on_account = Table(
    "on_account",
    PROJECTIONS,
    Column("party_row", Integer, primary_key=True, autoincrement=False),
    Column("voucher_row", Integer, primary_key=True, autoincrement=False),
    Column("voucher_on", Integer, nullable=False),
    Column("amount_paise", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
standing = Table(
    "standing",
    PROJECTIONS,
    Column("party_row", Integer, primary_key=True, autoincrement=False),
    Column("balance_paise", BigInteger, nullable=False),
    Column("bills_paise", BigInteger, nullable=False),
    Column("on_account_paise", BigInteger, nullable=False),
    CheckConstraint("balance_paise = bills_paise + on_account_paise", name="tie_out"),
)
account_day = Table(
    "account_day",
    PROJECTIONS,
    Column("account_row", Integer, primary_key=True, autoincrement=False),
    Column("voucher_on", Integer, primary_key=True, autoincrement=False),
    Column("debit_paise", BigInteger, nullable=False),
    Column("credit_paise", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
counter = Table(
    "counter",
    PROJECTIONS,
    Column("prefix", Text, primary_key=True),
    Column("last_number", Integer, nullable=False),
)
origin = Table(
    "origin",
    PROJECTIONS,
    Column("origin_key", Text, primary_key=True),
    Column("change", Text, nullable=False),
    Column("subject_id", LargeBinary, nullable=False),
    Column("batch_row", Integer),
    sqlite_with_rowid=False,
)
batch = Table(
    "batch",
    PROJECTIONS,
    Column("batch_row", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", LargeBinary, nullable=False),
    Column("source", Text, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("is_undone", Integer, nullable=False),
    Column("voucher_types", LargeBinary, nullable=False),
)
printed = Table(
    "printed",
    PROJECTIONS,
    Column("subject_id", LargeBinary, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("prints_count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
party_gram = Table(
    "party_gram",
    PROJECTIONS,
    Column("gram", Text, primary_key=True),
    Column("party_row", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
employee = Table(
    "employee",
    PROJECTIONS,
    Column("employee_id", LargeBinary, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("is_active", Integer, nullable=False),
    Column("fields", LargeBinary, nullable=False),
)
# Who a party is assigned to now; an agent sees no other parties.
assignment = Table(
    "assignment",
    PROJECTIONS,
    Column("party_id", LargeBinary, primary_key=True),
    Column("agent_id", LargeBinary, primary_key=True),
    Column("is_main", Integer, nullable=False),
    Column("since_at", BigInteger, nullable=False),
    Index("assignment_by_agent", "agent_id", "party_id"),
    sqlite_with_rowid=False,
)
# Every change of a party's agents, of which `assignment` is the fold.
assigning = Table(
    "assigning",
    PROJECTIONS,
    Column("party_id", LargeBinary, primary_key=True),
    Column("fact_id", LargeBinary, primary_key=True),
    Column("ordinal", BigInteger, nullable=False),
    Column("agent_id", LargeBinary, nullable=False),
    Column("part", Text, nullable=False),
    Column("assigned_at", BigInteger, nullable=False),
    Index("assigning_by_fact", "fact_id"),
    sqlite_with_rowid=False,
)
