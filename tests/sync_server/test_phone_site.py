"""The phone's app as files: what headers guard it, what is in it, and the page of a receipt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sync_server.agents
from sync_server.agents.refs import code_of
from sync_server.agents.site import app_files
from tests.sync_server.headquarters import Headquarters
from tests.sync_server.phones import Phone, Shop, served

WEB = Path(sync_server.agents.__file__).with_name("web")
PLACE = re.compile(r"\{\w+\}")


@pytest.fixture
def phone(hq: Headquarters) -> Iterator[Phone]:
    shop = Shop(hq)
    with served(shop) as http:
        yield Phone(shop, http)


def words(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((WEB / "words" / f"{language}.json").read_text("utf-8"))
    return found


def test_every_file_is_served_with_its_type_and_its_guards(phone: Phone) -> None:
    for name, file in app_files().items():
        answer = phone.http.get(f"/a/{name}")
        assert (answer.status_code, answer.content) == (200, file.content), name
        assert answer.headers["content-type"].partition(";")[0] == file.media_type
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
    page = phone.http.get("/a/")
    assert page.text == (WEB / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["/a/../api.py", "/a/..%2f..%2fkeys.py", "/a/%2e%2e/site.py", "/a/nothing.js", "/a//x"]
)
def test_no_other_file_is_served(phone: Phone, path: str) -> None:
    answer = phone.http.get(path)
    assert answer.status_code == 404
    assert b"def " not in answer.content


def test_nothing_is_inline_and_nothing_comes_from_elsewhere() -> None:
    page = (WEB / "index.html").read_text("utf-8")
    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    for path in [*WEB.glob("*.js"), *WEB.glob("*.css"), WEB / "index.html"]:
        text = path.read_text("utf-8")
        assert not re.search(r"innerHTML|dangerously|document\.write|\beval\(|new Function", text)
        others = set(re.findall(r"https?://[^\s\"'`)]+", text))
        assert {each for each in others if not each.startswith("https://wa.me/")} == set()


def test_the_worker_keeps_every_file_and_changes_with_each() -> None:
    script = app_files()["sw.js"].content.decode()
    kept = json.loads(re.search(r"const FILES = (\[.*?\]);", script)[1])  # type: ignore[index]
    there = {path.relative_to(WEB).as_posix() for path in WEB.rglob("*") if path.is_file()}
    assert set(kept) == there - {"index.html", "sw.js"} | {
        "./",
        "words/said_hi.json",
        "words/reminders.json",
    }
    assert "@" not in script


def test_the_app_can_be_installed() -> None:
    manifest = json.loads((WEB / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/a/")
    assert {each["sizes"] for each in manifest["icons"]} >= {"192x192", "512x512"}
    for each in manifest["icons"]:
        assert (WEB / each["src"]).is_file()


def test_every_word_is_said_in_hindi_and_fills_the_same_places() -> None:
    english, hindi = words("en"), words("hi")
    assert english.keys() == hindi.keys()
    for key, text in english.items():
        assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(hindi[key])), key
        assert re.search(r"[ऀ-ॿ]", PLACE.sub("", hindi[key])), key


def test_every_word_that_is_said_is_there() -> None:
    said = {
        key
        for path in WEB.glob("*.js")
        for key in re.findall(r"\bsay\(\s*\"(\w+)\"", path.read_text("utf-8"))
    }
    assert len(said) > 50
    assert said <= words("en").keys()


def test_what_the_books_refuse_is_said_in_hindi() -> None:
    said = json.loads(app_files()["words/said_hi.json"].content)
    for template in (
        "You are not permitted to do this; ask an admin.",
        "This name and password or PIN do not go together; try again.",
        "Too many wrong tries; try again in {seconds} seconds.",
    ):
        assert re.search(r"[ऀ-ॿ]", said[template])
        assert PLACE.findall(template) == PLACE.findall(said[template])


def test_anybody_with_its_code_verifies_a_receipt(phone: Phone) -> None:
    phone.sign_in("Ravi")
    told = phone.send("collect", "Bharat", amount_paise=1_23_456, mode="cash")
    code = code_of(phone.shop.firm_id, bytes.fromhex(told["id"]))
    page = phone.http.get(f"/v/{code}")
    assert page.status_code == 200
    for text in ("Shree Test Wholesale", "1,234.56", told["number"], told["ref"]):
        assert text in page.text
    assert "Bharat" not in page.text
    assert "script" not in page.text
    assert page.headers["x-robots-tag"] == "noindex"
    bill = phone.told("/v1/agent/round")["parties"][0]["bills"][0]["voucher_id"]
    unknown = [
        code_of(phone.shop.firm_id, bytes.fromhex(bill)),
        code_of(phone.shop.firm_id, b"?" * 16),
        code_of(b"?" * 16, bytes.fromhex(told["id"])),
        "<script>",
        "7F3K-2Q",
    ]
    answers = [phone.http.get(f"/v/{each}") for each in unknown]
    assert {(each.status_code, each.text) for each in answers} == {(404, answers[0].text)}
