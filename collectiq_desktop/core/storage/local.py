"""The tables that belong to one file alone: never sent, never replayed, never dumped.

The rest of the tables, and how they are named elsewhere, is in `tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

LOCAL = MetaData()

# The firm's line of epochs as the server last told it; a restored server begins a new one.
epoch = Table(
    "epoch",
    LOCAL,
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("after_firm_seq", BigInteger, nullable=False),
)
setting = Table(
    "setting",
    LOCAL,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
bulletin = Table(
    "bulletin",
    LOCAL,
    Column("key", Text, primary_key=True),
    Column("device_id", LargeBinary, nullable=False),
    Column("written_at", BigInteger, nullable=False),
    Column("ranked_at", BigInteger, nullable=False),
    # Branches joined by spaces, ids of devices one after the other.
    Column("branches", Text, nullable=False),
    Column("device_ids", LargeBinary, nullable=False),
    Column("value_hash", LargeBinary, nullable=False),
    Column("value", LargeBinary),
    Column("signature", LargeBinary, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    Index("bulletin_by_arrival", "arrival"),
)
errand = Table(
    "errand",
    LOCAL,
    Column("errand_id", LargeBinary, primary_key=True),
    Column("device_id", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("promised_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("leased_until_at", BigInteger, nullable=False),
    Column("tries_count", Integer, nullable=False),
    # An earlier try ended nobody knows how: what it made may be out there.
    Column("is_uncertain", Integer, nullable=False),
    Column("last_problem", Text, nullable=False),
    CheckConstraint(
        "state IN ('due', 'leased', 'done', 'failed', 'given_up')", name="errand_state"
    ),
    Index("errand_by_state", "state", "due_at"),
    Index("errand_by_subject", "subject_id"),
    Index("errand_by_promise", "promised_at", "errand_id"),
)
# The bytes of pictures that facts name by their hash.
attachment_bytes = Table(
    "attachment_bytes",
    LOCAL,
    Column("content_hash", LargeBinary, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
# How often wrong words were tried, by employee or by the hash of a name that nobody has.
sign_in_try = Table(
    "sign_in_try",
    LOCAL,
    Column("subject", LargeBinary, primary_key=True),
    Column("wrong_count", Integer, nullable=False),
    Column("locked_until_at", BigInteger, nullable=False),
)
# What a PIN is tried against; worth nothing without this device's own secret.
pin = Table(
    "pin",
    LOCAL,
    Column("employee_id", LargeBinary, primary_key=True),
    Column("verifier", Text, nullable=False),
)
# Sign-ins of people at the server, each on one device; hashes of what renews them.
person_session = Table(
    "person_session",
    LOCAL,
    Column("family_id", LargeBinary, primary_key=True),
    Column("employee_id", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("current", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("renewed_at", BigInteger, nullable=False),
    Column("is_revoked", Integer, nullable=False),
    Index("person_session_by_employee", "employee_id"),
)
# Who said PIN or password here, rightly or not, and who signed out; no word and no name.
sign_in_log = Table(
    "sign_in_log",
    LOCAL,
    Column("happened_at", BigInteger, primary_key=True, autoincrement=False),
    Column("subject", LargeBinary, primary_key=True),
    # `right`, `wrong`, `locked` or `out`.
    Column("deed", Text, nullable=False),
)
