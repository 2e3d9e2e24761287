"""Correcting a party's phone: who may change it does, anybody else asks, and settled it stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.phones import corrected_phones
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.attention import Attention, AttentionLine, Matter
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.queries.edits import ASKED_PHONE, EditLine
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.phones import CorrectPhone, SettlePhone
from tests.core.looking import fact_id
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

NEW = "9825054321"


@pytest.mark.parametrize(
    ("phones", "instead_of", "after"),
    [
        ((), "", (NEW,)),
        (("1", "2"), "2", ("1", NEW)),
        (("1", "2"), "", (NEW, "1", "2")),
        (("1", "2"), "3", (NEW, "1", "2")),
        (("1", "+91 98250 54321"), "1", (NEW,)),
        (("1", "+91 98250 54321"), "", ("1", "+91 98250 54321")),
        (("1", NEW), "3", ("1", NEW)),
    ],
)
def test_the_right_phone_comes_in_the_place_of_the_wrong_one_and_none_twice(
    phones: tuple[str, ...], instead_of: str, after: tuple[str, ...]
) -> None:
    assert corrected_phones(phones, NEW, instead_of) == after


@dataclass
class Firm:
    """A party of Ravi's with one phone, an admin, and one who sees nothing of it."""

    plain: PlainBooks
    owner: UserId
    ravi: UserId
    meena: UserId
    asha: PartyId

    def phones(self) -> tuple[str, ...]:
        return self.plain.books.ask(PartyCard(party_id=self.asha), by=self.owner).party.phones

    def waiting(self) -> tuple[AttentionLine, ...]:
        return self.plain.books.ask(Attention(), by=self.owner)

    def correct(self, by: UserId, phone: str = "98250-54321", wrong: str = "98250 11111") -> FactId:
        command = CorrectPhone(
            fact_id=fact_id(self.plain), party_id=self.asha, phone=phone, instead_of=wrong
        )
        self.plain.books.run(command, by=by)
        return command.fact_id

    def settle(self, by: UserId) -> None:
        settling = SettlePhone(fact_id=fact_id(self.plain), party_id=self.asha)
        self.plain.books.run(settling, by=by)

    def told(self, kind: str) -> list[EditLine]:
        """What the edit log tells of a kind of the party's facts."""
        page = self.plain.books.ask(EditLog(party_id=self.asha), by=self.owner)
        return [line for line in page.rows if line.told.kind == kind]


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    plain = fresh_books(tmp_path)
    asha = plain.add(Party(name="Asha Stores", phones=("98250 11111",)))
    owner = plain.books.acting = employ(plain, "Owner", Role.ADMIN)
    ravi, meena = (employ(plain, name, Role.AGENT) for name in ("Ravi", "Meena"))
    assigning = AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=(asha,))
    plain.run(assigning)
    yield Firm(plain, owner, ravi, meena, asha)
    plain.books.close()


def test_who_may_change_parties_changes_it_at_once(firm: Firm) -> None:
    firm.correct(firm.owner)
    assert firm.phones() == (NEW,)
    assert firm.waiting() == ()


def test_an_agents_phone_waits_until_it_is_taken_over(firm: Firm) -> None:
    asked_id = firm.correct(firm.ravi)
    assert firm.phones() == ("98250 11111",)
    [line] = firm.waiting()
    assert (line.matter, line.fact_id, line.party) == (Matter.PHONE, asked_id, "Asha Stores")
    assert (line.subject, line.values) == (NEW, ("98250 11111", "Ravi"))
    assert line.on == firm.plain.clock.today_on()
    firm.correct(firm.owner)
    assert firm.phones() == (NEW,)
    assert firm.waiting() == ()


def test_what_is_settled_does_not_come_back_when_the_phone_changes_again(firm: Firm) -> None:
    firm.correct(firm.ravi)
    firm.settle(firm.owner)
    assert firm.waiting() == ()
    firm.plain.run(
        AmendParty(fact_id=fact_id(firm.plain), party_id=firm.asha, changes={"phones": ("1",)})
    )
    assert firm.waiting() == ()
    again = firm.correct(firm.ravi, wrong="1")
    assert [line.fact_id for line in firm.waiting()] == [again]


def test_the_newest_of_a_party_counts(firm: Firm) -> None:
    firm.correct(firm.ravi)
    firm.correct(firm.ravi, phone="0 98250 77777", wrong="")
    [line] = firm.waiting()
    assert (line.subject, line.values) == ("9825077777", ("", "Ravi"))


def test_a_party_that_has_no_phone_gets_its_first(firm: Firm) -> None:
    bharat = firm.plain.add(Party(name="Bharat"))
    asking = AssignParties(fact_id=fact_id(firm.plain), agent_id=firm.ravi, party_ids=(bharat,))
    firm.plain.run(asking)
    command = CorrectPhone(fact_id=fact_id(firm.plain), party_id=bharat, phone=NEW)
    firm.plain.books.run(command, by=firm.ravi)
    [line] = firm.waiting()
    assert (line.party, line.subject, line.values) == ("Bharat", NEW, ("", "Ravi"))


def test_asked_again_it_is_asked_once_also_where_the_right_came_between(firm: Firm) -> None:
    command = CorrectPhone(fact_id=fact_id(firm.plain), party_id=firm.asha, phone=NEW)
    for by in (firm.ravi, firm.ravi, firm.owner):
        firm.plain.books.run(command, by=by)
    assert firm.phones() == ("98250 11111",)
    assert len(firm.told("PhoneAsked")) == 1
    with pytest.raises(Clash):
        firm.plain.run(CorrectPhone(fact_id=FactId(firm.asha), party_id=firm.asha, phone=NEW))


def test_what_the_party_has_already_is_neither_changed_nor_asked(firm: Firm) -> None:
    for by in (firm.ravi, firm.owner):
        firm.correct(by, phone="+91 98250 11111", wrong="")
    assert (firm.phones(), firm.waiting()) == (("98250 11111",), ())
    assert firm.told("PhoneAsked") == firm.told("PartyAmended") == []


def test_what_is_no_mobile_or_of_another_party_is_refused(firm: Firm) -> None:
    for phone in ("12345", "", "+1 98250 54321"):
        with pytest.raises(BadInput) as refused:
            firm.correct(firm.ravi, phone=phone)
        assert refused.value.field == "phone"
    with pytest.raises(NotFound):
        firm.correct(firm.meena)
    with pytest.raises(Refused, match="not permitted"):
        firm.settle(firm.ravi)
    assert firm.waiting() == ()


def test_it_stands_in_the_edit_log_of_the_party_and_survives_a_rebuild(firm: Firm) -> None:
    firm.correct(firm.ravi)
    assert [line.user for line in firm.told("PhoneAsked")] == ["Ravi"]
    before = firm.waiting()
    firm.plain.books.rebuild()
    assert firm.waiting() == before != ()


def test_the_partys_card_tells_what_is_asked_for_while_it_waits(firm: Firm) -> None:
    def told(by: UserId) -> str:
        return firm.plain.books.ask(PartyCard(party_id=firm.asha), by=by).asked_phone

    assert told(firm.ravi) == ""
    firm.correct(firm.ravi)
    assert (told(firm.ravi), told(firm.owner)) == (NEW, NEW)
    firm.settle(firm.owner)
    assert told(firm.ravi) == ""
    firm.correct(firm.ravi)
    firm.correct(firm.owner)
    assert told(firm.ravi) == "", "what the party has by now waits no more"


def test_the_edit_log_tells_which_request_is_done_with(firm: Firm) -> None:
    firm.correct(firm.ravi)
    firm.correct(firm.ravi, phone="98250 77777")
    firm.settle(firm.owner)
    told = {line.user: line.changes for line in firm.told("PhoneAsked")}
    assert [(each.subject, each.old, each.new) for each in told["Owner"]] == [
        (ASKED_PHONE, "9825077777", None)
    ]
    assert ("phone", None, "9825077777") in [
        (each.subject, each.old, each.new)
        for line in firm.told("PhoneAsked")
        for each in line.changes
    ]
