"""A party of somebody else is nowhere for an agent: in what is told, and in the work that is done.

Times of answers are compared by what is worked for them, statement by
statement, since a clock on a busy machine proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.sync_server.headquarters import Headquarters
from tests.sync_server.phones import Phone, Shop, new_id, served

NOWHERE = b"?" * 16
_LITERAL = re.compile(r"X'[0-9a-f]{32}'|'\\\\x[0-9a-f]{32}'")

SENT: list[tuple[str, dict[str, Any]]] = [
    ("collect", {"amount_paise": 10_00, "mode": "cash"}),
    ("collect", {"amount_paise": 10_00, "mode": "cheque", "reference": "1", "parts": []}),
    ("promise", {"amount_paise": 10_00, "promised_on": "2026-11-24"}),
    ("visit", {"outcome": "paid"}),
    ("note", {"note": "x"}),
    ("phone", {"phone": "98250 54321"}),
]


@pytest.fixture(scope="module")
def ravi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    hq = Headquarters(tmp_path_factory.mktemp("unassigned"))
    shop = Shop(hq)
    with served(shop) as http:
        phone = Phone(shop, http)
        assert phone.sign_in("Ravi").status_code == 200
        yield phone
    hq.close()


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the server asks its books, and how many values it gives, while an answer is made."""
    told: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        told.append(f"{len(values)} {_LITERAL.sub('ID', statement)}")

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def work_for(phone: Phone, path: str, asked: Any) -> tuple[list[str], Any]:
    with statements() as told:
        answer = phone.post(path, asked)
    return told, answer


def command_of(do: str, party_id: bytes, said: dict[str, Any], phone: Phone) -> Any:
    command = {"do": do, "id": new_id(do, party_id.hex(), repr(said)), **said}
    command["party_id"] = party_id.hex()
    if do != "note":
        command["on"] = phone.shop.today_on.isoformat()
    return {"command": command}


def test_a_card_takes_the_same_work_for_a_hidden_party_as_for_none(ravi: Phone) -> None:
    hidden = ravi.shop.parties["Zaveri"]
    ravi.told("/v1/agent/round")
    found = [
        work_for(ravi, "/v1/agent/party", {"party_id": id_.hex()}) for id_ in (hidden, NOWHERE)
    ]
    assert found[0][0] == found[1][0]
    assert len(found[0][0]) > 5
    assert found[0][1].content == found[1][1].content
    assert found[0][1].headers.items() == found[1][1].headers.items()


@pytest.mark.parametrize(("do", "said"), SENT)
def test_a_command_takes_the_same_work_for_a_hidden_party_as_for_none(
    ravi: Phone, do: str, said: dict[str, Any]
) -> None:
    hidden = ravi.shop.parties["Zaveri"]
    work_for(ravi, "/v1/agent/command", command_of(do, b"!" * 16, said, ravi))
    found = [
        work_for(ravi, "/v1/agent/command", command_of(do, id_, said, ravi))
        for id_ in (hidden, NOWHERE)
    ]
    assert found[0][0] == found[1][0]
    told = [{**answer.json(), "id": ""} for _work, answer in found]
    assert told[0] == told[1]
    assert told[0]["state"] == "refused"


@pytest.mark.parametrize("of", ["bill", "receipt"])
def test_the_id_of_a_hidden_voucher_is_one_that_nobody_has(ravi: Phone, of: str) -> None:
    """Set against a bill of somebody else, or sent under the id of a receipt that is there."""
    shop = ravi.shop
    meena = Phone(shop, ravi.http, device=b"M" * 32)
    meena.sign_in("Meena")
    hidden = meena.told("/v1/agent/round")["parties"][0]
    theirs = meena.send("collect", "Zaveri", amount_paise=5_00, mode="cash")["id"]
    mine = shop.parties["Bharat"]
    answers = []
    for id_ in (hidden["bills"][0]["voucher_id"] if of == "bill" else theirs, NOWHERE.hex()):
        said: dict[str, Any] = {"amount_paise": 10_00, "mode": "cash"}
        asked = command_of("collect", mine, said, ravi)
        if of == "bill":
            asked["command"]["parts"] = [{"voucher_id": id_, "n": 1, "amount_paise": 10_00}]
            asked["command"]["id"] = new_id(of, id_)
        else:
            asked["command"]["id"] = id_
        answer = ravi.post("/v1/agent/command", asked).json()
        answers.append({**answer, "id": "", "number": "", "ref": ""})
    assert answers[0] == answers[1]
    assert answers[0]["state"] == ("refused" if of == "bill" else "done")


def test_nothing_that_is_told_holds_anything_of_it(ravi: Phone) -> None:
    shop = ravi.shop
    meena = Phone(shop, ravi.http, device=b"N" * 32)
    meena.sign_in("Meena")
    theirs = meena.told("/v1/agent/round")["parties"][0]
    shown = [theirs["name"], theirs["id"], str(theirs["balance_paise"])]
    for bill in theirs["bills"]:
        shown += [bill["voucher_id"], bill["number"]]
    for path in ("/v1/agent/round", "/v1/agent/changes", "/v1/agent/day"):
        text = ravi.post(path).text
        assert not [each for each in shown if each in text], path


def test_the_mark_does_not_say_how_much_happens_in_the_firm(ravi: Phone) -> None:
    mark = ravi.told("/v1/agent/round")["mark"]
    assert re.fullmatch("[0-9a-f]{32}", mark)
    ravi.send("visit", "Bharat", outcome="shut")
    after = ravi.told("/v1/agent/round")["mark"]
    alike = sum(one == other for one, other in zip(mark, after, strict=True))
    assert alike < 16, "one more fact must change the mark as a whole"
