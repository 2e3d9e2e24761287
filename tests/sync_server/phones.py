"""A firm with agents, and phones that speak to its head office: what tests of agents begin with."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from litestar.testing import TestClient

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.bulletins import EVERYBODY
from collectiq_desktop.core.domain.ids import FactId, FirmId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.storage.signing_in import password_key
from collectiq_desktop.core.wire.passwords import verifier_of
from collectiq_desktop.core.wire.people import hash_of_token
from sync_server.app import app_of
from tests.sync_server.headquarters import Headquarters

PASSWORD = "lantern-72 over the ghat"
JSON = {"Content-Type": "application/json", "Accept": "application/json"}
NASTY = "<img src=x onerror=alert(1)>"


@cache
def _verifier() -> bytes:
    """What the password is tried against; it is made so that making it takes long."""
    return verifier_of(PASSWORD).encode()


@dataclass
class Shop:
    """A firm at a head office: an admin, two agents, three parties of Ravi's and one of Meena's."""

    hq: Headquarters
    people: dict[str, UserId] = field(default_factory=dict)
    parties: dict[str, PartyId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.firm_id: FirmId = self.hq.firm()
        with self.hq.office.firms.ordering(self.firm_id) as books:
            self._employ(books)
            for n, name in enumerate(("Asha Stores", "Bharat", NASTY, "Zaveri")):
                self._party(books, name, days=10 * (n + 1), paise=1_000_00 + n)
            mine = tuple(self.parties[name] for name in ("Asha Stores", "Bharat", NASTY))
            self.assign("Ravi", mine, books)
            self.assign("Meena", (self.parties["Zaveri"],), books)

    def _employ(self, books: Books) -> None:
        for name, role in (
            ("Owner", Role.ADMIN),
            ("Ravi", Role.AGENT),
            ("Meena", Role.AGENT),
            ("Clerk", Role.CLERK),
            ("Auditor", Role.ACCOUNTANT),
        ):
            employee_id = UserId(books.mint_id())
            command = AddEmployee(
                employee_id=employee_id, employee=Employee(name=name, role=role.value)
            )
            books.run(command, by=self.people.get("Owner"))
            self.people[name] = employee_id
        with books.writing(by=self.people["Owner"]) as (writer, context):
            for employee_id in self.people.values():
                key = password_key(employee_id)
                bulletins.put(writer, context, key, _verifier(), EVERYBODY)

    def _party(self, books: Books, name: str, days: int, paise: int) -> None:
        party_id = PartyId(books.mint_id())
        owner = self.people["Owner"]
        party = Party(name=name, phones=("+919825012345",), address=("12 Mill Road",))
        books.run(AddParty(party_id=party_id, party=party), by=owner)
        for part, late in ((3, days + 30), (2, days)):
            command = PostInvoice(
                voucher_id=VoucherId(books.mint_id()),
                party_id=party_id,
                amount_paise=paise * part,
                on=self.today_on - timedelta(days=late),
            )
            books.run(command, by=owner)
        self.parties[name] = party_id

    @property
    def today_on(self) -> date:
        return self.hq.clock.today_on()

    def assign(self, agent: str, party_ids: tuple[PartyId, ...], books: Books) -> None:
        """Make these the agent's parties, and nobody else's."""
        command = AssignParties(
            fact_id=FactId(books.mint_id()), agent_id=self.people[agent], party_ids=party_ids
        )
        books.run(command, by=self.people["Owner"])

    def ask(self, ask: Any) -> Any:
        """What the owner sees."""
        with self.hq.office.firms.using(self.firm_id) as books:
            return books.ask(ask, by=self.people["Owner"])


@dataclass
class Phone:
    """A phone over HTTP, as one who may have signed in."""

    shop: Shop
    http: TestClient[Any]
    device: bytes = b"D" * 32
    token: str = ""

    def sign_in(self, name: str, password: str = PASSWORD) -> Any:
        asked = {
            "firm_id": _text(self.shop.firm_id),
            "name": name,
            "password": password,
            "device": _text(self.device),
            "renewal_hash": _text(hash_of_token(b"R" * 32)),
        }
        answer = self.post("/v1/person/sign-in", asked)
        if answer.status_code == 200:
            self.token = answer.json()["token"]
        return answer

    def post(self, path: str, asked: Any = None, **headers: str) -> Any:
        sent = {**JSON, "CollectIQ-Device": self.device.hex()}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        return self.http.post(path, json=asked or {}, headers={**sent, **headers})

    def told(self, path: str, asked: Any = None) -> Any:
        answer = self.post(path, asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def send(self, do: str, party: str | bytes, **said: Any) -> Any:
        party_id = self.shop.parties[party] if isinstance(party, str) else party
        command = {"do": do, "id": new_id(do, party_id.hex(), repr(sorted(said.items()))), **said}
        if party_id:
            command["party_id"] = party_id.hex()
        if do not in ("note", "picture", "sign"):
            command.setdefault("on", self.shop.today_on.isoformat())
        return self.told("/v1/agent/command", {"command": command})


def new_id(*parts: str) -> str:
    """An id as a phone mints one; the same for the same words."""
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:32]


def _text(told: bytes) -> str:
    return base64.b64encode(told).decode()


def served(shop: Shop) -> TestClient[Any]:
    """The shop's head office over HTTP, in this process."""
    return TestClient(app_of(shop.hq.office))
