"""What the facts of collecting say: cheques, promises, visits, run sheets, cash.

Like all bodies of facts they are a format for ever: a field may be added with
a default; none is renamed or changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeReceived:
    """A post-dated cheque came in; it moves no account before it is deposited.

    Its id is the fact's. `wished` are the bills that it is meant for, in the
    form of claims, credit negative; without them the oldest come first then.
    """

    party_id: PartyId
    amount_paise: int
    number: str
    cheque_on: date
    received_on: date
    bank: str = ""
    wished: tuple[Claim, ...] | None = None
    agent_id: UserId | None = None
    note: str = ""
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeCleared:
    """The bank has paid a deposited cheque."""

    cheque_id: FactId
    cleared_on: date
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeGivenBack:
    """A cheque that credits nobody (post-dated, or bounced) was given back to its party."""

    cheque_id: FactId
    given_back_on: date
    reason: str = ""
    branch_id: str = MAIN_BRANCH


Collecting = ChequeReceived | ChequeCleared | ChequeGivenBack
