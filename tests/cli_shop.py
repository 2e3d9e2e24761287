"""A shop worked through its command line, in this process, with a clock that stands still."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.cli import main
from collectiq_desktop.core.books import Surroundings
from collectiq_desktop.gateways.anchors import FileAnchors
from tests.fakes import CountingIds, FixedClock

FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR")


@dataclass(frozen=True)
class Run:
    """What one call left behind."""

    code: int
    out: str
    err: str

    @property
    def found(self) -> dict[str, Any]:
        """The one object on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Shop:
    """Calls of `collectiq` on one books file."""

    def __init__(
        self,
        folder: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name in FOLDERS:
            monkeypatch.setenv(name, str(folder / name.lower()))
        monkeypatch.delenv("COLLECTIQ_BOOKS", raising=False)
        self.folder = folder
        self.path = folder / "shop.collectiq"
        self.clock = FixedClock()
        self.ids = CountingIds()
        anchors = FileAnchors(folder / "anchors")
        self.outside = Surroundings(clock=self.clock, ids=self.ids, anchors=anchors)
        self._capsys = capsys

    def bare(self, *words: str) -> Run:
        """One call, exactly as typed."""
        self._capsys.readouterr()
        code = main(words, self.outside)
        said = self._capsys.readouterr()
        return Run(code, said.out, said.err)

    def run(self, *words: str) -> Run:
        """One call on the shop's books."""
        return self.bare("--books", str(self.path), *words)

    def told(self, *words: str) -> list[str]:
        """The lines of a call that must go well."""
        run = self.run(*words)
        assert run.code == 0, run.err
        return run.lines

    def found(self, *words: str) -> dict[str, Any]:
        """The object of a call that must go well."""
        run = self.run(*words, "--json")
        assert run.code == 0, run.err
        return run.found

    def refused(self, *words: str) -> str:
        """The sentence of a call that must be refused, the same in both forms."""
        plain = self.run(*words)
        assert (plain.code, plain.out) == (1, "")
        machine = self.run(*words, "--json")
        assert machine.code == 1
        assert set(machine.found) == {"error"}
        assert machine.found["error"]["message"] in machine.err
        return plain.err.strip()

    def open(self) -> Shop:
        """The shop with three parties and a few vouchers of this year."""
        self.told("init", "--firm", "Shree Test Wholesale", "--vpa", "shree@upi", "--state", "24")
        self.told("party", "add", "Asha Stores", "--code", "AS", "--credit-days", "30")
        self.told(
            "party", "add", "गणेश किराना", "--code", "GK", "--language", "hi", "--beat", "North"
        )
        self.told("party", "add", "Patel & Sons", "--code", "PS", "--phone", "98250 11111")
        self.told("invoice", "--party", "AS", "--amount", "10,000", "--on", "2026-09-01")
        self.told("invoice", "--party", "AS", "--amount", "5,000", "--on", "2026-11-10")
        self.told("invoice", "--party", "GK", "--amount", "1,200.50", "--on", "2026-11-20")
        self.told("receipt", "--party", "AS", "--amount", "4,000", "--on", "2026-10-05")
        self.told("receipt", "--party", "PS", "--amount", "700", "--mode", "upi", "--on", "1-11-26")
        return self
