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
