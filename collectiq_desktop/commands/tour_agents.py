"""What the tour says of agents' work: one sentence for each list of collecting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from collectiq_desktop.core.domain.money import format_inr

_Found = Mapping[str, Any]


def _run_sheets(found: _Found) -> str:
    sheets = found["run_sheets"]
    open_count = sum(sheet["closed_on"] is None for sheet in sheets)
    came, expected = (
        format_inr(sum(sheet[name] for sheet in sheets))
        for name in ("received_paise", "expected_paise")
    )
    return f"{len(sheets)} run sheets, {open_count} under way: {came} came of {expected} expected."


def _visits(found: _Found) -> str:
    return f"{len(found['visits'])} visits: {_counted(found['visits'], 'outcome')}."


def _promises(found: _Found) -> str:
    return f"Promises: {_counted(found['promises'], 'state')}."


def _cheques(found: _Found) -> str:
    return f"Cheques: {_counted(found['cheques'], 'state')}."


def _cash(found: _Found) -> str:
    handovers = found["cash_hand_overs"]
    short = format_inr(sum(each["short_paise"] for each in handovers))
    return f"Agents' cash was counted in {len(handovers)} times and was {short} short."


TOLD_OF_AGENTS: Mapping[str, Callable[[_Found], str]] = {
    "run-sheets": _run_sheets,
    "visits": _visits,
    "promises": _promises,
    "cheques": _cheques,
    "cash": _cash,
}


def _counted(rows: list[dict[str, Any]], name: str) -> str:
    counts = Counter(str(row[name]).replace("_", " ") for row in rows)
    return ", ".join(f"{count} {word}" for word, count in sorted(counts.items()))
