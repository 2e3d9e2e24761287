"""`collectiq risk`: scores, reasons, learning and trying, as people and scripts get them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli_shop import Shop
from tests.intelligence.firms import usual_firm

HEAD = "Shop,Bill day,Due day,Sum,Paid day\n"


@pytest.fixture
def trading(shop: Shop) -> Shop:
    """The shop after a year in which one party paid late and one on time."""
    for number in range(10):
        on = date(2025, 12, 1) + timedelta(days=30 * number)
        for code, days in (("AS", 55), ("PS", 28)):
            paid_on = on + timedelta(days=days)
            shop.clock.set_today(on)
            shop.told(
                "invoice", "--party", code, "--amount", "1,000", "--due", str(on + timedelta(30))
            )
            shop.clock.set_today(paid_on)
            shop.told("receipt", "--party", code, "--amount", "1,000")
    shop.clock.set_today(date(2026, 11, 22))
    return shop


def test_a_new_shop_has_ageing_only(shop: Shop) -> None:
    found = shop.found("risk", "score")
    assert found["basis"] == "ageing"
    assert {each["score"] for each in found["parties"]} == {None}
    assert "ageing only" in shop.told("risk", "score")[1]


def test_scores_for_scripts_and_people(trading: Shop) -> None:
    found = trading.found("risk", "score")
    assert (found["basis"], found["over_days"], found["within_days"]) == ("habits", 30, 60)
    score = {each["code"]: each for each in found["parties"]}
    assert score["AS"]["score"] > score["PS"]["score"]
    assert score["AS"]["category"] in {"watch", "risky"}
    assert [each["days"] for each in found["forecast"]] == [7, 15, 30]
    lines = trading.told("risk", "score")
    assert lines[0] == "Risk on 22-11-2026"
    assert lines[6].startswith("Asha Stores")


def test_a_past_day_is_scored_by_what_was_known_then(trading: Shop) -> None:
    then = trading.found("risk", "score", "--as-of", "2026-03-01")
    assert then["as_of_on"] == "2026-03-01"
    assert then["basis"] == "ageing"


def test_a_score_is_explained_by_bills(trading: Shop) -> None:
    found = trading.found("risk", "explain", "AS", "--cleared", "1000")
    kinds = {reason["kind"] for reason in found["reasons"]}
    assert "late_habit" in kinds or "overdue" in kinds
    named = {number for reason in found["reasons"] for number in reason["bills"]}
    assert all(number.startswith("SA01/") for number in named)
    assert found["what_if"]["score_then"] <= found["what_if"]["score"]
    assert {bill["number"] for bill in found["bills"]} & named
    assert trading.told("risk", "explain", "AS")[0].startswith("Asha Stores (AS): score ")
    assert "Which party?" in trading.refused("risk", "explain")


def test_learning_says_why_habits_must_do(trading: Shop) -> None:
    found = trading.found("risk", "train")
    assert {task["reason"] for task in found["tasks"].values()} == {"small"}
    assert "payment habits only" in trading.told("risk", "train")[1]
    assert trading.found("risk", "train", "--roll-back") == {"version": 1}
    assert "no earlier version" in trading.refused("risk", "train", "--roll-back")
    assert trading.found("risk", "train", "--when-due")["is_due"] is False


def _sheet(folder: Path, rows: int | None = None) -> tuple[Path, Path]:
    bills = usual_firm(parties=6)[:rows]
    sheet, mapping = folder / "bills.csv", folder / "mapping.json"
    lines = [
        ",".join(
            (
                bill.party,
                date.fromordinal(bill.bill_on).isoformat(),
                date.fromordinal(bill.due_on).isoformat(),
                f"{bill.amount_paise / 100:.2f}",
                date.fromordinal(bill.paid_on).isoformat() if bill.paid_on else "",
            )
        )
        for bill in bills
    ]
    sheet.write_text(HEAD + "\n".join([*lines, lines[0], "x,y,z,1,2"]) + "\n", encoding="utf-8")
    columns = dict(
        zip(("party", "on", "due_on", "amount", "settled_on"), HEAD.strip().split(","), strict=True)
    )
    told = {
        "source": "test",
        "kind": "invoices_with_settlement",
        "columns": columns,
        "date_order": "ymd",
    }
    mapping.write_text(json.dumps(told), encoding="utf-8")
    return sheet, mapping


def test_a_sheet_is_tried_with_the_plain_rules_as_the_bar(shop: Shop, tmp_path: Path) -> None:
    sheet, mapping = _sheet(tmp_path)
    run = shop.run("risk", "evaluate", str(sheet), "--mapping", str(mapping), "--json")
    assert run.code == 0, run.err
    assert "Rows left out: 2." in run.err
    rows = run.found["rows"]
    assert {row["test"].partition(", ")[0] for row in rows} == {"bills"}
    wanted = {"test", "naive", "curves", "figure", "bar", "met", "low", "high"}
    assert all(wanted <= set(row) for row in rows)
    late = next(row for row in rows if row["test"] == "bills, late > 7 at issue, AUC")
    assert late["bar"] == late["naive"]
    assert late["figure"] > 0.6


def test_a_sheet_without_a_mapping_is_refused(shop: Shop, tmp_path: Path) -> None:
    sheet, mapping = _sheet(tmp_path, 5)
    assert "Which column is what?" in shop.refused("risk", "evaluate", str(sheet))
    mapping.write_text('{"source": "x", "kind": "receipts", "columns": {}}', encoding="utf-8")
    assert shop.run("risk", "evaluate", str(sheet), "--mapping", str(mapping)).code == 1
    assert "There is no file" in shop.refused("risk", "evaluate", str(tmp_path / "none.csv"))


def test_a_sheet_that_tells_nothing_is_refused(shop: Shop, tmp_path: Path) -> None:
    sheet, mapping = _sheet(tmp_path)
    trying = ("risk", "evaluate", str(sheet), "--mapping")
    assert "There is no mapping file" in shop.refused(*trying, str(tmp_path / "none.json"))
    titles = sheet.read_text(encoding="utf-8").splitlines()[0]
    sheet.write_text(f"{titles}\n", encoding="utf-8")
    assert "no bills below its titles" in shop.refused(*trying, str(mapping))
    sheet.write_text(f"{titles}\nA,2026-13-01,,5,\nB,x,,5,\n", encoding="utf-8")
    assert "Of 2 rows 2 cannot be read" in shop.refused(*trying, str(mapping))


def test_what_is_too_short_to_be_tried_is_not_called_missed(shop: Shop, tmp_path: Path) -> None:
    sheet, mapping = _sheet(tmp_path, 3)
    lines = shop.told("risk", "evaluate", str(sheet), "--mapping", str(mapping))
    assert any(line.startswith("Not tried, for the history is too short") for line in lines)


def test_the_books_themselves_are_tried(trading: Shop) -> None:
    rows = trading.found("risk", "evaluate")["rows"]
    assert [row["test"] for row in rows][-1].endswith("skill")
    late = next(row for row in rows if row["test"].endswith("late > 7 at issue, AUC"))
    assert late["cases_count"] > 4
