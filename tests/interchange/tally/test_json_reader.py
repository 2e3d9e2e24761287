from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.interchange.tally_text import findings, read_text

LEDGERS: list[dict[str, Any]] = [
    {"metadata": {"type": "Ledger", "name": "Asha Stores"}, "parent": "Sundry Debtors"},
    {"metadata": {"type": "Ledger", "name": "Sales"}, "parent": "Sales Accounts"},
]
VOUCHER: dict[str, Any] = {
    "metadata": {"type": "Voucher", "vchtype": "Sales", "remoteid": "g-1"},
    "date": "20260405",
    "vouchertypename": "Sales",
    "vouchernumber": "S/1",
    "taxclass": "\u0004 Not Applicable",
    "iscancelled": False,
    "alterid": 12,
    "allledgerentries": [
        {
            "ledgername": "Asha Stores",
            "isdeemedpositive": True,
            "amount": "-₹ 1000.50",
            "billallocations": [
                {"name": "S/1", "billtype": "New Ref", "amount": "-1000.50", "billcreditperiod": ""}
            ],
        },
        {"ledgername": "Sales", "isdeemedpositive": False, "amount": "1000.50"},
    ],
}


def test_file_form(tmp_path: Path) -> None:
    text = json.dumps({"tallymessage": [*LEDGERS, VOUCHER]}, ensure_ascii=False, indent=1)
    for content in (text.encode(), b"\xff\xfe" + text.encode("utf-16-le")):
        reading = read_text(tmp_path, content)
        assert findings(reading) == []
        (row,) = reading.vouchers
        assert [posting.amount_paise for posting in row.postings] == [100_050, -100_050]
        assert (row.origin_key, row.change) == ("tally:g-1", "a12")
        assert row.where.startswith("file1.xml, line 1")


def test_reply_form_with_typed_values(tmp_path: Path) -> None:
    party = {
        "metadata": {"type": "Ledger", "name": "Asha Stores", "reservedname": ""},
        "parent": {"type": "String", "value": "Sundry Debtors"},
        "openingbalance": {"type": "Amount", "value": "-243900.00"},
        "isbillwiseon": {"type": "Logical", "value": True},
        "languagename": [
            {"name": [{"metadata": True, "type": "String"}, "Asha Stores", "आशा स्टोर्स"]}
        ],
    }
    reply = {"status": "1", "data": {"collection": [party]}}
    (row,) = read_text(tmp_path, json.dumps(reply)).parties
    assert (row.opening_paise, row.aliases, row.is_bill_wise) == (24_390_000, ("आशा स्टोर्स",), True)


@pytest.mark.parametrize(
    ("reply", "finding"),
    [
        ({"status": "0", "data": {"line_error": "Could not set company"}}, "failure_reply"),
        ({"status": "1", "data": {"import_result": {"created": 1, "errors": 0}}}, "import_reply"),
        ({"status": "1", "data": {"collection": []}}, "nothing_to_import"),
        ({"tallymessage": []}, "nothing_to_import"),
        ({"parties": []}, "not_tally"),
    ],
)
def test_replies_that_hold_no_books(tmp_path: Path, reply: dict[str, Any], finding: str) -> None:
    reading = read_text(tmp_path, json.dumps(reply))
    assert [one.finding.value for one in reading.complaints] == [finding]


def test_every_cut_is_refused(tmp_path: Path) -> None:
    text = json.dumps({"tallymessage": [*LEDGERS, VOUCHER]})
    for cut in range(1, len(text), 29):
        reading = read_text(tmp_path, text[:cut])
        assert len(reading.refusals) == 1, cut
        assert reading.refusals[0].finding.value in {"truncated_file", "malformed_json"}


def test_damaged_json(tmp_path: Path) -> None:
    reading = read_text(tmp_path, '{"tallymessage": [{"a": 1} oops ]}')
    assert [one.finding.value for one in reading.refusals] == ["malformed_json"]
