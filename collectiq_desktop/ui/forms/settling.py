"""A party's voucher that settles bills, which come and go with the party. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.bills import SettledBills
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherPresenter


class SettlingPresenter(PartyVoucherPresenter):
    """Keeps `bills` with the party; a subclass makes them."""

    bills: SettledBills

    def begin(self, party_id: PartyId | None = None) -> None:
        self.bills.begin()
        super().begin(party_id)

    def choose_party(self, hit: PartyHit) -> None:
        self.bills.drop()
        super().choose_party(hit)

    def drop_party(self) -> None:
        super().drop_party()
        self.bills.drop()

    def draft(self) -> dict[str, Any]:
        return {**super().draft(), **self.bills.draft()}

    def restore(self, typed: Mapping[str, Any]) -> None:
        super().restore(typed)
        self.bills.restore(typed)

    def _took_card(self, details: PartyDetails) -> None:
        self.bills.take_bills(details.bills)
        super()._took_card(details)
