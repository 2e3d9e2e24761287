"""The history out of a plain list of bills, such as a sheet of another program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import (
    NEVER,
    History,
    Member,
    Receipts,
    Rests,
    Returns,
    Whole,
)
from collectiq_desktop.intelligence.making import TellBills, Told, history_from
from collectiq_desktop.intelligence.settling import PAYMENT, Claims


class SheetBill(NamedTuple):
    """One bill of a list.

    Money: positive paise. Dates: ordinals; `paid_on` None while it is open;
        `keyed_on` None where the list does not tell when it was keyed in.
    """

    party: str
    bill_on: int
    due_on: int
    amount_paise: int
    paid_on: int | None = None
    keyed_on: int | None = None


def history_of_sheet(rows: Sequence[SheetBill]) -> History:
    """The history that a list tells: each bill paid at once and in full.

    A bill that was keyed in after it was paid is known as both from that day.
    """
    names = {name: at for at, name in enumerate(sorted({row.party for row in rows}))}
    members = [Member(at.to_bytes(16, "big"), name) for name, at in names.items()]
    party, bill_on, due_on, amount_paise, paid_on, keyed_on = _columns(rows, names)
    known_on = np.maximum(bill_on, keyed_on)
    paid = np.flatnonzero(paid_on < NEVER)
    paid_known_on = np.maximum(paid_on, known_on)[paid]
    still = np.full(len(paid), NEVER)
    claims = Claims(
        paid, paid_on[paid], paid_known_on, still, amount_paise[paid], np.full(len(paid), PAYMENT)
    )
    bills = TellBills(
        party,
        bill_on,
        due_on,
        bill_on,
        known_on,
        amount_paise,
        np.zeros(len(rows), bool),
        np.arange(len(rows)),
        np.ones(len(rows), np.int64),
    )
    nothing = np.zeros(0, np.int64)
    told = Told(
        claims,
        Receipts(party[paid], claims.on, paid_known_on, still, claims.paise),
        Rests(nothing, nothing, nothing),
        Returns(nothing, nothing, nothing),
    )
    return history_from(members, bills, told, has_counter_sales=False)


def _columns(rows: Sequence[SheetBill], names: dict[str, int]) -> tuple[Whole, ...]:
    table = [
        (
            names[row.party],
            row.bill_on,
            row.due_on,
            row.amount_paise,
            NEVER if row.paid_on is None else row.paid_on,
            0 if row.keyed_on is None else row.keyed_on,
        )
        for row in rows
    ]
    return tuple(np.array(table, np.int64).reshape(-1, 6).T)
