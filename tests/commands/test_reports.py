"""Reports as people read them, and the files of a statement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli_shop import Shop


def test_outstanding_for_people(shop: Shop) -> None:
    lines = shop.told("outstanding", "--as-of", "22-11-26")
    assert lines[0] == "Outstanding on 22-11-2026"
    assert lines[-1] == "Total 11,500.50 Dr, 3 parties"
    assert "Bills 0.00, on account 700.00 Cr: balance 700.00 Cr" in lines
    bill = next(line for line in lines if line.startswith("SA01/26/000001"))
    assert bill.split() == [
        "SA01/26/000001",
        "01-09-2026",
        "01-10-2026",
        *["10,000.00", "6,000.00", "52", "82"],
    ]


def test_ageing_for_people(shop: Shop) -> None:
    lines = shop.told("ageing")
    assert lines[0] == "Ageing by due date, on 22-11-2026, in days"
    assert lines[2].split() == [
        "Party",
        "Not",
        "due",
        *["1–30", "31–60", "61–90", "91–120", ">120", "On", "account", "Total"],
    ]
    assert lines[-1].split()[-1] == "11,500.50"
    assert "Slabs" not in lines
    assert "rise" in shop.refused("ageing", "--slabs", "60,30")


def test_reports_of_one_beat(shop: Shop) -> None:
    assert shop.found("outstanding", "--beat", "North")["total_paise"] == 120_050
    assert [row["code"] for row in shop.found("ageing", "--beat", "North")["rows"]] == ["GK"]


def test_daybook_of_a_day_a_period_and_a_party(shop: Shop) -> None:
    assert len(shop.found("daybook", "--on", "2026-11-20")["vouchers"]) == 1
    assert len(shop.found("daybook", "--from", "1-10-26", "--to", "31-10-26")["vouchers"]) == 1
    assert len(shop.found("daybook", "--party", "AS")["vouchers"]) == 3
    assert shop.told("daybook", "--on", "1-4-26") == ["Day book of 01-04-2026", "", "No voucher."]
    assert "Either --on".lower() in shop.refused("daybook", "--on", "1", "--to", "2").lower()
    assert "before it begins" in shop.refused("daybook", "--from", "2-4-26", "--to", "1-4-26")


def test_daybook_shows_what_was_cancelled_and_does_not_count_it(shop: Shop) -> None:
    shop.told("cancel", "SA01/26/000003", "--reason", "Wrong party")
    lines = shop.told("daybook")
    assert any("SA01/26/000003" in line and "cancelled" in line for line in lines)
    assert "Sales invoice: 2, 15,000.00" in lines


def test_register_for_people(shop: Shop) -> None:
    shop.told("receipt", "--party", "AS", "--amount", "90", "--discount", "10")
    lines = shop.told("register")
    assert lines[0] == "Receipts"
    assert "cash: 2, 4,090.00" in lines
    assert "upi: 1, 700.00" in lines
    assert shop.told("register", "--on", "1-4-26")[-1] == "No receipt."
    assert [r["code"] for r in shop.found("register", "--party", "PS")["receipts"]] == ["PS"]


def test_trial_balance_for_people(shop: Shop) -> None:
    lines = shop.told("trial-balance", "--as-of", "30-9-26")
    assert lines[0] == "Trial balance on 30-09-2026"
    assert "It closes." in lines[-1]
    assert lines[-3].split() == ["10,000.00", "10,000.00"]


def test_statement_for_people(shop: Shop) -> None:
    lines = shop.told("statement", "--party", "asha")
    assert lines[:2] == [
        "Shree Test Wholesale",
        "Statement of Asha Stores (AS), 01-04-2026 to 22-11-2026",
    ]
    assert "Bills 11,000.00 Dr, on account 0.00: balance 11,000.00 Dr" in lines
    assert lines[-1] == "Overdue 6,000.00"
    short = shop.told("statement", "--party", "AS", "--form", "outstanding")
    assert not any("Opening" in line for line in short)
    assert any("SA01/26/000002" in line for line in short)


@pytest.mark.parametrize("paper", ["A4", "A5", "80mm", "58mm"])
def test_statement_on_every_paper(shop: Shop, paper: str) -> None:
    place = shop.folder / "s.pdf"
    shop.told("statement", "--party", "गणेश", "--pdf", str(place), "--paper", paper)
    assert place.read_bytes().startswith(b"%PDF-")


def test_statement_as_sheets(shop: Shop) -> None:
    places = {kind: shop.folder / f"s.{kind}" for kind in ("xlsx", "csv")}
    words = [word for kind, place in places.items() for word in (f"--{kind}", str(place))]
    found = shop.found("statement", "--party", "AS", *words, "--language", "hi")
    assert found["files"] == [str(place) for place in places.values()]
    assert places["xlsx"].read_bytes().startswith(b"PK")
    text = places["csv"].read_text(encoding="utf-8-sig")
    assert "SA01/26/000001" in text
    assert "11000.00" in text


def test_a_statement_without_a_place_is_refused(shop: Shop) -> None:
    place = shop.folder / "none" / "s.pdf"
    assert "is not there" in shop.refused("statement", "--party", "AS", "--pdf", str(place))


def test_verify_and_rebuild_for_people(shop: Shop) -> None:
    assert shop.told("rebuild") == ["shop.collectiq was made anew from its 9 facts."]
    lines = shop.told("verify")
    assert all(line.startswith("ok") for line in lines[:-2])
    assert len(shop.told("verify", "--quick")) == len(lines) - 1


def test_tour_shows_the_whole_job(new_shop: Shop) -> None:
    folder = new_shop.folder / "demo"
    run = new_shop.bare("demo-tour", "--folder", str(folder))
    assert run.code == 0, run.err
    lines = run.lines
    assert sum(line.startswith("$ collectiq ") for line in lines) == 22
    assert sum(line.startswith("$ collectiq-server ") for line in lines) == 4
    assert any("/a/?firm=" in line and "on their phones" in line for line in lines)
    assert any("at the first counter and at the second" in line for line in lines)
    assert any("run sheets, " in line and " under way" in line for line in lines)
    assert any("Agents' cash was counted in" in line for line in lines)
    assert any(line.startswith("  Promises: ") for line in lines)
    assert any(line.startswith("  Cheques: ") for line in lines)
    names = {path.name for path in folder.iterdir()}
    assert names >= {"Master.xml", "DayBook.xml", "navrang.collectiq", "receipt.pdf"}
    assert names >= {"statement.pdf", "statement.xlsx", "statement-hindi.pdf"}
    assert names >= {"second-counter.collectiq", "head-office"}
    assert (folder / "statement-hindi.pdf").read_bytes().startswith(b"%PDF-")
    again = new_shop.bare("demo-tour", "--folder", str(folder), "--json")
    assert json.loads(again.out)["steps"][-1]["answer"]["ok"] is True


def test_tour_spares_a_folder_of_somebody_else(new_shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    run = new_shop.bare("demo-tour", "--folder", str(tmp_path / "mine"))
    assert run.code == 1
    assert "holds other files" in run.err
    assert (tmp_path / "mine" / "letter.txt").exists()
