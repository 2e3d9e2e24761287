"""The shapes of machine output: a contract with the scripts of accountants, key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.interchange.samples import make_sample
from tests.cli_shop import Shop


def typed(found: object) -> object:
    """The object with each value replaced by its type; lists by their first member's."""
    if isinstance(found, dict):
        return {key: typed(value) for key, value in found.items()}
    if isinstance(found, list):
        return [typed(found[0])] if found else []
    return type(found)


def has(found: dict[str, Any], wanted: dict[str, object]) -> None:
    """The wanted keys are there with the wanted types; more keys are allowed."""
    shape = typed(found)
    assert isinstance(shape, dict)
    assert {key: shape[key] for key in wanted} == wanted


def test_outstanding(shop: Shop) -> None:
    found = shop.found("outstanding", "--as-of", "2026-11-22")
    assert list(found) == ["as_of_on", "total_paise", "parties"]
    party = found["parties"][0]
    assert list(party) == ["party", "code", "balance_paise", "on_account_paise", "bills"]
    assert party["bills"][0] == {
        "number": "SA01/26/000001",
        "bill_on": "2026-09-01",
        "due_on": "2026-10-01",
        "amount_paise": 1_000_000,
        "open_paise": 600_000,
        "overdue_days": 52,
        "age_days": 82,
    }
    assert party["bills"][1]["overdue_days"] == 0
    assert [(p["party"], p["balance_paise"]) for p in found["parties"]] == [
        ("Asha Stores", 1_100_000),
        ("Patel & Sons", -70_000),
        ("गणेश किराना", 120_050),
    ]
    assert found["as_of_on"] == "2026-11-22"
    assert found["total_paise"] == 1_150_050


def test_balance_is_bills_and_on_account(shop: Shop) -> None:
    shop.told("opening-bill", "--party", "PS", "--amount", "-300", "--number", "ADV/1")
    for party in shop.found("outstanding")["parties"]:
        open_paise = sum(bill["open_paise"] for bill in party["bills"])
        assert party["balance_paise"] == open_paise + party["on_account_paise"]
    advances = shop.found("bills", "PS")["bills"]
    assert [(bill["number"], bill["open_paise"]) for bill in advances] == [("ADV/1", -30_000)]


def test_ageing(shop: Shop) -> None:
    found = shop.found("ageing", "--slabs", "30,60")
    has(
        found,
        {
            "slabs": [int],
            "basis": str,
            "as_of_on": str,
            "total_paise": int,
            "rows": typed(found["rows"]),
        },
    )
    assert found["slabs"] == [30, 60]
    assert found["basis"] == "due"
    assert found["as_of_on"] == "2026-11-22"
    row = found["rows"][0]
    has(
        row,
        {"party": str, "buckets_paise": [int], "on_account_paise": int, "total_paise": int},
    )
    assert row["buckets_paise"] == [500_000, 0, 600_000, 0]
    assert found["total_paise"] == sum(row["total_paise"] for row in found["rows"])
    for row in found["rows"]:
        assert row["total_paise"] == sum(row["buckets_paise"]) + row["on_account_paise"]


def test_ageing_by_bill_date_on_a_past_day(shop: Shop) -> None:
    found = shop.found("ageing", "--by", "bill", "--slabs", "30", "--as-of", "30-9-26")
    assert found["basis"] == "bill"
    assert [(row["party"], row["buckets_paise"]) for row in found["rows"]] == [
        ("Asha Stores", [1_000_000, 0])
    ]


def test_statement(shop: Shop) -> None:
    found = shop.found("statement", "--party", "AS")
    has(
        found,
        {
            "party": str,
            "from_on": str,
            "to_on": str,
            "opening_paise": int,
            "closing_paise": int,
            "lines": [
                {
                    "on": str,
                    "kind": str,
                    "number": str,
                    "particulars": str,
                    "debit_paise": int,
                    "credit_paise": int,
                    "balance_paise": int,
                }
            ],
        },
    )
    assert (found["from_on"], found["to_on"]) == ("2026-04-01", "2026-11-22")
    assert [(line["kind"], line["balance_paise"]) for line in found["lines"]] == [
        ("sales_invoice", 1_000_000),
        ("receipt", 600_000),
        ("sales_invoice", 1_100_000),
    ]
    assert found["closing_paise"] == 1_100_000


def test_statement_of_a_period_opens_with_what_was_before(shop: Shop) -> None:
    found = shop.found("statement", "--party", "AS", "--from", "1-10-26", "--to", "31-10-26")
    assert found["opening_paise"] == 1_000_000
    assert [line["credit_paise"] for line in found["lines"]] == [400_000]
    assert found["closing_paise"] == 600_000


def test_import(shop: Shop, tmp_path: Path) -> None:
    sample = make_sample(shop.clock.today_on())
    file = tmp_path / "masters.xml"
    file.write_bytes(sample.masters_utf8)
    found = shop.found("import", "--accept-company", "--dry-run", str(file))
    has(
        found,
        {"batch": type(None), "dry_run": bool, "read": int, "accepted": int, "new": int}
        | {"unchanged": int, "debit_paise": int, "credit_paise": int, "rejected": []},
    )
    assert found["dry_run"] is True
    written = shop.found("import", "--accept-company", str(file))
    assert len(bytes.fromhex(written["batch"])) == 16
    assert written["new"] == found["new"] == written["read"]
    again = shop.found("import", "--accept-company", str(file))
    assert (again["new"], again["unchanged"]) == (0, found["new"])


def test_import_lists_what_is_not_counted(shop: Shop, tmp_path: Path) -> None:
    sample = make_sample(shop.clock.today_on())
    files = [tmp_path / "m.xml", tmp_path / "d.xml"]
    files[0].write_bytes(sample.masters_utf8)
    files[1].write_bytes(sample.daybook_utf8)
    found = shop.found("import", "--accept-company", *map(str, files))
    assert found["not_counted"]
    assert all(set(one) == {"number", "reason"} for one in found["not_counted"])
    assert found["read"] == found["accepted"] + len(found["not_counted"]) + len(found["rejected"])


def test_import_lists_what_is_rejected(shop: Shop, tmp_path: Path) -> None:
    sheet, mapping = tmp_path / "bills.csv", tmp_path / "bills.json"
    sheet.write_text(
        "Party,Bill,Date,Amount\nAsha Stores,7,1-4-2026,100\nAsha Stores,8,soon,100\n",
        encoding="utf-8",
    )
    shop.told("import", str(sheet), "--suggest-mapping", str(mapping))
    found = shop.found("import", str(sheet), "--mapping", str(mapping), "--dry-run")
    assert found["read"] == found["accepted"] + 1
    assert [set(one) for one in found["rejected"]] == [{"where", "reason"}]
    assert "row 3" in found["rejected"][0]["where"]


def test_parties(shop: Shop) -> None:
    found = shop.found("parties")
    assert list(found) == ["parties"]
    has(found["parties"][0], {"party": str, "code": str, "balance_paise": int})
    assert [(p["code"], p["balance_paise"]) for p in found["parties"]] == [
        ("AS", 1_100_000),
        ("PS", -70_000),
        ("GK", 120_050),
    ]


def test_verify(shop: Shop) -> None:
    found = shop.found("verify")
    assert list(found) == ["ok", "facts", "checks"]
    assert found["ok"] is True
    assert found["facts"] == 9
    assert [set(check) for check in found["checks"]] == [{"name", "ok", "detail"}] * 7


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("receipt", "--party", "AS", "--amount", "1"), {"on_account_paise", "bills"}),
        (("invoice", "--party", "AS", "--amount", "1"), {"due_on", "bill_on"}),
        (("credit-note", "--party", "AS", "--amount", "1"), {"bills"}),
        (("debit-note", "--party", "AS", "--amount", "1"), {"due_on"}),
        (("payment", "--party", "PS", "--amount", "1"), set()),
        (("contra", "--amount", "1"), set()),
        (("opening-bill", "--party", "AS", "--amount", "1", "--number", "X"), {"due_on"}),
        (("journal", "--debit", "bad_debts=1", "--credit", "party:AS=1"), {"bills"}),
    ],
)
def test_every_posting_verb_has_one_shape(
    shop: Shop, words: tuple[str, ...], keys: set[str]
) -> None:
    found = shop.found(*words)
    common = {"id", "kind", "number", "on", "party", "code", "amount_paise", "settled_paise"}
    assert set(found) >= common | keys | {"balance_paise", "is_new", "verify_code"}
    assert found["amount_paise"] == 100
    assert found["on"] == "2026-11-22"
    assert len(bytes.fromhex(found["id"])) == 16


def test_reports_of_what_happened(shop: Shop) -> None:
    vouchers = shop.found("daybook")["vouchers"]
    assert [v["number"][:4] for v in vouchers] == ["SA01", "RA01", "RA01", "SA01", "SA01"]
    assert all(isinstance(v["amount_paise"], int) for v in vouchers)
    register = shop.found("register")
    assert register["total"]["received_paise"] == 470_000
    assert {each["mode"]: each["received_paise"] for each in register["by_mode"]} == {
        "cash": 400_000,
        "upi": 70_000,
    }
    trial = shop.found("trial-balance")
    assert trial["difference_paise"] == 0
    assert trial["debit_paise"] == trial["credit_paise"] == 1_620_050
    assert trial["accounts"][0]["code"] == "debtors"


def test_one_object_and_nothing_else(shop: Shop) -> None:
    for verb in ("parties", "outstanding", "ageing", "daybook", "register", "trial-balance"):
        run = shop.run(verb, "--json")
        assert run.found
        assert run.err == ""
