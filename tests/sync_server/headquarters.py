"""A head office in a folder, and counters that speak to it: what server tests begin with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from anyio import CapacityLimiter

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.codes import KeptCode
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.wire.joining import AskedEnrolment, Enrolled, enrolment_words
from collectiq_desktop.core.wire.peer import PROTOCOL_VERSIONS, PushedLink
from collectiq_desktop.core.wire.signing import public_key_of, sign
from sync_server.caring import Care
from sync_server.firms import FilePlaces, Firms
from sync_server.joining import Door
from sync_server.keys import ServerKeys
from sync_server.people import People
from sync_server.people_api import PeopleDoor
from sync_server.sessions import Sessions
from sync_server.sync_api import Office
from sync_server.throttle import Throttle
from sync_server.waiting import Waiting
from sync_server.watch import watch_in
from tests.fakes import CountingIds, FixedClock

HOUR_MS = 3_600_000
KEYS = ServerKeys(signing=b"S" * 32, tokens=b"T" * 32)
FIRM = Firm(name="Shree Test Wholesale", state_code="24")


@dataclass
class Headquarters:
    """One server's parts over a folder, with a clock that a test moves."""

    folder: Path
    clock: FixedClock = field(default_factory=FixedClock)
    ids: CountingIds = field(default_factory=lambda: CountingIds(start=1_000_000))
    pushes_in_flight: int = 4

    def __post_init__(self) -> None:
        self.outside = Surroundings(clock=self.clock, ids=self.ids)
        self.office = self.another_worker()

    def another_worker(self) -> Office:
        """The parts of a worker process of its own."""
        firms = Firms(
            FilePlaces(self.folder),
            self.outside,
            pushes_in_flight=self.pushes_in_flight,
            care=Care(self.folder / "heads", KEYS.signing),
        )
        return Office(
            firms=firms,
            door=Door(firms, Waiting(self.folder), KEYS, self.outside),
            sessions=Sessions(KEYS.tokens),
            keys=KEYS,
            outside=self.outside,
            watch=watch_in(self.folder / "counts"),
            threads=CapacityLimiter(8),
            people=PeopleDoor(
                firms, People(KEYS.tokens), KEYS.signing, Throttle(self.folder / "tries")
            ),
        )

    def firm(self) -> FirmId:
        """A new firm."""
        return self.office.door.create(FIRM)

    def code(self, firm_id: FirmId, **said: object) -> str:
        """A code for a new counter, good for an hour."""
        code = KeptCode(valid_until_at=self.clock.now_at() + HOUR_MS, **said)  # type: ignore[arg-type]
        return self.office.door.give_out(firm_id, code, None).text

    def close(self) -> None:
        self.office.firms.close()


def asked(
    code: str, key: bytes = b"A" * 32, founding: tuple[PushedLink, ...] = (), n: int = 1
) -> AskedEnrolment:
    """What a device says to be let in."""
    device_id, public_key = bytes([n]) * 16, public_key_of(key)
    return AskedEnrolment(
        versions=PROTOCOL_VERSIONS,
        code=code,
        device_id=device_id,
        name=f"Counter {n}",
        public_key=public_key,
        signature=sign(enrolment_words(code, device_id, public_key), key),
        founding=founding,
    )


def fill(books: Books, vouchers_count: int, party_name: str = "Asha") -> PartyId:
    """A party with bills and receipts, as a clerk records them."""
    party_id = PartyId(books.mint_id())
    books.run(AddParty(party_id=party_id, party=Party(name=party_name)))
    for n in range(vouchers_count):
        voucher_id = VoucherId(books.mint_id())
        command = (
            RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=50 + n)
            if n % 3 == 2
            else PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=100 + n)
        )
        books.run(command)
    return party_id


def device_of(enrolled: Enrolled) -> DeviceId:
    """The device that was let in."""
    return DeviceId(enrolled.device_id)
