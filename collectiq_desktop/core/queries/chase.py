"""What is to be chased today, in three sums: cash with agents, promises, cheques."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.cheques import ChequesDue, cheques_due
from collectiq_desktop.core.queries.custody import Custody, custody
from collectiq_desktop.core.queries.promises import Promises, PromiseSum, promises


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseSheet:
    """The three sums, each of a list of its own.

    Args:
        oldest_at: since when the oldest cash is with an agent (UTC milliseconds).
        has_totals: whether the sums are told; who counts cash in does so blind.

    Money: held_paise is with agents; cheques_paise can go to the bank today.
    """

    held_paise: int
    agents_count: int
    oldest_at: int | None
    due: PromiseSum
    broken: PromiseSum
    cheques_paise: int
    cheques_count: int
    has_totals: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Chase(Ask[ChaseSheet]):
    """Cash with agents, promises due by today and broken lately, cheques to deposit."""


@answers(Chase)
def chase(conn: Connection, _ask: Chase, today_on: date) -> ChaseSheet:
    """The sums of today; each equals the foot of its list."""
    cash = custody(conn, Custody(), today_on)
    sheet = promises(conn, Promises(), today_on)
    cheques = cheques_due(conn, ChequesDue(), today_on)
    oldest = [each.oldest_at for each in cash.agents if each.oldest_at is not None]
    due = PromiseSum(*(a + b for a, b in zip(sheet.due, sheet.late, strict=True)))
    return ChaseSheet(
        held_paise=cash.held_paise,
        agents_count=sum(each.held_paise > 0 for each in cash.agents),
        oldest_at=min(oldest, default=None),
        due=due,
        broken=sheet.broken,
        cheques_paise=sum(line.amount_paise for line in cheques.lines),
        cheques_count=len(cheques.lines),
    )
