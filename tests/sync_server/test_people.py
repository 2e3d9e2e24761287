"""People sign in by words, then by tokens that rotate; every known attack is refused."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jwt
import msgspec
import pytest
from litestar.testing import TestClient

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId, FirmId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Employee
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.employees import AddEmployee, AmendEmployee
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.core.storage import chains
from collectiq_desktop.core.storage.facts import head_of
from collectiq_desktop.core.wire.joining import Trouble
from collectiq_desktop.core.wire.packing import JSON_TYPE
from collectiq_desktop.core.wire.peer import PeerRefused
from collectiq_desktop.core.wire.people import (
    AskedRenewal,
    AskedSignIn,
    AskedSignOut,
    PersonSession,
    hash_of_token,
)
from sync_server.app import app_of
from sync_server.endpoints import Asking
from sync_server.people import ACCESS_SECONDS, IDLE_DAYS
from tests.sync_server.headquarters import KEYS, Headquarters

PASSWORD, DEVICE, OTHER_DEVICE = "mango season 26", b"d" * 32, b"e" * 32
FIRST, SECOND, THIRD = b"1" * 32, b"2" * 32, b"3" * 32


class Office:
    """A firm with an admin and an agent, over HTTP."""

    def __init__(self, hq: Headquarters, http: TestClient[Any]) -> None:
        self.hq, self.http = hq, http
        self.firm_id: FirmId = hq.firm()
        self.admin = self._employ("Asha", "admin")
        self.agent = self._employ("Ravi", "agent")
        self.mine = self._party("Ganesh")
        self.other = self._party("Zaveri")
        command = AssignParties(
            fact_id=FactId(hq.ids.mint()), agent_id=self.agent, party_ids=(self.mine,)
        )
        self.run(command)
        for employee_id in (self.admin, self.agent):
            with (
                hq.office.firms.using(self.firm_id) as books,
                books.writing(by=self.admin) as (writer, context),
            ):
                set_password(writer, context, employee_id, PASSWORD)

    def run(self, command: object) -> Any:
        with self.hq.office.firms.using(self.firm_id) as books:
            return self.hq.office.people.carry_out(
                books, command, getattr(self, "admin", books.identity.user_id)
            )

    def _employ(self, name: str, role: str) -> UserId:
        employee_id = UserId(self.hq.ids.mint())
        self.run(AddEmployee(employee_id=employee_id, employee=Employee(name=name, role=role)))
        return employee_id

    def _party(self, name: str) -> PartyId:
        party_id = PartyId(self.hq.ids.mint())
        self.run(AddParty(party_id=party_id, party=Party(name=name)))
        return party_id

    def ask(self, path: str, message: Any, gives: Any, **headers: str) -> Any:
        told = self.http.post(
            f"/v1/person/{path}",
            content=msgspec.json.encode(message),
            headers={"content-type": JSON_TYPE, "accept": JSON_TYPE, **headers},
        )
        self.status = told.status_code
        return msgspec.json.decode(told.content, type=gives if told.status_code == 200 else Trouble)

    def asked(self, **said: Any) -> AskedSignIn:
        values = {
            "firm_id": self.firm_id,
            "name": "ravi",
            "password": PASSWORD,
            "device": DEVICE,
            "renewal_hash": hash_of_token(FIRST),
        }
        return AskedSignIn(**{**values, **said})

    def sign_in(self, **said: Any) -> Any:
        return self.ask("sign-in", self.asked(**said), PersonSession)

    def renew(
        self,
        session: PersonSession,
        renewal: bytes = FIRST,
        next_: bytes = SECOND,
        device: bytes = DEVICE,
    ) -> Any:
        asked = AskedRenewal(
            firm_id=self.firm_id,
            family_id=session.family_id,
            renewal=renewal,
            next_hash=hash_of_token(next_),
            device=device,
        )
        return self.ask("renew", asked, PersonSession)

    def asking(self, token: str, device: bytes = DEVICE) -> Asking:
        headers = {"authorization": f"Bearer {token}", "collectiq-device": device.hex()}
        return Asking(headers, "10.0.0.1", self.hq.clock.now_at())

    def is_let_in(self, token: str, device: bytes = DEVICE) -> bool:
        try:
            with self.hq.office.people.signed_in(self.asking(token, device)) as (_books, found, _c):
                assert found.employee_id in (self.agent, self.admin)
        except PeerRefused as refused:
            return refused.word != "session"
        return True


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    hq = Headquarters(tmp_path)
    with TestClient(app_of(hq.office)) as http:
        yield Office(hq, http)
    hq.close()


def test_an_agent_signs_in_and_acts_by_the_own_rights(office: Office) -> None:
    session = office.sign_in()
    assert (office.status, session.name, session.role) == (200, "Ravi", "agent")
    assert "post_receipts" in session.permissions
    door = office.hq.office.people
    with door.signed_in(office.asking(session.token)) as (books, found, _claims):
        assert [row.party for row in books.ask(PartyList(), by=found.employee_id).rows] == [
            "Ganesh"
        ]
        receipt = RecordReceipt(
            voucher_id=VoucherId(office.hq.ids.mint()), party_id=office.mine, amount_paise=100
        )
        assert door.carry_out(books, receipt, found.employee_id).number
        with pytest.raises(Refused):
            door.carry_out(books, _for(office, office.other), found.employee_id)
        with books.reading() as conn:
            head = head_of(conn, office.firm_id, books.identity.device_id)
            assert chains.seal_at(conn, books.identity.device_id, head.device_seq) is not None


def _for(office: Office, party_id: PartyId) -> RecordReceipt:
    voucher_id = VoucherId(office.hq.ids.mint())
    return RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=100)


def test_a_wrong_name_a_wrong_word_and_a_wrong_firm_tell_nothing(office: Office) -> None:
    name = office.sign_in(name="Nobody")
    word = office.sign_in(password="mango season 27")
    assert name == word
    assert office.status == 409
    office.sign_in(firm_id=b"?" * 16)
    assert office.status == 401


def test_guessing_locks_one_out_for_longer_each_time(office: Office) -> None:
    for _try in range(5):
        assert "do not go together" in office.sign_in(password="wrong word").detail
    told = office.sign_in()
    assert "try again in 30 seconds" in told.detail
    office.hq.clock.move(ms=30_000)
    assert "do not go together" in office.sign_in(password="wrong word").detail
    assert "in 60 seconds" in office.sign_in().detail
    assert office.sign_in(name="Asha").name == "Asha"
    office.hq.clock.move(ms=60_000)
    assert office.sign_in().name == "Ravi"
    assert "do not go together" in office.sign_in(password="wrong word").detail


def test_one_address_asks_thirty_times_a_minute(office: Office) -> None:
    for n in range(30):
        office.renew(PersonSession(**_nothing(), family_id=bytes([n]) * 16))
        assert office.status == 401
    office.sign_in()
    assert office.status == 429
    office.hq.clock.move(ms=60_000)
    assert office.sign_in().name == "Ravi"


def _nothing() -> dict[str, Any]:
    return {
        "token": "",
        "seconds": 0,
        "employee_id": b"",
        "name": "",
        "role": "",
        "permissions": (),
    }


@pytest.mark.parametrize("said", [{"device": b"short"}, {"renewal_hash": b"short"}])
def test_secrets_that_are_too_short_are_not_taken(office: Office, said: dict[str, bytes]) -> None:
    assert office.sign_in(**said).word == "corrupt"


# Tokens -------------------------------------------------------------------------------


def test_forged_tokens_are_refused(office: Office) -> None:
    token = office.sign_in().token
    claims = jwt.decode(token, options={"verify_signature": False})
    forged = [
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, "x" * 32, algorithm="HS256"),
        jwt.encode({**claims, "sub": office.admin.hex()}, "x" * 32, algorithm="HS256"),
        jwt.encode(claims, KEYS.tokens + b"2" * 32, algorithm="HS512"),
        jwt.encode({**claims, "aud": "collectiq session"}, KEYS.tokens, algorithm="HS256"),
        jwt.encode({k: v for k, v in claims.items() if k != "exp"}, KEYS.tokens, "HS256"),
        token[:-2],
        "",
    ]
    assert office.is_let_in(token)
    assert not [each for each in forged if office.is_let_in(each)]


def test_a_token_of_one_phone_is_none_on_another(office: Office) -> None:
    token = office.sign_in().token
    assert not office.is_let_in(token, OTHER_DEVICE)
    assert not office.is_let_in(token, b"")


def test_a_token_runs_out(office: Office) -> None:
    token = office.sign_in().token
    office.hq.clock.move(ms=ACCESS_SECONDS * 1_000)
    assert not office.is_let_in(token)


def test_a_token_of_who_left_is_none_at_once(office: Office) -> None:
    session = office.sign_in()
    left = AmendEmployee(
        fact_id=FactId(office.hq.ids.mint()),
        employee_id=office.agent,
        changes={"is_active": False},
    )
    office.run(left)
    assert not office.is_let_in(session.token)
    office.renew(session)
    assert office.status == 401
    assert "do not go together" in office.sign_in().detail


# Renewal ------------------------------------------------------------------------------


def test_a_sign_in_is_renewed_and_the_answer_can_be_lost(office: Office) -> None:
    session = office.sign_in()
    first = office.renew(session)
    again = office.renew(session)
    assert office.status == 200
    assert office.is_let_in(first.token)
    assert office.is_let_in(again.token)
    office.renew(session, SECOND, THIRD)
    assert office.status == 200


@pytest.mark.parametrize(
    ("renewal", "next_", "device"),
    [
        (FIRST, THIRD, DEVICE),
        (b"9" * 32, THIRD, DEVICE),
        (SECOND, THIRD, OTHER_DEVICE),
        (b"", THIRD, DEVICE),
    ],
    ids=["used before", "guessed", "other phone", "none"],
)
def test_a_token_that_comes_wrong_ends_the_whole_sign_in(
    office: Office, renewal: bytes, next_: bytes, device: bytes
) -> None:
    session = office.sign_in()
    renewed = office.renew(session)
    office.renew(session, renewal, next_, device)
    assert office.status == 401
    assert not office.is_let_in(renewed.token)
    office.renew(session, SECOND, THIRD)
    assert office.status == 401


def test_a_sign_in_that_was_not_renewed_for_a_month_is_over(office: Office) -> None:
    session = office.sign_in()
    office.hq.clock.move(days=IDLE_DAYS, ms=1)
    office.renew(session)
    assert office.status == 401


# Signing out --------------------------------------------------------------------------


def _sign_out(office: Office, token: str, *, is_everywhere: bool) -> None:
    headers = dict(office.asking(token).headers)
    office.ask("sign-out", AskedSignOut(is_everywhere=is_everywhere), Any, **headers)


def test_one_signs_out_here_or_everywhere(office: Office) -> None:
    here, there = office.sign_in(), office.sign_in(device=OTHER_DEVICE)
    _sign_out(office, here.token, is_everywhere=False)
    assert office.status == 200
    assert not office.is_let_in(here.token)
    assert office.is_let_in(there.token, OTHER_DEVICE)
    here = office.sign_in()
    _sign_out(office, here.token, is_everywhere=True)
    assert not office.is_let_in(here.token)
    assert not office.is_let_in(there.token, OTHER_DEVICE)
    _sign_out(office, here.token, is_everywhere=False)
    assert office.status == 401


def test_a_new_password_ends_every_sign_in(office: Office) -> None:
    session = office.sign_in()
    with (
        office.hq.office.firms.using(office.firm_id) as books,
        books.writing(by=office.admin) as (writer, context),
    ):
        set_password(writer, context, office.agent, "another season 27")
    assert not office.is_let_in(session.token)
    assert "do not go together" in office.sign_in().detail
    assert office.sign_in(password="another season 27").name == "Ravi"


def test_no_secret_and_no_name_is_logged(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        session = office.sign_in()
        office.sign_in(password="wrong word")
        office.renew(session)
    told = " ".join(f"{each.getMessage()} {each.__dict__}" for each in caplog.records)
    secrets = [PASSWORD, "wrong word", "avi", session.token, DEVICE.hex(), FIRST.hex(), "ddddd"]
    assert not [each for each in secrets if each in told]
