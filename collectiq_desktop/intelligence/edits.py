"""Histories as they would be: without some bills, or with something paid.

Reasons and what-ifs are answered by looking at such a history, never by what a
model makes of a figure.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from collectiq_desktop.intelligence.history import (
    NEVER,
    NO_PROMISES,
    Bills,
    Flags,
    History,
    Lapses,
    Moves,
    Promises,
    Receipts,
    Rests,
    Returns,
    Whole,
)
from collectiq_desktop.intelligence.settling import left_at_most
from collectiq_desktop.intelligence.views import Open


def of_parties(history: History, parties: Whole) -> History:
    """The history of some parties alone; their places stay what they are."""
    chosen = np.zeros(len(history.members), bool)
    chosen[parties] = True
    kept = _with_bills(history, chosen[history.bills.party])
    return replace(
        kept,
        receipts=Receipts(*(column[chosen[history.receipts.party]] for column in history.receipts)),
        rests=Rests(*(column[chosen[history.rests.party]] for column in history.rests)),
        returns=Returns(*(column[chosen[history.returns.party]] for column in history.returns)),
        promises=Promises(*(column[chosen[history.promises.party]] for column in history.promises)),
        pledges=history.pledges.where(chosen[history.pledges.party]),
    )


def without_bills(history: History, bills: Whole) -> History:
    """As if these bills had never been written."""
    keep = np.ones(len(history.bills), bool)
    keep[bills] = False
    return _with_bills(history, keep)


def without_returns(history: History) -> History:
    """As if nothing had ever been taken back: what was held to be paid, was."""
    none = np.zeros(0, np.int64)
    bills, lapses, moves = history.bills, history.lapses, history.moves
    paid_on, known_on = bills.paid_on.copy(), bills.paid_known_on.copy()
    np.minimum.at(paid_on, lapses.bill, lapses.paid_on)
    np.minimum.at(known_on, lapses.bill, lapses.from_on)
    kept = (moves.paise > 0) | ~np.isin(moves.bill, lapses.bill)
    return replace(
        history,
        bills=replace(bills, paid_on=paid_on, paid_known_on=known_on),
        moves=Moves(*(column[kept] for column in moves)),
        returns=Returns(none, none, none),
        lapses=Lapses(none, none, none, none),
    )


def without_promises(history: History) -> History:
    """As if nothing had ever been promised."""
    return replace(history, promises=NO_PROMISES)


def with_paid(history: History, paid: Open, on: int) -> History:
    """As if so much of each bill had been paid and keyed in on a day."""
    moves, bills = history.moves, history.bills
    many = len(paid.bill)
    new = Moves(
        np.append(moves.bill, paid.bill),
        np.append(moves.on, np.full(many, on)),
        np.append(moves.known_on, np.full(many, on)),
        np.append(moves.gone_on, np.full(many, NEVER)),
        np.append(moves.paise, paid.paise),
    )
    active = new.gone_on == NEVER
    moved = np.bincount(new.bill[active], new.paise[active], minlength=len(bills))
    amount = bills.amount_paise[paid.bill]
    closed = paid.bill[amount - moved[paid.bill].astype(np.int64) <= left_at_most(amount)]
    paid_on, known_on = bills.paid_on.copy(), bills.paid_known_on.copy()
    paid_on[closed] = np.minimum(paid_on[closed], on)
    known_on[closed] = np.minimum(known_on[closed], on)
    return replace(
        history, moves=new, bills=replace(bills, paid_on=paid_on, paid_known_on=known_on)
    )


def _with_bills(history: History, keep: Flags) -> History:
    """The history with these bills and what belongs to them."""
    place = np.cumsum(keep) - 1
    bills = Bills(
        **{field.name: getattr(history.bills, field.name)[keep] for field in fields(Bills)}
    )
    moves, lapses = history.moves, history.lapses
    kept_moves = Moves(*(column[keep[moves.bill]] for column in moves))
    kept_lapses = Lapses(*(column[keep[lapses.bill]] for column in lapses))
    return replace(
        history,
        bills=bills,
        moves=kept_moves._replace(bill=place[kept_moves.bill]),
        lapses=kept_lapses._replace(bill=place[kept_lapses.bill]),
    )
