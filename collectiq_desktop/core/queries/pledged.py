"""What a party has promised and given in cheques, in three sums, for who sells to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from collectiq_desktop.core.domain.cheques import ChequeState
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.cheques import ChequeRegister, cheque_register
from collectiq_desktop.core.queries.promises import Promises, promises


class Pledged(NamedTuple):
    """Promises that wait, cheques in hand, and cheques that the bank returned.

    Args:
        promised_by_on: the last day of the promises that wait.

    Money: promised_paise is what of them has not come; the others are what is
        written on the cheques.
    """

    promised_paise: int = 0
    promised_by_on: date | None = None
    in_hand_count: int = 0
    in_hand_paise: int = 0
    bounced_count: int = 0
    bounced_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgedBy(Ask[Pledged]):
    """What one party has pledged, by today."""

    party_id: PartyId


@answers(PledgedBy)
def pledged_by(conn: Connection, ask: PledgedBy, today_on: date) -> Pledged:
    """The sums; of an unknown party, nothing."""
    asked = Promises(party_id=ask.party_id, from_on=date.min)
    lines = promises(conn, asked, today_on).lines
    waiting = [line for line in lines if line.state is PromiseState.WAITING]
    cheques = cheque_register(conn, ChequeRegister(party_id=ask.party_id), today_on).lines
    in_hand = [each.amount_paise for each in cheques if each.state is ChequeState.IN_HAND]
    bounced = [each.amount_paise for each in cheques if each.state is ChequeState.BOUNCED]
    return Pledged(
        promised_paise=sum(line.amount_paise - line.paid_paise for line in waiting),
        promised_by_on=max((line.promised_on for line in waiting), default=None),
        in_hand_count=len(in_hand),
        in_hand_paise=sum(in_hand),
        bounced_count=len(bounced),
        bounced_paise=sum(bounced),
    )
