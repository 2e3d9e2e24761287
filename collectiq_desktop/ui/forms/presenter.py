"""What recording a voucher asks of any presenter: its id, its party, saving once. No window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError, NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.services.posting import Posted
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NOBODY = QT_TRANSLATE_NOOP("Sentence", "Type whose voucher it is, and press Enter.")
PARTY_FORM = "party_form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a voucher.

    Args:
        party: its name, empty for a voucher of nobody.

    Money: balance_paise is the party's afterwards, debit positive.
    """

    kind: VoucherKind
    amount_paise: int
    number: str = ""
    party: str = ""
    balance_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A voucher on its way into the books.

    Args:
        saved: what will be said of it, its number still empty.
        goes_back: whether one came from a party, and returns there.
    """

    voucher_id: VoucherId
    saved: Saved
    goes_back: bool


class VoucherView(Protocol):
    """What a presenter tells the screen of any voucher."""

    def clear(self) -> None:
        """Empty fields for the next voucher."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_saving(self, *, is_saving: bool) -> None:
        """Whether the voucher is on its way into the books."""
        ...

    def show_saved(self, saved: Saved) -> None:
        """The voucher is in the books; the fields are for the next one."""
        ...


class PartyVoucherView(VoucherView, Protocol):
    """What a presenter tells the screen of a party's voucher."""

    def show_party(self, details: PartyDetails | None) -> None:
        """The party's facts; None while nobody is chosen."""
        ...

    def go_on_from_party(self) -> None:
        """The party was added meanwhile: the next field is to be typed."""
        ...


class VoucherPresenter:
    """One voucher at a time, recorded once however often it is sent."""

    kind: VoucherKind

    def __init__(self, view: VoucherView, kit: Kit) -> None:
        self._voucher_view = view
        self._kit = kit
        self._voucher_id = VoucherId(kit.ids.mint())
        self._is_saving = False

    def begin(self, party_id: PartyId | None = None) -> None:
        """A new voucher, of nobody yet or of a party that one comes from."""
        self._voucher_id = VoucherId(self._kit.ids.mint())
        self._set_saving(is_saving=False)
        self._voucher_view.clear()
        assert party_id is None or self.may_be_of_a_party

    @property
    def may_be_of_a_party(self) -> bool:
        """Whether the voucher has one party of its own."""
        return False

    @property
    def party_id(self) -> PartyId | None:
        """Whose voucher it is."""
        return None

    @property
    def is_party_given(self) -> bool:
        """Whether one came from a party, and returns there after saving."""
        return False

    @property
    def is_saving(self) -> bool:
        """Whether it is on its way into the books."""
        return self._is_saving

    def draft(self) -> dict[str, Any]:
        """What no field shows, to go on with the same voucher after a power cut."""
        return {"voucher_id": self._voucher_id, "party_id": self.party_id}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with a voucher; it keeps its id, so that it is never recorded twice."""
        self.begin()
        self._voucher_id = VoucherId(typed["voucher_id"])

    def _run(self, command: object, recorded: Callable[[Posted], None]) -> None:
        self._set_saving(is_saving=True)
        self._kit.work.run(command, done=recorded, failed=self._failed, initiator=self)

    def _on_paper(self, command: object) -> object:
        """A command with the print of this voucher in the same transaction."""
        return self._kit.on_paper(command, self.kind, self._voucher_id)

    def _send(self, command: object, saved: Saved) -> None:
        """Record the voucher, with its print; what is typed meanwhile changes nothing of it."""
        self._run(self._on_paper(command), partial(self._recorded, self._sent(saved)))

    def _sent(self, saved: Saved) -> Sent:
        """What is on its way, as it stands now."""
        return Sent(voucher_id=self._voucher_id, saved=saved, goes_back=self.is_party_given)

    def _recorded(self, sent: Sent, posted: Posted) -> None:
        """Empty the fields and say what was saved; another voucher, begun since, stays."""
        is_same = sent.voucher_id == self._voucher_id
        if is_same:
            self.begin()
        self._voucher_view.show_saved(replace(sent.saved, number=posted.number))
        if is_same and sent.goes_back:
            self._kit.navigation.back()

    def _failed(self, error: CollectIQError) -> None:
        self._set_saving(is_saving=False)
        self._voucher_view.show_problem(error.field or "", error.message)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._voucher_view.show_saving(is_saving=is_saving)


class PartyVoucherPresenter(VoucherPresenter):
    """One voucher of one party at a time."""

    nobody = NOBODY

    def __init__(self, view: PartyVoucherView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._party_view = view
        self._details: PartyDetails | None = None
        self._given_party_id: PartyId | None = None
        self._new_party_id: PartyId | None = None
        self._is_party_awaited = False
        self._waiting: Callable[[], None] | None = None

    @property
    def may_be_of_a_party(self) -> bool:
        return True

    @property
    def party_id(self) -> PartyId | None:
        return self._details.party_id if self._details is not None else None

    @property
    def is_party_given(self) -> bool:
        return self._given_party_id is not None

    def begin(self, party_id: PartyId | None = None) -> None:
        super().begin(party_id)
        self._given_party_id = party_id
        self._new_party_id = None
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
        self._is_party_awaited = False
        self._waiting = None
        self._party_view.show_party(None)

    def restore(self, typed: Mapping[str, Any]) -> None:
        super().restore(typed)
        if typed["party_id"] is not None:
            self._ask_card(PartyId(typed["party_id"]))

    # A party is added or altered without leaving -------------------------------------------

    def add_party(self, typed: str) -> None:
        """Open a new party named as it is typed; it is taken when one comes back."""
        self._new_party_id = PartyId(self._kit.ids.mint())
        place = Place(screen=PARTY_FORM, party_id=self._new_party_id, text=typed)
        self._kit.navigation.go(place)

    def alter_party(self, party_id: PartyId) -> None:
        """Open a party to be altered; the voucher stays as it is."""
        self._kit.navigation.go(Place(screen=PARTY_FORM, party_id=party_id))

    def resume(self) -> None:
        """One comes back to the half-typed voucher: a party added meanwhile is taken."""
        new, self._new_party_id = self._new_party_id, None
        if new is not None:
            ask = PartyCard(party_id=new)
            self._kit.work.ask(ask, key=self, done=self._took_new, failed=self._no_new)

    def _took_new(self, details: PartyDetails) -> None:
        self._given_party_id = None
        self._took_card(details)
        self._party_view.go_on_from_party()

    def _no_new(self, error: CollectIQError) -> None:
        """The form was left without adding the party: nothing is changed here."""
        if not isinstance(error, NotFound):
            self._failed(error)

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """The party may have moved; what is typed stays."""
        party_id = self.party_id
        if party_id is not None and initiator is not self and party_id in touched.party_ids:
            self._ask_card(party_id)

    # The party's card ----------------------------------------------------------------------

    def _ask_card(self, party_id: PartyId) -> None:
        self._is_party_awaited = True
        ask = PartyCard(party_id=party_id)
        self._kit.work.ask(ask, key=self, done=self._took_card, failed=self._no_card)

    def _took_card(self, details: PartyDetails) -> None:
        self._is_party_awaited = False
        self._details = details
        self._party_view.show_party(details)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _no_card(self, error: CollectIQError) -> None:
        self._is_party_awaited = False
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
        if self._details is not None and not self._is_party_awaited:
            return True
        if self._is_party_awaited:
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
