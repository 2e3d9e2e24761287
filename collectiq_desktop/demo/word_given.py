"""Promises that agents hear: some are kept, some in part, some not, some wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.rounds import Walk

_SOON_DAYS = 10
_ROUND_PAISE = 500_00


class WordGiven:
    """Promises, made with the knowledge of what will really come."""

    def __init__(self, chance: Chance, acts: Iterable[Act]) -> None:
        self._chance = chance
        self._coming: dict[PartyId, list[tuple[date, int]]] = defaultdict(list)
        self._kept_count = 0
        for act in acts:
            if isinstance(act.command, RecordReceipt):
                self._coming[act.command.party_id].append((act.on, act.command.amount_paise))

    def comes_nothing(self, buyer: Buyer, after_on: date) -> bool:
        """Whether a party pays nothing any more by itself."""
        return all(on <= after_on for on, _paise in self._coming[buyer.party_id])

    def promised(self, walk: Walk, buyer: Buyer, owed_paise: int) -> Act:
        """What a party that does not pay today says that it will."""
        coming = next(
            (
                (on, paise)
                for on, paise in self._coming[buyer.party_id]
                if walk.on < on <= walk.on + timedelta(days=_SOON_DAYS)
            ),
            None,
        )
        if coming is None:
            promised_on = self._chance.workday(walk.on + timedelta(days=4))
            amount_paise = max(owed_paise // 2 // _ROUND_PAISE * _ROUND_PAISE, _ROUND_PAISE)
        else:
            # Every second says more than comes.
            promised_on, paise = coming
            self._kept_count += 1
            amount_paise = paise * 2 if self._kept_count % 2 == 0 else paise
        command = MakePromise(
            fact_id=self._chance.fact_id(),
            party_id=buyer.party_id,
            amount_paise=amount_paise,
            promised_on=promised_on,
            on=walk.on,
        )
        return self._chance.act(walk.on, command, walk.agent.employee_id)
