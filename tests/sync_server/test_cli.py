"""`collectiq-server`: what each verb answers, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.storage.locks import FileLocks
from collectiq_desktop.core.wire.joining import parse_code
from sync_server.certificates import own_certificate, pin_of_file
from sync_server.cli import main
from sync_server.reached import Reached, keep_reached
from sync_server.serving import RUNNING
from tests.sync_server.headquarters import asked


class Server:
    """The verbs over one folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def say(self, *words: str, code: int = 0) -> str:
        """The answer to people; a refusal's sentence."""
        found = main(["--folder", str(self.folder), *words])
        told = self._capsys.readouterr()
        assert found == code, told.err
        return told.out if code == 0 else told.err

    def ask(self, *words: str, code: int = 0) -> dict[str, Any]:
        """The answer to programs."""
        found = main([*words, "--json", "--folder", str(self.folder)])
        told = self._capsys.readouterr()
        assert found == code, told.err
        answer: dict[str, Any] = json.loads(told.out)
        return answer


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Server:
    """A server's folder with nothing in it."""
    return Server(tmp_path / "server", capsys)


@pytest.fixture
def one(empty: Server) -> Server:
    """One with a firm, that was run before."""
    empty.say("create-firm", "Shree Traders", "--state", "Gujarat")
    keep_reached(empty.folder, Reached(address="https://office.example:8420"))
    return empty


def enrolled(one: Server, name: str = "Shop") -> dict[str, Any]:
    """A counter that was let in."""
    from sync_server.app import office_of
    from sync_server.config import Config

    office = office_of(Config(folder=str(one.folder)))
    code = one.ask("enrol-code", name)["code"]
    told = office.door.enrol(asked(code))
    office.firms.close()
    return {"device_id": told.device_id.hex(), "series_code": told.series_code}


def test_a_first_firm(empty: Server) -> None:
    assert "no firm on this server yet" in empty.say("devices", code=1)
    assert "New books for Shree Traders" in empty.say("create-firm", "Shree Traders")
    (firm,) = empty.ask("firms")["firms"]
    assert (firm["firm"], firm["devices"], firm["epoch"]) == ("Shree Traders", 0, 1)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["create-firm"], "name"),
        (["create-firm", "X", "--gstin", "24X"], "gstin"),
        (["create-firm", "X", "--state", "Atlantis"], "state"),
        (["enrol-code", "Shop"], "firm"),
        (["--database", "mysql://x", "firms"], "database"),
        (["move-firm"], "to_database"),
        (["restore", "nowhere.collectiq"], "file"),
        (["take-in", "nowhere.facts"], "file"),
        (["run", "--host", "0.0.0.0"], "host"),
        (["run", "--workers", "2"], "workers"),
        (["run", "--workers", "0"], "workers"),
        (["run", "--certificate", "x.pem"], "certificate"),
    ],
)
def test_a_refusal_says_what_to_do(empty: Server, words: list[str], field: str) -> None:
    error = empty.ask(*words, code=1)["error"]
    assert error["field"] == field
    assert error["message"].endswith((".", "”.", "/name"))


def test_wrong_words_are_wrong_usage(empty: Server) -> None:
    empty.say("dance", code=2)
    empty.say(code=2)
    assert "enrol-code" in empty.say("--help")


def test_a_code_says_where_to_go(one: Server) -> None:
    told = one.say("enrol-code", "Shop")
    assert "https://office.example:8420" in told
    answer = one.ask("enrol-code", "Shop", "--address", "https://10.0.0.1")
    assert answer["address"] == "https://10.0.0.1"
    assert parse_code(answer["code"]).told_pin == b""


def test_a_code_names_the_servers_own_certificate(one: Server) -> None:
    certificate, _key = own_certificate(one.folder, ("localhost",), 1_800_000_000_000)
    keep_reached(one.folder, Reached(address="https://x", certificate=str(certificate)))
    code = parse_code(one.ask("enrol-code", "Shop")["code"])
    assert pin_of_file(certificate).startswith(code.told_pin)
    assert code.told_pin
    adopting = parse_code(one.ask("create-firm", "--adopt")["code"])
    assert (adopting.is_adopting, adopting.told_pin) == (True, code.told_pin)


def test_nobody_knows_the_address_of_a_server_that_never_ran(empty: Server) -> None:
    empty.say("create-firm", "X")
    assert "run it first" in empty.say("enrol-code", "Shop", code=1)


def test_branches(one: Server) -> None:
    one.say("add-branch", "B", "Bhuj")
    assert "already" in one.say("add-branch", "B", code=1)
    assert "one short word" in one.say("add-branch", "B C", code=1)
    assert "There is no branch X" in one.say("enrol-code", "Shop", "--branch", "X", code=1)
    assert "no branch Y" in one.say("enrol-code", "Shop", "--branches", "B,Y", code=1)
    one.say("enrol-code", "Shop", "--branch", "B", "--branches", "B")


def test_devices_and_revoking(one: Server) -> None:
    counter = enrolled(one)
    server, shop = sorted(one.ask("devices")["devices"], key=lambda each: not each["is_server"])
    assert (server["series_code"], shop["name"]) == ("H01", "Shop")
    assert shop["device_id"] == counter["device_id"]
    assert "cannot revoke itself" in one.say("revoke", "H01", code=1)
    assert "may mean: 0" in one.say("revoke", "A99", code=1)
    assert "may take part no more" in one.say("revoke", "shop", "--reason", "stolen")
    assert "revoked" in one.say("devices")


def test_a_firm_is_named_where_there_are_several(one: Server) -> None:
    one.say("create-firm", "Asha Traders")
    assert "2 firms may be meant" in one.say("devices", code=1)
    assert one.ask("devices", "--firm", "asha")["devices"]
    firm_id = one.ask("firms")["firms"][0]["firm_id"]
    assert one.ask("devices", "--firm", firm_id)["devices"]
    assert "No firm here" in one.say("devices", "--firm", "nobody", code=1)


def test_nothing_is_held(one: Server) -> None:
    assert one.say("held") == "Nothing is held.\n"
    assert one.ask("held") == {"held": []}
    assert "may mean: 0" in one.say("release", "00ff", code=1)
    assert "may mean: 0" in one.say("reject", "00ff", "--reason", "x", code=1)


def test_verify_backup_and_restore(one: Server, tmp_path: Path) -> None:
    assert "every check passed" in one.say("verify")
    assert one.ask("verify", "--quick")["ok"]
    (made,) = one.ask("backup", "--to", str(tmp_path / "b"))["backups"]
    one.say("add-branch", "B")
    done = one.ask("restore", made["file"])
    assert done["epoch"] > 1
    (firm,) = one.ask("firms")["firms"]
    assert firm["epoch"] == done["epoch"]
    one.say("add-branch", "B")


def test_restoring_waits_until_the_server_is_stopped(one: Server, tmp_path: Path) -> None:
    (made,) = one.ask("backup", "--to", str(tmp_path / "b"))["backups"]
    with FileLocks(one.folder).only_one(RUNNING):
        assert "stop it first" in one.say("restore", made["file"], code=1)
        assert "stop it first" in one.say("run", code=1)


def test_a_backup_that_was_damaged_is_refused(one: Server, tmp_path: Path) -> None:
    other = tmp_path / "x.collectiq"
    other.write_bytes(b"no books")
    assert "not a CollectIQ file" in one.say("restore", str(other), code=1)
    assert one.ask("firms")["firms"]


def test_agents_are_shown_where_their_app_is(one: Server, empty: Server) -> None:
    firm_id = one.ask("firms")["firms"][0]["firm_id"]
    link = one.ask("phone-link")["link"]
    assert link == f"https://office.example:8420/a/?firm={firm_id}"
    lines = one.say("phone-link", "--address", "http://localhost:8420/").splitlines()
    assert lines[0] == f"http://localhost:8420/a/?firm={firm_id}"
    drawn = [line for line in lines if set(line) & set("█▀▄")]
    assert {len(line) for line in drawn} == {len(drawn[0])}
    assert "https addresses only" in one.say("phone-link", "--address", "http://x.in", code=1)


def test_how_phones_reach_a_server_that_never_ran_is_asked_for(empty: Server) -> None:
    empty.say("create-firm", "Shree Traders", "--state", "Gujarat")
    assert "--address" in empty.say("phone-link", code=1)
