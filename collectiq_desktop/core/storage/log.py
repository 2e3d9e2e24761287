"""The tables of the log: what is for ever, and only grows.

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
    text,
)

LOG = MetaData()

DEVICE_KINDS = ("FirmCreated", "DeviceEnrolled", "DeviceRevoked", "SeriesAllotted", "ChainBegun")
"""The facts of which the device table is the fold."""

_FEW = text(f"kind IN ({', '.join(repr(kind) for kind in (*DEVICE_KINDS, 'AccountAdded'))})")
fact = Table(
    "fact",
    LOG,
    Column("fact_id", LargeBinary, primary_key=True),
    Column("user_id", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("branches", Text, nullable=False),
    Column("seen_epoch", BigInteger, nullable=False),
    Column("seen_firm_seq", BigInteger, nullable=False),
    Column("origin", Text),
    Column("recorded_at", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(
        "fact_by_origin",
        "origin",
        sqlite_where=text("origin IS NOT NULL"),
    ),
    # For the edit log, the newest first: an import gives many facts one instant.
    Index("fact_by_time", "recorded_at", "fact_id"),
    Index(
        "fact_of_few",
        "kind",
        sqlite_where=_FEW,
    ),
)
link = Table(
    "link",
    LOG,
    Column("device_id", LargeBinary, primary_key=True),
    Column("device_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("fact_id", LargeBinary, nullable=False),
    Column("fact_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("link_by_fact", "fact_id"),
    sqlite_with_rowid=False,
)
place = Table(
    "place",
    LOG,
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("firm_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("device_id", LargeBinary, nullable=False),
    Column("device_seq", BigInteger, nullable=False),
    Column("fact_id", LargeBinary, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("effective_at", BigInteger, nullable=False),
    # Why a fact is held or overruled, or what a person should know of an accepted one.
    Column("reason", Text, nullable=False),
    CheckConstraint(
        "verdict IN ('accepted', 'overruled', 'held', 'missing', 'again')", name="verdict"
    ),
    Index("place_by_link", "device_id", "device_seq"),
    Index("place_by_fact", "fact_id"),
    Index(
        "place_to_look_at",
        "firm_seq",
        sqlite_where=text("verdict <> 'accepted' OR reason <> ''"),
    ),
)
# A device's signature under its chain as it was pushed: hashes prove order, not authorship.
seal = Table(
    "seal",
    LOG,
    Column("device_id", LargeBinary, primary_key=True),
    Column("device_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
# Links that stood here until another history of their chain was met; their facts are linked anew.
old_link = Table(
    "old_link",
    LOG,
    Column("device_id", LargeBinary, primary_key=True),
    Column("device_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, primary_key=True),
    Column("fact_id", LargeBinary, nullable=False),
    Column("fact_hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
