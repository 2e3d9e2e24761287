"""What recording a party's voucher asks of any presenter: whose it is, and its card. No window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from collectiq_desktop.core.domain.amending import Whose
from collectiq_desktop.core.domain.errors import CollectIQError, NotFound
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.ui.forms.presenter import Saved, VoucherPresenter, VoucherView
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NOBODY = QT_TRANSLATE_NOOP("Sentence", "Type whose voucher it is, and press Enter.")
PARTY_FORM = "party_form"


class PartyVoucherView(VoucherView, Protocol):
    """What a presenter tells the screen of a party's voucher."""

    def show_party(self, details: PartyDetails | None) -> None:
        """The party's facts; None while nobody is chosen."""
        ...

    def go_on_from_party(self) -> None:
        """The party was added meanwhile: the next field is to be typed."""
        ...


class PartyOnTheWay:
    """A party is added or altered without leaving the voucher.

    Args:
        took: is told the card of a party that was added.
    """

    def __init__(
        self,
        kit: Kit,
        *,
        took: Callable[[PartyDetails], None],
        failed: Callable[[CollectIQError], None],
    ) -> None:
        self._kit = kit
        self._took = took
        self._failed = failed
        self._new_id: PartyId | None = None

    def forget(self) -> None:
        """No party is waited for."""
        self._kit.work.forget(self)
        self._new_id = None

    def add(self, typed: str) -> None:
        """Open a new party named as it is typed; it is taken when one comes back."""
        self._new_id = PartyId(self._kit.ids.mint())
        place = Place(screen=PARTY_FORM, party_id=self._new_id, text=typed)
        self._kit.navigation.go(place)

    def alter(self, party_id: PartyId) -> None:
        """Open a party to be altered; the voucher stays as it is."""
        self._kit.navigation.go(Place(screen=PARTY_FORM, party_id=party_id))

    def resume(self) -> None:
        """One comes back to the half-typed voucher: a party added meanwhile is taken."""
        new, self._new_id = self._new_id, None
        if new is not None:
            ask = PartyCard(party_id=new)
            self._kit.work.ask(ask, key=self, done=self._took, failed=self._no_new)

    def _no_new(self, error: CollectIQError) -> None:
        """The form was left without adding the party: nothing is changed here."""
        if not isinstance(error, NotFound):
            self._failed(error)


class PartyVoucherPresenter(VoucherPresenter):
    """One voucher of one party at a time."""

    nobody = NOBODY

    def __init__(self, view: PartyVoucherView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._party_view = view
        self._details: PartyDetails | None = None
        self._given_party_id: PartyId | None = None
        self.on_the_way = PartyOnTheWay(kit, took=self._took_new, failed=self._failed)
        self._is_loading = False
        self._awaited_id: PartyId | None = None
        self._waiting: Callable[[], None] | None = None

    @property
    def may_be_of_a_party(self) -> bool:
        return True

    @property
    def party_id(self) -> PartyId | None:
        return self._details.party_id if self._details is not None else self._awaited_id

    @property
    def is_party_given(self) -> bool:
        return self._given_party_id is not None

    @property
    def whose(self) -> Whose:
        """The party of the voucher, as posting it anew asks for it."""
        details = self._details
        assert details is not None, "a voucher of a party is saved with its card at hand"
        return Whose(details.party_id, details.party.is_bill_wise)

    def begin(self, party_id: PartyId | None = None) -> None:
        super().begin(party_id)
        self._given_party_id = party_id
        self.on_the_way.forget()
        self.drop_party()
        if party_id is not None:
            self._ask_card(party_id)

    def choose_party(self, hit: PartyHit) -> None:
        """The voucher is this party's, whatever it began with."""
        self._given_party_id = None
        self._details = None
        self._ask_card(hit.party_id)

    def drop_party(self) -> None:
        """The party is typed over."""
        self._kit.work.forget(self)
        self._details = None
        self._is_loading = False
        self._awaited_id = None
        self._waiting = None
        self._party_view.show_party(None)

    def restore(self, typed: Mapping[str, Any]) -> None:
        super().restore(typed)
        if typed["party_id"] not in (None, self.party_id):
            self._ask_card(PartyId(typed["party_id"]))

    def _took_new(self, details: PartyDetails) -> None:
        self._given_party_id = None
        self._kit.work.forget(self)
        self._took_card(details)
        self._party_view.go_on_from_party()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """The party may have moved; what is typed stays."""
        party_id = self.party_id
        if party_id is not None and initiator is not self and party_id in touched.party_ids:
            self._ask_card(party_id)

    # The party's card ----------------------------------------------------------------------

    def _ask_card(self, party_id: PartyId) -> None:
        self._awaited_id = party_id
        ask = PartyCard(party_id=party_id, without_id=self.amender.voucher_id)
        self._kit.work.ask(ask, key=self, done=self._took_card, failed=self._no_card)

    def _took_card(self, details: PartyDetails) -> None:
        self._awaited_id = None
        self._details = details
        self._party_view.show_party(details)
        if self._is_loading:
            self._is_loading = False
            super()._loaded()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _loaded(self) -> None:
        """The voucher stands in the fields once its party's card does."""
        details = self.amender.details
        if details is None or details.party_id is None:
            super()._loaded()
            return
        self._is_loading = True
        self._ask_card(details.party_id)

    def _no_card(self, error: CollectIQError) -> None:
        self._awaited_id = None
        self._waiting = None
        self._failed(error)

    def _failed(self, error: CollectIQError) -> None:
        super()._failed(error)
        if error.field == "bills" and self._details is not None:
            self._ask_card(self._details.party_id)

    def _is_ready(self, save: Callable[[], None]) -> bool:
        """Whether there is a party; fast hands wait for its card, and then save."""
        if self._is_saving:
            return False
        if self._details is not None and self._awaited_id is None:
            return True
        if self._awaited_id is not None:
            self._waiting = save
        else:
            self._party_view.show_problem("party", self.nobody)
        return False

    def _saved(self, amount_paise: int, balance_moved_paise: int) -> Saved:
        details = self._details
        assert details is not None, "a voucher of a party is saved with its card at hand"
        return Saved(
            kind=self.kind,
            amount_paise=amount_paise,
            party=details.party.name,
            balance_paise=details.balance_paise + balance_moved_paise,
        )
