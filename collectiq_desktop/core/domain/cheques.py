"""Cheques: what may happen to one, and where it stands after all that did.

A cheque is received, deposited, cleared or bounced; one that bounced may be
deposited again. What does not fit where it stands changes nothing, so that the
same steps in the same order give the same state everywhere.

Source: domain page §2.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.calendar import add_months_clamped

VALID_MONTHS = 3


class ChequeState(StrEnum):
    """Where a cheque stands."""

    IN_HAND = "in_hand"
    DEPOSITED = "deposited"
    CLEARED = "cleared"
    BOUNCED = "bounced"
    GIVEN_BACK = "given_back"


class ChequeStep(StrEnum):
    """What happens to a cheque; the words stand in facts for ever."""

    DEPOSIT = "deposit"
    CLEAR = "clear"
    BOUNCE = "bounce"
    GIVE_BACK = "give_back"


_NEXT: Mapping[tuple[ChequeState, ChequeStep], ChequeState] = {
    (ChequeState.IN_HAND, ChequeStep.DEPOSIT): ChequeState.DEPOSITED,
    (ChequeState.IN_HAND, ChequeStep.GIVE_BACK): ChequeState.GIVEN_BACK,
    (ChequeState.DEPOSITED, ChequeStep.CLEAR): ChequeState.CLEARED,
    (ChequeState.DEPOSITED, ChequeStep.BOUNCE): ChequeState.BOUNCED,
    (ChequeState.CLEARED, ChequeStep.BOUNCE): ChequeState.BOUNCED,
    (ChequeState.BOUNCED, ChequeStep.DEPOSIT): ChequeState.DEPOSITED,
    (ChequeState.BOUNCED, ChequeStep.GIVE_BACK): ChequeState.GIVEN_BACK,
}


class StepTaken(NamedTuple):
    """One step of a cheque, at its place in the order.

    Args:
        fact_id: the fact that took it; of a deposit or a bounce, the voucher.
        is_credit: whether this step itself credits the party.
        undoes_id: of a bounce, the voucher whose credit it takes back.
    """

    ordinal: int
    step: ChequeStep
    taken_on: int
    fact_id: bytes
    is_credit: bool = False
    undoes_id: bytes | None = None


class ChequeStanding(NamedTuple):
    """Where a cheque stands, since when, and by which fact.

    Args:
        credit_id: the voucher by which the party is credited with it now, None
            where it is not: post-dated and not deposited yet, or bounced.
        deposit_id: the voucher of the last deposit.
    """

    state: ChequeState
    since_on: int
    last_id: bytes
    credit_id: bytes | None
    deposit_id: bytes | None = None
    bounces_count: int = 0


def may_follow(state: ChequeState, step: ChequeStep) -> bool:
    """Whether a step can be taken where a cheque stands."""
    return (state, step) in _NEXT


def fits(state: ChequeState, credit_id: bytes | None, taken: StepTaken) -> bool:
    """Whether a step can be taken where a cheque stands and its party is credited or not.

    A deposit credits the party if nothing does, and only then: one that was
    recorded elsewhere before the news of a bounce came moves no credit back.
    A bounce takes back the credit that there is, not one that was taken back before.
    """
    if not may_follow(state, taken.step):
        return False
    if taken.step is ChequeStep.DEPOSIT:
        return taken.is_credit == (credit_id is None)
    return taken.undoes_id is None or taken.undoes_id == credit_id


def stand_after(begun: ChequeStanding, steps: Iterable[StepTaken]) -> ChequeStanding:
    """Where a cheque stands after its steps, those that do not fit left out."""
    standing = begun
    for taken in sorted(steps):
        if not fits(standing.state, standing.credit_id, taken):
            continue
        after = _NEXT[standing.state, taken.step]
        standing = standing._replace(state=after, since_on=taken.taken_on, last_id=taken.fact_id)
        if taken.step is ChequeStep.DEPOSIT:
            credit_id = taken.fact_id if taken.is_credit else standing.credit_id
            standing = standing._replace(credit_id=credit_id, deposit_id=taken.fact_id)
        elif taken.step is ChequeStep.BOUNCE:
            bounces = standing.bounces_count + 1
            standing = standing._replace(credit_id=None, bounces_count=bounces)
    return standing


class ChequeDue(StrEnum):
    """What is to be done with a cheque today."""

    POST_DATED = "post_dated"
    DEPOSIT = "deposit"
    STALE = "stale"
    WAITING = "waiting"
    RETURNED = "returned"
    NOTHING = "nothing"


def due_of(state: ChequeState, cheque_on: date, today_on: date) -> ChequeDue:
    """What is to be done: a cheque is presented from its date on, for three months.

    Source: RBI, cheques are valid for three months from their date.
    """
    if state in (ChequeState.CLEARED, ChequeState.GIVEN_BACK):
        return ChequeDue.NOTHING
    if state is ChequeState.DEPOSITED:
        return ChequeDue.WAITING
    if state is ChequeState.BOUNCED:
        return ChequeDue.RETURNED
    if cheque_on > today_on:
        return ChequeDue.POST_DATED
    return (
        ChequeDue.STALE
        if add_months_clamped(cheque_on, VALID_MONTHS) < today_on
        else ChequeDue.DEPOSIT
    )
