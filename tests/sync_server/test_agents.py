"""Phones over HTTP: what an agent is told and may send, what is hidden, what sending again does."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.attachments import MAX_BYTES
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.saying import filled_in
from collectiq_desktop.core.domain.vouchers import Mode, Pieces, VoucherKind
from collectiq_desktop.core.queries.attention import Attention, Matter
from collectiq_desktop.core.queries.custody import Custody, Handovers
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.reminders import RemindersOpened
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.services.custody import CountInCash
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from sync_server.agents.api import ENDPOINTS
from sync_server.agents.refs import code_of, parsed_code, ref_of
from tests.sync_server.headquarters import Headquarters
from tests.sync_server.phones import NASTY, Phone, Shop, new_id, served

NOBODY = b"?" * 16
JPEG = b"\xff\xd8\xff\xe0 a cheque"


@pytest.fixture
def shop(hq: Headquarters) -> Shop:
    return Shop(hq)


@pytest.fixture
def phone(shop: Shop) -> Iterator[Phone]:
    with served(shop) as http:
        yield Phone(shop, http)


@pytest.fixture
def ravi(phone: Phone) -> Phone:
    assert phone.sign_in("Ravi").status_code == 200
    return phone


def receipts(shop: Shop) -> list[Any]:
    return list(shop.ask(DayBook(kind=VoucherKind.RECEIPT)).rows)


def test_the_round_tells_what_a_visit_needs(ravi: Phone) -> None:
    told = ravi.told("/v1/agent/round")
    assert [each["name"] for each in told["parties"]] == [NASTY, "Asha Stores", "Bharat"]
    asha = told["parties"][1]
    assert (asha["balance_paise"], asha["overdue_paise"]) == (5_000_00, 5_000_00)
    assert [bill["open_paise"] for bill in asha["bills"]] == [3_000_00, 2_000_00]
    assert asha["oldest_days"] == asha["bills"][0]["overdue_days"] == 40
    assert (told["me"]["name"], told["me"]["firm"]) == ("Ravi", "Shree Test Wholesale")
    assert told["today_on"] == ravi.shop.today_on.isoformat()


def test_only_what_changed_is_told_again_and_what_went_is_named(ravi: Phone) -> None:
    told = ravi.told("/v1/agent/round")
    known = dict(told["tags"])
    again = ravi.told("/v1/agent/changes", {"mark": told["mark"], "known": known})
    assert again["is_same"]
    assert again["parties"] == []
    ravi.send("promise", "Bharat", amount_paise=50_00, promised_on="2026-11-25")
    news = ravi.told("/v1/agent/changes", {"mark": told["mark"], "known": known})
    assert [each["name"] for each in news["parties"]] == ["Bharat"]
    assert news["parties"][0]["promises"][0]["state"] == "waiting"
    with ravi.shop.hq.office.firms.ordering(ravi.shop.firm_id) as books:
        ravi.shop.assign("Meena", (ravi.shop.parties["Asha Stores"],), books)
    gone = ravi.told("/v1/agent/changes", {"mark": told["mark"], "known": known})
    assert gone["gone"] == [ravi.shop.parties["Asha Stores"].hex()]
    assert ravi.shop.parties["Asha Stores"].hex() not in dict(gone["tags"])


@pytest.mark.parametrize(
    ("said", "mode", "held_paise"),
    [
        ({"mode": "cash"}, Mode.CASH, 150_00),
        ({"mode": "upi", "reference": "612345678901"}, Mode.UPI, 0),
        ({"mode": "cheque", "reference": "000123", "bank": "SBI"}, Mode.CHEQUE, 0),
        ({"mode": "cash", "parts": []}, Mode.CASH, 150_00),
    ],
)
def test_money_is_in_the_books_once_however_often_it_is_sent(
    ravi: Phone, said: dict[str, Any], mode: Mode, held_paise: int
) -> None:
    answers = [ravi.send("collect", "Bharat", amount_paise=150_00, **said) for _ in range(3)]
    assert answers[0]["state"] == "done"
    assert answers[0]["number"]
    assert answers[1:] == answers[:1] * 2
    [line] = receipts(ravi.shop)
    assert (line.mode, line.number) == (mode.value, answers[0]["number"])
    assert f"Ref {answers[0]['ref']}" in line.narration
    assert ravi.shop.ask(Custody()).held_paise == held_paise
    card = ravi.told("/v1/agent/party", {"party_id": ravi.shop.parties["Bharat"].hex()})
    assert card["balance_paise"] == 5_000_05 - 150_00
    assert card["on_account_paise"] == (-150_00 if said.get("parts") == [] else 0)
    day = ravi.told("/v1/agent/day")
    assert day["collected"] == [{"mode": mode.value, "count": 1, "amount_paise": 150_00}]
    assert day["cash_paise"] == held_paise


def test_a_post_dated_cheque_is_in_hand_and_credits_nobody(ravi: Phone) -> None:
    said = {"mode": "cheque", "reference": "000777", "cheque_on": "2026-12-05"}
    for _again in range(2):
        told = ravi.send("collect", "Bharat", amount_paise=90_00, **said)
        assert told["state"] == "done"
    card = ravi.told("/v1/agent/party", {"party_id": ravi.shop.parties["Bharat"].hex()})
    assert card["balance_paise"] == 5_000_05
    assert [each["number"] for each in card["cheques"]] == ["000777"]
    day = ravi.told("/v1/agent/day")
    assert (day["post_dated_count"], day["post_dated_paise"]) == (1, 90_00)


@pytest.mark.parametrize("cheque_on", [None, "2026-12-05"])
def test_a_photo_of_a_cheque_follows_it_and_is_seen_by_its_agent_alone(
    ravi: Phone, cheque_on: str | None
) -> None:
    said = {"mode": "cheque", "reference": "000777", "cheque_on": cheque_on}
    paper = ravi.send("collect", "Bharat", amount_paise=90_00, **said)["id"]
    content = base64.b64encode(JPEG).decode()
    for _again in range(2):
        told = ravi.send("picture", b"", about_id=paper, content=content)
        assert told["state"] == "done", told
    seen = ravi.told("/v1/agent/pictures", {"about_id": paper})
    assert seen == {"pictures": [{"content_type": "image/jpeg", "content": content}]}
    card = ravi.told("/v1/agent/party", {"party_id": ravi.shop.parties["Bharat"].hex()})
    papers = card["receipts"] if cheque_on is None else card["cheques"]
    assert [(each["id"], each["pictures_count"]) for each in papers] == [(paper, 1)]
    meena = Phone(ravi.shop, ravi.http, device=b"M" * 32)
    meena.sign_in("Meena")
    hidden, nowhere = (
        meena.told("/v1/agent/pictures", {"about_id": each}) for each in (paper, NOBODY.hex())
    )
    assert hidden == nowhere == {"pictures": []}
    answers = [
        meena.send("picture", b"", id=new_id("x"), about_id=each, content=content)
        for each in (paper, NOBODY.hex())
    ]
    assert answers[0] == answers[1]
    assert (answers[0]["state"], answers[0]["code"]) == ("refused", "not_found")


@pytest.mark.parametrize("content", [b"GIF89a", b"<svg onload=alert(1)>", b"%PDF-1.7"])
def test_what_is_no_photo_is_refused(ravi: Phone, content: bytes) -> None:
    paper = ravi.send("collect", "Bharat", amount_paise=90_00, mode="cash")["id"]
    told = ravi.send("picture", b"", about_id=paper, content=base64.b64encode(content).decode())
    assert (told["state"], told["code"], told["field"]) == ("refused", "bad_input", "picture")
    assert ravi.told("/v1/agent/pictures", {"about_id": paper}) == {"pictures": []}


def test_a_photo_that_is_too_large_is_no_message(ravi: Phone) -> None:
    paper = ravi.send("collect", "Bharat", amount_paise=90_00, mode="cash")["id"]
    content = base64.b64encode(JPEG.ljust(MAX_BYTES + 1)).decode()
    command = {"do": "picture", "id": new_id("large"), "about_id": paper, "content": content}
    assert ravi.post("/v1/agent/command", {"command": command}).status_code == 400
    fits = base64.b64encode(JPEG.ljust(MAX_BYTES)).decode()
    assert ravi.send("picture", b"", about_id=paper, content=fits)["state"] == "done"


def test_promise_and_visit_are_the_agents(ravi: Phone) -> None:
    for _again in range(2):
        ravi.send("promise", "Bharat", amount_paise=70_00, promised_on="2026-11-24", note="salary")
        ravi.send("visit", "Asha Stores", outcome="shut", note="back at five")
    [promise] = ravi.shop.ask(Promises()).lines
    assert (promise.taker, promise.amount_paise, promise.note) == ("Ravi", 70_00, "salary")
    [visit] = ravi.shop.ask(Visits())
    assert (visit.agent, visit.outcome) == ("Ravi", "shut")
    day = ravi.told("/v1/agent/day")
    assert (day["promises_count"], day["visits"]) == (1, {"shut": 1})


def test_a_reminder_that_was_opened_is_told_to_all_who_might_remind_again(ravi: Phone) -> None:
    before = ravi.told("/v1/agent/round")
    for _again in range(3):
        told = ravi.send("remind", "Bharat", amount_paise=70_00, language="hi")
        assert (told["state"], told["number"]) == ("done", "")
    [line] = ravi.shop.ask(RemindersOpened())
    assert (line.agent, line.party, line.channel, line.language) == (
        "Ravi",
        "Bharat",
        "whatsapp",
        "hi",
    )
    known = dict(before["tags"])
    news = ravi.told("/v1/agent/changes", {"mark": before["mark"], "known": known})
    on = ravi.shop.today_on.isoformat()
    [party] = news["parties"]
    assert (party["name"], party["mobile"]) == ("Bharat", "9825012345")
    assert party["reminders"] == [
        {"on": on, "channel": "whatsapp", "amount_paise": 70_00, "by": "Ravi"}
    ]
    assert ravi.told("/v1/agent/day")["reminders_count"] == 1
    wrong = ravi.send("remind", "Bharat", amount_paise=70_00, on="2026-12-01")
    assert (wrong["state"], wrong["field"]) == ("refused", "on")


@pytest.mark.parametrize(("name", "is_at_once"), [("Ravi", False), ("Clerk", True)])
def test_a_phone_is_changed_by_who_may_and_asked_for_by_anybody_else(
    phone: Phone, name: str, is_at_once: bool
) -> None:
    phone.sign_in(name)
    said = {"phone": "098250 54321", "instead_of": "+919825012345"}
    answers = [phone.send("phone", "Bharat", **said) for _again in range(3)]
    assert [each["state"] for each in answers] == ["done"] * 3
    lines = phone.shop.ask(Attention())
    asked = [(each.matter, each.party, each.subject, each.values) for each in lines]
    waiting = (Matter.PHONE, "Bharat", "9825054321", ("+919825012345", name))
    assert asked == ([] if is_at_once else [waiting])
    card = phone.shop.ask(PartyCard(party_id=phone.shop.parties["Bharat"])).party
    assert card.phones == (("9825054321",) if is_at_once else ("+919825012345",))
    bad = phone.send("phone", "Bharat", phone="54321")
    assert (bad["state"], bad["code"], bad["field"]) == ("refused", "bad_input", "phone")


def test_a_refusal_says_why_and_writes_nothing(ravi: Phone) -> None:
    bill = ravi.told("/v1/agent/round")["parties"][0]["bills"][0]
    part = {"voucher_id": bill["voucher_id"], "n": bill["n"], "amount_paise": 10_00}
    cases: list[tuple[dict[str, Any], str, str, str]] = [
        ({"parts": [part]}, "bad_input", "bills", "no longer open"),
        ({"on": "2026-11-01"}, "refused", "on", "from "),
        ({"on": "2026-12-01"}, "bad_input", "on", ""),
    ]
    for said, code, field, sentence in cases:
        told = ravi.send("collect", "Bharat", amount_paise=20_00, mode="cash", **said)
        assert (told["state"], told["field"]) == ("refused", field), told
        assert (told["code"], sentence in told["sentence"]) == (code, True), told
        # A phone says it in its own language.
        assert filled_in(told["template"], told["values"]) == told["sentence"]
    assert receipts(ravi.shop) == []


def test_an_open_run_sheet_is_told_and_its_rows_end(ravi: Phone) -> None:
    sheet_id = _issue(ravi.shop, "Ravi", "Bharat", "Asha Stores")
    _issue(ravi.shop, "Meena", "Zaveri")
    [sheet] = ravi.told("/v1/agent/round")["sheets"]
    assert sheet["id"] == sheet_id.hex()
    rows = [(row["row"], row["expected_paise"], row["outcome"]) for row in sheet["rows"]]
    assert rows == [(1, 40_00, ""), (2, 40_00, "")]
    on_it = {"sheet_id": sheet_id.hex(), "sheet_row": 1}
    ravi.send("collect", "Bharat", amount_paise=30_00, mode="cash", **on_it)
    ravi.send("visit", "Bharat", outcome="part", **on_it)
    wrong = ravi.send("visit", "Asha Stores", outcome="shut", **on_it)
    assert (wrong["state"], wrong["field"]) == ("refused", "sheet")
    [sheet] = ravi.told("/v1/agent/round")["sheets"]
    told = [(row["outcome"], row["received_paise"]) for row in sheet["rows"]]
    assert told == [("part", 30_00), ("", 0)]


def _issue(shop: Shop, agent: str, *parties: str) -> FactId:
    rows = tuple(SheetRow(shop.parties[name], 40_00) for name in parties)
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        command = IssueRunSheet(
            fact_id=FactId(books.mint_id()), agent_id=shop.people[agent], rows=rows
        )
        books.run(command, by=shop.people["Owner"])
    return command.fact_id


def test_an_agent_signs_what_was_counted_in_and_nobody_elses(ravi: Phone) -> None:
    shop = ravi.shop
    meena = Phone(shop, ravi.http, device=b"M" * 32)
    meena.sign_in("Meena")
    for phone, party in ((ravi, "Bharat"), (meena, "Zaveri")):
        phone.send("collect", party, amount_paise=100_00, mode="cash")
    mine, theirs = (_count_in(shop, agent) for agent in ("Ravi", "Meena"))
    [line] = ravi.told("/v1/agent/day")["handovers"]
    assert (line["voucher_id"], line["counted_by"]) == (mine.hex(), "Clerk")
    assert (line["expected_paise"], line["counted_paise"]) == (100_00, 50_00)
    answers = [
        ravi.send(
            "sign", b"", id=new_id(voucher_id.hex()), voucher_id=voucher_id.hex(), is_agreed=True
        )
        for voucher_id in (theirs, VoucherId(NOBODY), mine, mine)
    ]
    assert [each["state"] for each in answers] == ["refused", "refused", "done", "done"]
    assert {**answers[0], "id": ""} == {**answers[1], "id": ""}
    assert ravi.told("/v1/agent/day")["handovers"] == []
    signed = {line.agent: line.is_agreed for line in shop.ask(Handovers())}
    assert signed == {"Ravi": True, "Meena": None}


def _count_in(shop: Shop, agent: str) -> VoucherId:
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        command = CountInCash(
            voucher_id=VoucherId(books.mint_id()),
            agent_id=shop.people[agent],
            counted=(Pieces(50, 1),),
        )
        books.run(command, by=shop.people["Clerk"])
    return command.voucher_id


def test_a_party_of_somebody_else_is_as_one_that_is_not_there(ravi: Phone) -> None:
    hidden = ravi.shop.parties["Zaveri"]
    cards = [ravi.post("/v1/agent/party", {"party_id": id_.hex()}) for id_ in (hidden, NOBODY)]
    assert [each.status_code for each in cards] == [404, 404]
    assert cards[0].content == cards[1].content
    sent: list[tuple[str, dict[str, Any]]] = [
        ("collect", {"amount_paise": 10_00, "mode": "cash"}),
        ("promise", {"amount_paise": 10_00, "promised_on": "2026-11-24"}),
        ("visit", {"outcome": "paid"}),
        ("note", {"note": "x"}),
        ("phone", {"phone": "98250 54321"}),
        ("remind", {"amount_paise": 10_00}),
    ]
    for do, said in sent:
        answers = [{**ravi.send(do, party_id, **said), "id": ""} for party_id in (hidden, NOBODY)]
        assert answers[0] == answers[1]
        assert answers[0]["state"] == "refused"
    everything = ravi.post("/v1/agent/round").text
    assert "Zaveri" not in everything
    assert hidden.hex() not in everything
    assert str(5_000_15) not in everything


def test_what_was_sent_before_the_party_went_is_answered_the_same(ravi: Phone) -> None:
    said = {"amount_paise": 10_00, "mode": "cash"}
    first = ravi.send("collect", "Bharat", **said)
    with ravi.shop.hq.office.firms.ordering(ravi.shop.firm_id) as books:
        ravi.shop.assign("Meena", (ravi.shop.parties["Bharat"],), books)
    assert ravi.send("collect", "Bharat", **said) == first
    assert len(receipts(ravi.shop)) == 1
    assert ravi.told("/v1/agent/day")["cash_paise"] == 10_00


MAY = {
    "Owner": {"collect", "promise", "visit", "note", "phone", "remind"},
    "Ravi": {"collect", "promise", "visit", "phone", "remind"},
    "Clerk": {"collect", "promise", "visit", "note", "phone", "remind"},
    "Auditor": set(),
}


@pytest.mark.parametrize("name", sorted(MAY))
def test_each_may_send_what_the_permissions_say(phone: Phone, name: str) -> None:
    phone.sign_in(name)
    sent: dict[str, dict[str, Any]] = {
        "collect": {"amount_paise": 10_00, "mode": "cash"},
        "promise": {"amount_paise": 10_00, "promised_on": "2026-11-24"},
        "visit": {"outcome": "paid"},
        "note": {"note": "x"},
        "phone": {"phone": "98250 54321"},
        "remind": {"amount_paise": 10_00},
    }
    done = {do for do, said in sent.items() if phone.send(do, "Bharat", **said)["state"] == "done"}
    assert done == MAY[name]


def test_nothing_is_told_to_who_has_not_signed_in(phone: Phone) -> None:
    asked: dict[str, Any] = {
        "party": {"party_id": NOBODY.hex()},
        "pictures": {"about_id": NOBODY.hex()},
        "command": {
            "command": {
                "do": "visit",
                "id": new_id("x"),
                "party_id": NOBODY.hex(),
                "outcome": "paid",
                "on": "2026-11-22",
            }
        },
    }
    for endpoint in ENDPOINTS:
        answer = phone.post(endpoint.path, asked.get(endpoint.verb))
        assert answer.status_code == 401, endpoint.path
    phone.sign_in("Ravi")
    for headers in ({"CollectIQ-Device": "00" * 32}, {"Authorization": "Bearer x"}):
        assert phone.post("/v1/agent/round", **headers).status_code == 401


def test_who_left_is_let_in_no_more(ravi: Phone) -> None:
    ravi.shop.hq.clock.move(ms=int(timedelta(minutes=11).total_seconds() * 1_000))
    assert ravi.post("/v1/agent/round").status_code == 401


@pytest.mark.parametrize(
    "command",
    [
        {"do": "collect", "amount_paise": 0},
        {"do": "collect", "amount_paise": 1.5},
        {"do": "collect", "mode": "gold"},
        {"do": "collect", "id": "short"},
        {"do": "steal"},
        {"do": "visit", "outcome": "' OR 1=1"},
        {"do": "remind", "amount_paise": 0},
        {"do": "remind", "channel": "pigeon"},
        {"do": "remind", "language": "h" * 21},
    ],
)
def test_what_is_no_command_is_no_message(ravi: Phone, command: dict[str, Any]) -> None:
    whole = {
        "id": new_id("bad"),
        "party_id": ravi.shop.parties["Bharat"].hex(),
        "amount_paise": 10_00,
        "mode": "cash",
        "on": "2026-11-22",
        **command,
    }
    answer = ravi.post("/v1/agent/command", {"command": whole})
    assert answer.status_code == 400
    assert receipts(ravi.shop) == []


def test_a_receipt_has_a_short_name_and_a_code_that_leads_back_to_it() -> None:
    voucher_id, firm_id = bytes(range(16)), b"F" * 16
    assert ref_of(bytes(12) + b"\xff\xff\xff\xff") == "ZZZZ-ZZ"
    code = code_of(firm_id, voucher_id)
    told = parsed_code(f"{code[:4]}-{code[4:]}".lower().replace("0", "o"))
    assert told is not None
    assert told[1] == voucher_id
    assert parsed_code("../../etc/passwd") is None
    assert parsed_code("Z" * len(code)) is None
