"""`python -m tests.benchmarks.devices ADDRESS FILE SECONDS`: many devices of one firm, open loop.

Each comes at its moment whether the ones before are done or not; what it waits
counts from that moment. Codes are read from the file, one a line; what was
found is printed as JSON. Run niced, so that the server is what is measured.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from collectiq_desktop.core.domain.ids import DeviceId, FactId, UserId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.ordering import signed_words
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.wire.codec import (
    encode,
    fact_hash,
    first_hash,
    link_hash,
    version_of,
)
from collectiq_desktop.core.wire.facts import Fact, PartyAdded
from collectiq_desktop.core.wire.peer import PROTOCOL_VERSIONS, Hello, Pull, Push, PushedLink
from collectiq_desktop.core.wire.signing import sign
from collectiq_desktop.sync import enrolment
from collectiq_desktop.sync.enrolment import Newcomer
from collectiq_desktop.sync.http_peer import HttpPeer
from collectiq_desktop.sync.line import Patience

READY = "ready"
OWNER = UserId(b"bench user id 16")
SYNCS_A_SECOND = 200 / 60
_PATIENCE = Patience(connect_seconds=10, read_seconds=60)
_THREADS = 32


@dataclass
class Device:
    """One counter as far as the server sees it: it says hello, records a party, fetches."""

    peer: HttpPeer
    key: bytes
    firm_id: bytes
    device_id: DeviceId
    device_seq: int = 0
    hash: bytes = b""
    firm_seq: int = -1

    @classmethod
    def enrol(cls, address: str, code: str, no: int) -> Device:
        """A new counter with a key of its own."""
        key = no.to_bytes(32, "big")
        device_id = DeviceId(b"bench device" + no.to_bytes(4, "big"))
        newcomer = Newcomer(device_id=device_id, name=f"Counter {no}", private_key=key)
        joined = enrolment.join(enrolment.parse_invitation(address, code), newcomer, _PATIENCE)
        firm_id = joined.enrolled.firm_id
        peer = HttpPeer(joined.office, key, _PATIENCE)
        return cls(peer, key, firm_id, device_id, hash=first_hash(joined.office.firm_id, device_id))

    def sync(self) -> None:
        """One exchange: hello, push of one fact, pull of what is new."""
        hello = Hello(
            versions=PROTOCOL_VERSIONS,
            device_id=self.device_id,
            program="bench",
            device_seq=self.device_seq,
            hash=self.hash,
        )
        welcome = self.peer.hello(hello)
        if self.firm_seq < 0:
            self.firm_seq = welcome.head
        self._push()
        epoch = welcome.epochs[-1].epoch
        page = self.peer.pull(Pull(epoch=epoch, after_firm_seq=self.firm_seq))
        self.firm_seq = page.places[-1].firm_seq if page.places else self.firm_seq

    def _push(self) -> None:
        body = PartyAdded(fields=fields_of(Party(name=f"Shop {self.device_seq}")))
        seq = self.device_seq + 1
        fact = Fact(
            fact_id=FactId(self.device_id[-8:] + seq.to_bytes(8, "big")),
            user_id=OWNER,
            kind="PartyAdded",
            version=version_of(body),
            branches="*",
            seen_epoch=1,
            seen_firm_seq=0,
            origin=None,
            recorded_at=time.time_ns() // 1_000_000,
            body=encode(body),
        )
        hashed = fact_hash(fact)
        last = link_hash(self.hash, hashed)
        words = signed_words(self.firm_id, self.device_id, seq, last)
        push = Push(
            device_id=self.device_id,
            first_seq=seq,
            links=(PushedLink(fact_id=fact.fact_id, fact_hash=hashed, fact=fact),),
            last_hash=last,
            signature=sign(words, self.key),
        )
        self.peer.push(push)
        self.device_seq, self.hash = seq, last


class Loop:
    """Lets the devices come one after the other, at their moments."""

    def __init__(self, devices: Sequence[Device]) -> None:
        self._devices = devices
        self._turns = [Lock() for _device in devices]
        self._waits_ms: list[float] = []
        self._errors: list[str] = []

    def run(self, seconds: float) -> dict[str, object]:
        begun = time.perf_counter()
        count = int(seconds * SYNCS_A_SECOND)
        with ThreadPoolExecutor(_THREADS) as threads:
            for n in range(count):
                at = begun + n / SYNCS_A_SECOND
                time.sleep(max(0.0, at - time.perf_counter()))
                threads.submit(self._sync, n % len(self._devices), at)
        return {"waits_ms": self._waits_ms, "errors": self._errors}

    def _sync(self, no: int, at: float) -> None:
        try:
            with self._turns[no]:
                self._devices[no].sync()
        except Exception as error:  # noqa: BLE001 -- counted, and told at the end
            self._errors.append(f"{type(error).__name__}: {error}")
        self._waits_ms.append((time.perf_counter() - at) * 1_000)


def main(words: list[str]) -> None:
    address, path, seconds = words
    codes = Path(path).read_text(encoding="utf-8").split()
    devices = [Device.enrol(address, code, no) for no, code in enumerate(codes, start=1)]
    for device in devices:
        device.sync()
    print(READY, flush=True)
    sys.stdin.readline()
    print(json.dumps(Loop(devices).run(float(seconds))))


if __name__ == "__main__":
    main(sys.argv[1:])
