"""A party that stops at its limit, and the owner who lets one sale pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from operator import itemgetter

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.demo.chance import Act, Chance

_DAYS_BACK = 25
_ROUND_PAISE = 1_000_00


def passed_and_allowed(chance: Chance, acts: Sequence[Act]) -> Iterator[Act]:
    """A limit for the one who owed most before a late sale, and who let that sale pass.

    Args:
        acts: everything else, in order.
    """
    since_on = chance.last_on - timedelta(days=_DAYS_BACK)
    late = [
        (sale, paise)
        for sale, paise in _last_sales(acts)
        if sale.on >= since_on and paise >= _ROUND_PAISE
    ]
    if not late:
        return
    sale, owed_paise = max(late, key=itemgetter(1))
    assert isinstance(sale.command, PostInvoice)
    assert sale.party_id is not None
    before_on = sale.on - timedelta(days=2 if sale.on.weekday() == 0 else 1)
    limit_paise = (owed_paise + sale.owed_paise // 2) // _ROUND_PAISE * _ROUND_PAISE
    limited = AmendParty(
        fact_id=chance.fact_id(),
        party_id=sale.party_id,
        changes={"credit_limit_paise": limit_paise, "stops_at_limit": True},
    )
    allowed = AllowCredit(
        fact_id=chance.fact_id(),
        party_id=sale.party_id,
        reason="Festival order; the old bills will be paid this week",
        voucher_id=sale.command.voucher_id,
        most_paise=sale.owed_paise,
    )
    yield chance.act(before_on, limited)
    yield chance.act(before_on, allowed)


def _last_sales(acts: Sequence[Act]) -> Iterator[tuple[Act, int]]:
    """Of each party its last sale, where that is the only one of its day, and what it owed then."""
    owed: dict[PartyId, int] = {}
    last: dict[PartyId, tuple[Act, int]] = {}
    for act in acts:
        if act.party_id is None:
            continue
        if isinstance(act.command, PostInvoice):
            before = last.pop(act.party_id, None)
            if before is None or before[0].on < act.on:
                last[act.party_id] = (act, owed.get(act.party_id, 0))
        owed[act.party_id] = owed.get(act.party_id, 0) + act.owed_paise
    yield from last.values()
