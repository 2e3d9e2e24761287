"""The first running main job, as separate processes: import, receipt, statement, proof."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from collectiq_desktop.app import SystemClock
from collectiq_desktop.interchange.samples import make_sample
from tests.cli_shop import FOLDERS
from tests.conftest import ROOT


def said(folder: Path, *words: str) -> dict[str, Any]:
    """What the program answers, which must be fine."""
    env = {**os.environ, **{name: str(folder / name.lower()) for name in FOLDERS}}
    command = [sys.executable, "-m", "collectiq_desktop", *words, "--json"]
    run = subprocess.run(
        [*command, "--books", str(folder / "shop.collectiq")],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_thin_line(tmp_path: Path) -> None:
    sample = make_sample(SystemClock().today_on())
    files = [tmp_path / "Master.xml", tmp_path / "DayBook.xml"]
    files[0].write_bytes(sample.masters_utf16)
    files[1].write_bytes(sample.daybook_utf16)

    said(tmp_path, "init", "--firm", "Navrang Kirana Wholesale", "--vpa", "navrang@upi")
    imported = said(tmp_path, "import", *map(str, files))
    before = said(tmp_path, "outstanding")
    assert before["total_paise"] == imported["debit_paise"] - imported["credit_paise"]

    party = max(before["parties"], key=lambda each: int(each["balance_paise"]))
    receipt = said(
        *(tmp_path, "receipt", "--party", party["code"], "--amount", "1,000", "--mode", "upi"),
        *("--reference", "612345678901", "--pdf", str(tmp_path / "receipt.pdf"), "--paper", "80mm"),
    )
    assert receipt["balance_paise"] == party["balance_paise"] - 100_000

    pdf = tmp_path / "statement.pdf"
    statement = said(tmp_path, "statement", "--party", party["code"], "--pdf", str(pdf))
    assert statement["closing_paise"] == receipt["balance_paise"]
    assert statement["lines"][-1]["number"] == receipt["number"]
    assert pdf.read_bytes().startswith(b"%PDF-")

    assert said(tmp_path, "verify")["ok"] is True
    assert said(tmp_path, "rebuild")["ok"] is True
    assert said(tmp_path, "outstanding")["total_paise"] == before["total_paise"] - 100_000
