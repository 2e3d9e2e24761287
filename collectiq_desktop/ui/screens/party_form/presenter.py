"""A party's master data: added or altered, only what was changed. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError, NotFound
from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.ui.kit import Kit

STATE_UNKNOWN = say("This State is not known. Type its name or its two digits, such as 24.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyForm:
    """What stands in the fields."""

    name: str
    code: str = ""
    phones: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    pincode: str = ""
    state_code: str = ""
    gstin: str = ""
    credit_days: int = 0
    credit_limit_paise: int = 0
    late_limit_days: int = 0
    bills_limit_count: int = 0
    stops_at_limit: bool = False
    is_bill_wise: bool = True
    language: str = "en"
    beat: str = ""
    area: str = ""
    note: str = ""


class PartyFormView(Protocol):
    """What the presenter tells the screen."""

    def show_form(self, party: Party, *, is_new: bool) -> None:
        """Fields to be filled in or altered."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_saving(self, *, is_saving: bool) -> None:
        """Whether it is on its way into the books."""
        ...

    def show_saved(self, name: str, *, is_new: bool) -> None:
        """The party is in the books."""
        ...


class PartyFormPresenter:
    """One party at a time; one comes back to where one was."""

    def __init__(self, view: PartyFormView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._before = Party(name="")
        self._party_id = PartyId(b"")
        self._fact_id = FactId(b"")
        self._is_new = True
        self._is_saving = False

    def begin(self, party_id: PartyId | None, name: str) -> None:
        """The party behind an id; an id that the books do not know is a new party's."""
        self._fact_id = FactId(self._kit.ids.mint())
        self._set_saving(is_saving=False)
        self._party_id = party_id or PartyId(self._kit.ids.mint())
        self._show(Party(name=name), is_new=True)
        if party_id is None:
            self._kit.work.forget(self)
        else:
            ask = PartyCard(party_id=party_id)
            self._kit.work.ask(ask, key=self, done=self._found, failed=self._not_found)

    def save(self, form: PartyForm) -> None:
        """Add the party, or change what was altered."""
        if self._is_saving:
            return
        after = party_of(form, self._before)
        self._set_saving(is_saving=True)
        command: object
        if self._is_new:
            command = AddParty(party_id=self._party_id, party=after)
        else:
            changes = changes_between(self._before, after)
            command = AmendParty(fact_id=self._fact_id, party_id=self._party_id, changes=changes)
        self._kit.work.run(
            command,
            done=lambda _party_id: self._saved(after.name),
            failed=self._failed,
            initiator=self,
        )

    def is_changed(self, form: PartyForm) -> bool:
        """Whether saving would write anything."""
        return party_of(form, self._before) != self._before

    def _saved(self, name: str) -> None:
        is_new = self._is_new
        self._set_saving(is_saving=False)
        self._show(Party(name=""), is_new=True)
        self._view.show_saved(name, is_new=is_new)
        self._kit.navigation.back()

    def _found(self, details: PartyDetails) -> None:
        self._show(details.party, is_new=False)

    def _not_found(self, error: CollectIQError) -> None:
        if not isinstance(error, NotFound):
            self._failed(error)

    def _failed(self, error: CollectIQError) -> None:
        self._set_saving(is_saving=False)
        self._view.show_problem(error.field or "", error.message)

    def _show(self, party: Party, *, is_new: bool) -> None:
        self._before, self._is_new = party, is_new
        self._view.show_form(party, is_new=is_new)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._view.show_saving(is_saving=is_saving)


def party_of(form: PartyForm, before: Party) -> Party:
    """The party as typed; the State and the PAN follow from a right GSTIN where none stands."""
    gstin = check_gstin(form.gstin) if form.gstin else None
    is_right = gstin is not None and gstin.is_valid
    state_code = form.state_code or (gstin.state_code if gstin is not None and is_right else "")
    pan = before.pan or (gstin.pan if gstin is not None and is_right else "")
    return replace(
        before,
        name=form.name,
        code=form.code or before.code,
        phones=form.phones,
        address=form.address,
        pincode=form.pincode,
        state_code=state_code,
        gstin=form.gstin,
        pan=pan,
        credit_days=form.credit_days,
        credit_limit_paise=form.credit_limit_paise,
        late_limit_days=form.late_limit_days,
        bills_limit_count=form.bills_limit_count,
        stops_at_limit=form.stops_at_limit,
        is_bill_wise=form.is_bill_wise,
        language=form.language,
        beat=form.beat,
        area=form.area,
        note=form.note,
    )


def changes_between(before: Party, after: Party) -> Mapping[str, Value]:
    """The fields that differ, with their new values."""
    names = before.__dataclass_fields__
    return {n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)}
