"""When a bill counts as paid: the contract between the ledger and everything learned from it.

A bill is paid on the first day on which at least 99 % of it is settled, or at
most a rupee is left. Credit notes lower the bill and are no payment: a bill that
only they closed was never paid, it ended. What was taken back undoes the payment.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import NEVER, Flags, Lapses, Whole, starts_of

PAYMENT, CREDIT, RETURN = range(3)
"""What moved a bill: money; a credit note or the like; a payment taken back, such as a cheque."""

_RUPEE_PAISE = 100


class Claims(NamedTuple):
    """What was set against bills, positive where it lowers them.

    Args:
        sort: a payment, a credit (or a charge, below zero), or a return.
    """

    bill: Whole
    on: Whole
    known_on: Whole
    gone_on: Whole
    paise: Whole
    sort: Whole


class Settled(NamedTuple):
    """When each bill was paid and when that was known; when it ended without money."""

    paid_on: Whole
    paid_known_on: Whole
    ended_on: Whole
    lapses: Lapses


def settled(amount_paise: Whole, claims: Claims) -> Settled:
    """What became of each bill.

    Args:
        claims: of all bills; what names a bill that is none of these was left out before.
    """
    is_odd = _odd(len(amount_paise), claims)
    paid_on, paid_known_on, ended_on = _plainly_settled(
        amount_paise, _chosen(claims, ~is_odd[claims.bill])
    )
    odd = _chosen(claims, is_odd[claims.bill])
    odd = _chosen(odd, np.argsort(odd.bill, kind="stable"))
    edges = np.flatnonzero(np.append(starts_of(odd.bill), True))
    lapses: list[tuple[int, int, int, int]] = []
    for start, stop in pairwise(edges):
        bill = int(odd.bill[start])
        states = _states(int(amount_paise[bill]), _chosen(odd, slice(start, stop)))
        last = states[-1]
        paid_on[bill] = last.paid_on
        paid_known_on[bill] = last.from_on if last.paid_on < NEVER else NEVER
        ended_on[bill] = last.from_on if last.has_ended else NEVER
        lapses += [
            (bill, held.from_on, after.from_on, held.paid_on)
            for held, after in pairwise(states)
            if held.paid_on < NEVER
        ]
    return Settled(
        paid_on, paid_known_on, ended_on, Lapses(*np.array(lapses, np.int64).reshape(-1, 4).T)
    )


def _chosen(claims: Claims, which: Flags | Whole | slice) -> Claims:
    return Claims(*(column[which] for column in claims))


def _odd(bills_count: int, claims: Claims) -> Flags:
    """The bills of which something was taken back or corrected, or that were raised later."""
    odd = (claims.gone_on < NEVER) | (claims.paise < 0) | (claims.sort == RETURN)
    found = np.zeros(bills_count, bool)
    found[claims.bill[odd]] = True
    return found


def left_at_most(net_paise: Whole) -> Whole:
    """What may be left of a bill that counts as paid."""
    return np.maximum(net_paise // 100, _RUPEE_PAISE)


def _plainly_settled(amount_paise: Whole, claims: Claims) -> tuple[Whole, Whole, Whole]:
    count = len(amount_paise)
    is_payment = claims.sort == PAYMENT
    sums = np.bincount(claims.bill, claims.paise, minlength=count).astype(np.int64)
    paid = np.bincount(claims.bill[is_payment], claims.paise[is_payment], minlength=count).astype(
        np.int64
    )
    net = amount_paise - (sums - paid)
    enough = net - left_at_most(net)
    paid_on = _first_day(claims, claims.on, is_payment, np.maximum(enough, 1))
    known_on = _first_day(
        claims, claims.known_on, np.ones(len(is_payment), bool), amount_paise - left_at_most(net)
    )
    first_money = np.full(count, NEVER)
    np.minimum.at(first_money, claims.bill[is_payment], claims.known_on[is_payment])
    is_closed = paid_on < NEVER
    paid_known_on = np.where(is_closed, np.maximum(known_on, first_money), NEVER)
    has_ended = ~is_closed & (sums > 0) & (paid == 0) & (known_on < NEVER)
    return paid_on, paid_known_on, np.where(has_ended, known_on, NEVER)


def _first_day(claims: Claims, days: Whole, chosen: Flags, enough_paise: Whole) -> Whole:
    """The day on which what was set against each bill first reached enough; NEVER if it did not."""
    bill, day, paise = claims.bill[chosen], days[chosen], claims.paise[chosen]
    order = np.lexsort((day, bill))
    bill, day, paise = bill[order], day[order], paise[order]
    running = np.cumsum(paise)
    starts = np.flatnonzero(starts_of(bill))
    offset = np.repeat(running[starts] - paise[starts], np.diff(np.append(starts, len(bill))))
    reached = np.flatnonzero(running - offset >= enough_paise[bill])
    found = np.full(len(enough_paise), NEVER)
    # From behind, so that the first of each bill is the one that stays.
    found[bill[reached[::-1]]] = day[reached[::-1]]
    return found


class _State(NamedTuple):
    """What was held of one bill after a day."""

    from_on: int
    paid_on: int
    has_ended: bool


def _states(amount_paise: int, claims: Claims) -> list[_State]:
    """What was held of a bill, one after another; the last holds still."""
    changes = sorted({*claims.known_on.tolist(), *claims.gone_on.tolist()} - {NEVER})
    states: list[_State] = []
    for day in changes:
        active = (claims.known_on <= day) & (claims.gone_on > day)
        state = _state(amount_paise, _chosen(claims, active), day)
        if not states or state[1:] != states[-1][1:]:
            states.append(state)
    return states


def _state(amount_paise: int, claims: Claims, day: int) -> _State:
    order = np.argsort(claims.on, kind="stable")
    net_paise = amount_paise - int(claims.paise[claims.sort == CREDIT].sum())
    at_most = max(net_paise // 100, _RUPEE_PAISE)
    received_paise, paid_on = 0, NEVER
    for at in order[claims.sort[order] != CREDIT]:
        received_paise += int(claims.paise[at])
        is_enough = received_paise > 0 and net_paise - received_paise <= at_most
        paid_on = min(paid_on, int(claims.on[at])) if is_enough else NEVER
    has_ended = received_paise == 0 and net_paise <= at_most and net_paise < amount_paise
    return _State(day, paid_on, has_ended)
