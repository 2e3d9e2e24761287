"""`python -m tests.benchmarks.phones ADDRESS FILE SECONDS`: agents' phones, open loop.

Each asks at its moment whether the ones before are done or not; what it waits
counts from that moment. One in ten writes. The file says in JSON which firm it
is and who the agents are; what was found is printed as JSON.
"""

from __future__ import annotations

import base64
import json
import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import requests

from collectiq_desktop.core.wire.people import hash_of_token

PASSWORD = "lantern-72 over the ghat"
READY = "ready"
ASKS_A_SECOND = 17
_WRITES, _PARTIES, _DAYS = 0.10, 0.20, 0.10
_THREADS = 32


@dataclass
class Phone:
    """One agent's phone: it asks for what is new, looks a party up, collects."""

    http: requests.Session
    address: str
    no: int
    token: str = ""
    mark: str = ""
    today: str = ""
    known: dict[str, str] = field(default_factory=dict)

    def sign_in(self, firm_id: bytes, name: str) -> None:
        told = self._ask(
            "person/sign-in",
            {
                "firm_id": base64.b64encode(firm_id).decode(),
                "name": name,
                "password": PASSWORD,
                "device": base64.b64encode(self._device).decode(),
                "renewal_hash": base64.b64encode(hash_of_token(b"R" * 32)).decode(),
            },
        )
        self.token = told["token"]

    def fetch(self) -> None:
        """What is new since the last time; the first time, the whole round."""
        told = self._ask("agent/changes", {"mark": self.mark, "known": self.known})
        self.mark, self.today = told["mark"], told["today_on"]
        if not told["is_same"]:
            self.known = dict(told["tags"])

    def act(self, dice: random.Random) -> None:
        """One thing that an agent does on the round."""
        chance, party_id = dice.random(), dice.choice(list(self.known))
        if chance < _WRITES:
            command = {
                "do": "collect",
                "id": dice.randbytes(16).hex(),
                "party_id": party_id,
                "amount_paise": dice.randint(1, 500),
                "mode": "cash",
                "on": self.today,
            }
            state = self._ask("agent/command", {"command": command})["state"]
            assert state == "done", state
        elif chance < _WRITES + _PARTIES:
            self._ask("agent/party", {"party_id": party_id})
        elif chance < _WRITES + _PARTIES + _DAYS:
            self._ask("agent/day", {})
        else:
            self.fetch()

    @property
    def _device(self) -> bytes:
        return b"bench phone " + self.no.to_bytes(20, "big")

    def _ask(self, path: str, asked: dict[str, Any]) -> Any:
        # Each phone has an address of its own, as the proxy would say.
        forwarded = f"10.{self.no >> 16 & 255}.{self.no >> 8 & 255}.{self.no & 255}"
        headers = {"CollectIQ-Device": self._device.hex(), "X-Forwarded-For": forwarded}
        headers |= {"Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        answer = self.http.post(
            f"{self.address}/v1/{path}", json=asked, headers=headers, timeout=60
        )
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:200]}"
        return answer.json()


@dataclass
class Loop:
    """Lets the phones come one after the other, at their moments."""

    phones: Sequence[Phone]
    waits_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def run(self, seconds: float) -> dict[str, object]:
        turns = [Lock() for _phone in self.phones]
        begun, dice = time.perf_counter(), random.Random(11)

        def ask(no: int, at: float, seed: int) -> None:
            try:
                with turns[no]:
                    self.phones[no].act(random.Random(seed))
            except Exception as error:  # noqa: BLE001 -- counted, and told at the end
                self.errors.append(f"{type(error).__name__}: {error}")
            self.waits_ms.append((time.perf_counter() - at) * 1_000)

        with ThreadPoolExecutor(_THREADS) as threads:
            for n in range(int(seconds * ASKS_A_SECOND)):
                at = begun + n / ASKS_A_SECOND
                time.sleep(max(0.0, at - time.perf_counter()))
                threads.submit(ask, n % len(self.phones), at, dice.getrandbits(64))
        return {"waits_ms": self.waits_ms, "errors": self.errors}


def main(words: list[str]) -> None:
    address, path, seconds = words
    told = json.loads(Path(path).read_text(encoding="utf-8"))
    http = requests.Session()
    http.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=_THREADS))
    phones = [Phone(http, address, no) for no, _name in enumerate(told["names"], start=1)]
    for phone, name in zip(phones, told["names"], strict=True):
        phone.sign_in(bytes.fromhex(told["firm_id"]), name)
        phone.fetch()
    print(READY, flush=True)
    sys.stdin.readline()
    print(json.dumps(Loop(phones).run(float(seconds))))


if __name__ == "__main__":
    main(sys.argv[1:])
