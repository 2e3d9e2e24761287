"""A counter worked through its command line, with a real server behind a port."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

import pytest

from tests.cli_shop import Shop
from tests.e2e.running import RunningServer

_STARTS = count(1 << 32, 1 << 20)
FIRM = ("--firm", "Shree Test Wholesale")


@pytest.fixture
def till(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shop:
    """A machine whose books do not exist yet."""
    shop = Shop(tmp_path, capsys, monkeypatch)
    # Ids of its own, for all tests of a module share one server.
    shop.ids.start = next(_STARTS)
    return shop


def receipt(party: str) -> tuple[str, ...]:
    """Money from a party."""
    return ("receipt", "--party", party, "--amount", "400", "--mode", "upi")


def enrolled(till: Shop, server: RunningServer, name: str) -> str:
    """A new counter; gives the series of its numbers."""
    code = server.code(name, *FIRM)
    answer = till.found("enrol", server.address, code, "--name", name)
    assert answer["outcome"] == "done"
    return str(answer["series_code"])


def test_a_counter_joins_sells_and_sends(till: Shop, server: RunningServer) -> None:
    series = enrolled(till, server, "Till")
    assert till.found("firm")["firm"] == "Shree Test Wholesale"
    till.told("party", "add", "Asha Stores")
    till.told(*receipt("asha"))
    sent = till.found("sync")
    assert (sent["outcome"], sent["pushed"], sent["unsent"]) == ("done", 2, 0)
    own = [each for each in till.found("devices")["devices"] if each["is_own"]]
    assert [(each["name"], each["series_code"]) for each in own] == [("Till", series)]
    assert own[0]["seen_at"] > 0
    again = till.run("enrol", server.address, server.code("Other", *FIRM))
    assert (again.code, "a counter of the firm already" in again.err) == (1, True)


def test_books_that_began_alone_bring_their_firm(till: Shop, server: RunningServer) -> None:
    till.told("init", "--firm", "Asha Traders", "--state", "Gujarat")
    till.told("party", "add", "Asha Stores")
    till.told(*receipt("asha"))
    refused = till.run("sync")
    assert (refused.code, "stand alone" in refused.err) == (1, True)
    code = str(server.say("create-firm", "--adopt")["code"])
    answer = till.found("enrol", server.address, code)
    assert (answer["outcome"], answer["series_code"], answer["pushed"]) == ("done", "A01", 2)
    firms = {each["firm"] for each in server.say("firms")["firms"]}
    assert "Asha Traders" in firms


def test_unsent_facts_are_carried_by_hand(
    till: Shop, server: RunningServer, tmp_path: Path
) -> None:
    enrolled(till, server, "Far")
    till.told("party", "add", "Bina Stores")
    till.told(*receipt("bina"))
    far_books, till.path = till.path, tmp_path / "near.collectiq"
    enrolled(till, server, "Near")
    near_books, till.path = till.path, far_books
    parcel = str(tmp_path / "out.facts")
    assert till.found("export-unsent", parcel)["facts"] == 2
    till.path = near_books
    assert till.found("take-in", parcel) == {"facts": 2, "outcome": "done"}
    till.told("sync")
    assert till.found("parties", "bina")["parties"] != []
    till.path = far_books
    assert till.found("sync")["unsent"] == 0


def test_books_that_were_copied_ask_what_they_are(
    till: Shop, server: RunningServer, tmp_path: Path
) -> None:
    enrolled(till, server, "Desk")
    till.told("party", "add", "Champa Stores")
    till.told("sync")
    shutil.rmtree(tmp_path / "xdg_data_home")
    refused = till.run(*receipt("champa"))
    assert (refused.code, "moved here, or is this to be a new counter" in refused.err) == (1, True)
    assert till.found("parties", "champa")["parties"] != []
    moved = till.found("enrol", "--moved-here")["series_code"]
    number = till.found(*receipt("champa"))["number"]
    assert number.startswith(f"R{moved}/")
    waiting = till.run("sync", "--json")
    assert (waiting.code, waiting.found["outcome"]) == (1, "no_key")
    sent = till.found("enrol", server.address, server.code("Desk again", *FIRM))
    assert sent["outcome"] == "done"
    assert till.found("sync")["unsent"] == 0
