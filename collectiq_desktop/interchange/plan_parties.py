"""Party rows as commands: which party of the books each one is, if any.

A party is found again by its origin, else by its name. A name that is merely
written alike counts only for a party that was typed in by hand: two parties
of one source must never become one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.gstin import STATES, state_code_of
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.party import LANGUAGES, Party, check_party_terms
from collectiq_desktop.core.domain.phones import read_phones
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.scripts import fold_for_search
from collectiq_desktop.core.queries.import_lookups import KnownParty
from collectiq_desktop.core.services.imports import TakeInParty, Taken
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.planned import PlannedParty, Planning
from collectiq_desktop.interchange.rows import PartyRow
from collectiq_desktop.interchange.tally.groups import key_of

_BLANK = Party(name="")


@dataclass(slots=True)
class PartyPlan:
    """The parties that vouchers may name, and the commands that bring them."""

    by_name: dict[str, PlannedParty] = field(default_factory=dict)
    accepted: list[tuple[PartyRow, PlannedParty]] = field(default_factory=list)
    commands: list[TakeInParty] = field(default_factory=list)
    rejected_names: set[str] = field(default_factory=set)
    _spelt: dict[str, PlannedParty] = field(default_factory=dict)

    def named(self, name: str) -> PlannedParty | None:
        """The party of this name, however it is spelt."""
        party = self._spelt.get(name)
        if party is None:
            party = self.by_name.get(key_of(name))
            if party is not None:
                self._spelt[name] = party
        return party

    def look_up(self, planning: Planning, names: Iterable[str]) -> None:
        """Find in the books what parties the rows did not bring."""
        missing = {key_of(name): name for name in names if self.named(name) is None}
        wanted = {key: name for key, name in missing.items() if key not in self.rejected_names}
        if not wanted:
            return
        for known in planning.lookups.parties_named(wanted.values()):
            planned = _planned(known.party_id, known.party)
            for name in (known.party.name, *known.party.aliases):
                if key_of(name) in wanted:
                    self.by_name.setdefault(key_of(name), planned)


@dataclass(slots=True)
class _Matches:
    """The parties of the books that rows may be, each given away once."""

    known: Mapping[str, PartyId]
    named: Mapping[str, Sequence[KnownParty]]
    given: set[bytes]

    def of(self, row: PartyRow) -> PartyId | None:
        """The party of the books that a row is, if there is one."""
        by_origin = self.known.get(row.origin_key)
        if by_origin is not None:
            return by_origin
        alike = [
            one
            for one in self.named.get(fold_for_search(row.name), ())
            if one.party_id not in self.given
        ]
        same = [one for one in alike if key_of(one.party.name) == key_of(row.name)]
        typed = [one for one in alike if one.is_typed_here]
        chosen = same[0] if same else typed[0] if len(alike) == len(typed) == 1 else None
        if chosen is None:
            return None
        self.given.add(chosen.party_id)
        return chosen.party_id


def plan_parties(planning: Planning, rows: Sequence[PartyRow]) -> PartyPlan:
    """What becomes of each party row."""
    origins = planning.lookups.origins(row.origin_key for row in rows)
    strangers = [row.name for row in rows if row.origin_key not in origins]
    named: dict[str, list[KnownParty]] = {}
    for one in planning.lookups.parties_named(strangers):
        named.setdefault(fold_for_search(one.party.name), []).append(one)
    known = {key: PartyId(origin.subject_id) for key, origin in origins.items()}
    matches = _Matches(known, named, set(known.values()))
    found = {row.origin_key: matches.of(row) for row in rows}
    before = planning.lookups.parties({one for one in found.values() if one is not None})
    codes = _given_codes(planning, rows, found)
    plan = PartyPlan()
    for row in rows:
        origin = origins.get(row.origin_key)
        earlier = before.get(found[row.origin_key] or b"")
        is_same = origin is not None and origin.change == row.change
        if is_same and earlier is not None:
            _accept(planning, plan, row, _planned(earlier.party_id, earlier.party))
            planning.tallied.taken[Taken.UNCHANGED] += 1
        else:
            _take(planning, plan, row, party_of(row, codes.get(row.origin_key, "")), earlier)
    _add_aliases(plan)
    return plan


def _take(
    planning: Planning, plan: PartyPlan, row: PartyRow, party: Party, earlier: KnownParty | None
) -> None:
    try:
        check_party_terms(party)
    except Refused as refusal:
        planning.tallied.reject(row.where, Finding.NOT_ACCEPTED, refusal.message)
        plan.rejected_names.add(key_of(row.name))
        return
    fact_id = FactId(planning.mint())
    party_id, after, taken = PartyId(fact_id), party, Taken.NEW
    if earlier is not None:
        party_id, after = earlier.party_id, replace(earlier.party, **_said(party))
        taken = Taken.UNCHANGED if after == earlier.party else Taken.AMENDED
    if taken is not Taken.UNCHANGED:
        plan.commands.append(
            TakeInParty(
                fact_id=fact_id,
                party=party,
                batch_id=planning.batch_id,
                origin_key=row.origin_key,
                change=row.change,
                matched_id=earlier.party_id if earlier else None,
            )
        )
    planning.tallied.taken[taken] += 1
    _accept(planning, plan, row, _planned(party_id, after))


def _accept(planning: Planning, plan: PartyPlan, row: PartyRow, party: PlannedParty) -> None:
    if plan.by_name.setdefault(key_of(row.name), party) is not party:
        reason = say(
            "“{name}” stands twice in the import; its vouchers go to the first one.", name=row.name
        )
        planning.tallied.warn(row.where, Finding.DUPLICATE_NAME, reason)
    plan.accepted.append((row, party))


def _add_aliases(plan: PartyPlan) -> None:
    """Let vouchers use other names of a party, where no party has that name."""
    for row, party in plan.accepted:
        for alias in row.aliases:
            plan.by_name.setdefault(key_of(alias), party)


def _said(party: Party) -> dict[str, Any]:
    """The fields that the source says something about."""
    names = Party.__dataclass_fields__
    return {n: getattr(party, n) for n in names if getattr(party, n) != getattr(_BLANK, n)}


def _planned(party_id: PartyId, party: Party) -> PlannedParty:
    return PlannedParty(
        party_id=party_id,
        name=party.name,
        is_bill_wise=party.is_bill_wise,
        credit_days=party.credit_days,
    )


def _given_codes(
    planning: Planning, rows: Sequence[PartyRow], found: Mapping[str, PartyId | None]
) -> dict[str, str]:
    """The code that each row's party gets, by origin; none where it is taken."""
    coded = [(row, row.code) for row in rows if row.code]
    owners: dict[str, object] = dict(planning.lookups.parties_coded(code for _row, code in coded))
    given: dict[str, str] = {}
    for row, code in coded:
        mine = found[row.origin_key] or row.origin_key
        if owners.setdefault(code, mine) == mine:
            given[row.origin_key] = code
        else:
            reason = say(
                "The code {code} belongs to another party already; this one gets a new code.",
                code=code,
            )
            planning.tallied.warn(row.where, Finding.DUPLICATE_CODE, reason)
    return given


def party_of(row: PartyRow, code: str = "") -> Party:
    """The master data that a row gives; telephone numbers are put in order."""
    gstin = (row.gstin or "").upper().strip()
    state_code = state_code_of(row.state or "") or ""
    if not state_code and gstin[:2] in STATES:
        state_code = gstin[:2]
    return Party(
        name=" ".join(row.name.split()),
        code=code,
        aliases=row.aliases,
        phones=_phones(row.phones),
        email=row.email or "",
        address=tuple(line for line in row.address if line),
        pincode=row.pincode or "",
        state_code=state_code,
        gstin=gstin,
        pan=(row.pan or "").upper(),
        credit_days=row.credit_days or 0,
        credit_limit_paise=row.credit_limit_paise or 0,
        is_bill_wise=row.is_bill_wise,
        language=row.language if row.language in LANGUAGES else _BLANK.language,
        group=row.group_path[0] if row.group_path else "",
        beat=row.beat or "",
        note=f"Contact: {row.contact}" if row.contact else "",
    )


def _phones(fields: Iterable[str]) -> tuple[str, ...]:
    """Mobiles in ten digits first, then what could not be understood."""
    read = [read_phones(one) for one in fields]
    mobiles = (mobile for one in read for mobile in one.mobiles)
    others = (other for one in read for other in one.complaints)
    return tuple(dict.fromkeys((*mobiles, *others)))
