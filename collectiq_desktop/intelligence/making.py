"""Putting a history together from what books or a sheet tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import (
    Bills,
    Flags,
    History,
    Member,
    Moves,
    Receipts,
    Rests,
    Returns,
    Whole,
)
from collectiq_desktop.intelligence.settling import Claims, settled


class TellBills(NamedTuple):
    """Bills as they are told, in any order.

    Dates: `posted_on` is later than `bill_on` for an opening bill with its own date.
    """

    party: Whole
    bill_on: Whole
    due_on: Whole
    posted_on: Whole
    known_on: Whole
    amount_paise: Whole
    is_opening: Flags
    voucher_row: Whole
    n: Whole


class Told(NamedTuple):
    """Everything that is told beside the bills; `claims` name bills by their place."""

    claims: Claims
    receipts: Receipts
    rests: Rests
    returns: Returns


def history_from(
    members: Sequence[Member], bills: TellBills, told: Told, *, has_counter_sales: bool
) -> History:
    """The history, bills in order of party and knowledge day.

    Args:
        has_counter_sales: a bill due and paid on its own day was cash over the counter,
            and says nothing about credit.
    """
    order = np.lexsort((bills.n, bills.voucher_row, bills.known_on, bills.party))
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    sorted_bills = TellBills._make(column[order] for column in bills)
    claims = told.claims._replace(bill=back[told.claims.bill])
    outcome = settled(sorted_bills.amount_paise, claims)
    return History(
        members=tuple(members),
        bills=_bills(sorted_bills, outcome[:3], has_counter_sales=has_counter_sales),
        moves=Moves(claims.bill, claims.on, claims.known_on, claims.gone_on, claims.paise),
        receipts=told.receipts,
        rests=told.rests,
        lapses=outcome.lapses,
        returns=told.returns,
    )


def _bills(bills: TellBills, outcome: tuple[Whole, ...], *, has_counter_sales: bool) -> Bills:
    paid_on, paid_known_on, ended_on = outcome
    due_on = np.maximum(bills.due_on, bills.bill_on)
    is_told = ~(bills.is_opening & (bills.bill_on >= bills.posted_on))
    if has_counter_sales:
        is_told &= ~((due_on <= bills.bill_on) & (paid_on <= bills.bill_on))
    return Bills(
        party=bills.party,
        bill_on=bills.bill_on,
        due_on=due_on,
        known_on=bills.known_on,
        seen_from=np.where(bills.is_opening, bills.posted_on, bills.bill_on),
        amount_paise=bills.amount_paise,
        paid_on=paid_on,
        paid_known_on=paid_known_on,
        ended_on=ended_on,
        is_told=is_told,
        is_sample=is_told & ~bills.is_opening,
        voucher_row=bills.voucher_row,
        n=bills.n,
    )
