"""The whole tale of the firm: trade, agents' work, deposits, a limit passed; in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.deposits import deposit_days, deposits
from collectiq_desktop.demo.limits import passed_and_allowed
from collectiq_desktop.demo.rounds import WALKED_DAYS, Walk, collected, walks_of
from collectiq_desktop.demo.sheets import MOST_EXTRA, RunSheets
from collectiq_desktop.demo.staff import Staff, staff_of
from collectiq_desktop.demo.trade import Trade
from collectiq_desktop.demo.words import Words

_SMALLEST_SHARE = 5


@dataclass(frozen=True, slots=True)
class Tale:
    """Everything that happens, and who works there."""

    staff: Staff
    acts: list[Act]


def tale_of(
    words: Words, chance: Chance, buyers: Sequence[Buyer], owner_id: UserId, count: int
) -> Tale:
    """Acts that post exactly so many vouchers, in order."""
    staff = staff_of(words.staff, owner_id, chance, buyers)
    joined_on = chance.workday(chance.last_on - timedelta(days=WALKED_DAYS))
    beginning = list(staff.joined(chance, joined_on))
    bank_days = deposit_days(chance.workdays(), count)
    left = count - len(bank_days)
    walks = walks_of(staff, chance)
    kept_back = _kept_back(walks)
    if kept_back * _SMALLEST_SHARE > left:
        # Too few vouchers for a firm that has agents out every day.
        walks, kept_back = [], 0
    trade = Trade(words, chance)
    acts = trade.bundles(buyers, left - kept_back)
    if walks:
        acts = RunSheets(chance, staff, list(collected(chance, acts, walks))).worked_off(walks)
        unused = left - sum(act.is_voucher for act in acts)
        acts += trade.bundles(_without_agent(staff, buyers), unused)
    acts += deposits(chance, acts, bank_days)
    acts = _in_order(acts)
    return Tale(staff, _in_order([*beginning, *acts, *passed_and_allowed(chance, acts)]))


def _in_order(acts: Iterable[Act]) -> list[Act]:
    return sorted(acts, key=lambda act: act[:2])


def _kept_back(walks: Sequence[Walk]) -> int:
    """The most vouchers that walks add: a hand-over each, and receipts beside the usual ones."""
    return len(walks) * (1 + MOST_EXTRA)


def _without_agent(staff: Staff, buyers: Sequence[Buyer]) -> Sequence[Buyer]:
    """The office's own parties; all of them where every party has an agent."""
    taken = {buyer.party_id for agent in staff.agents for buyer in agent.buyers}
    return [buyer for buyer in buyers if buyer.party_id not in taken] or buyers
