"""`collectiq` as a program: exit codes, one object, quiet pipes, reports of bugs, a quick start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from collectiq_desktop.commands import upkeep
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.grammar import options_of, parser
from tests.cli_shop import FOLDERS, Shop
from tests.conftest import ROOT

HEAVY = ("sqlalchemy", "typst", "tqdm", "python_calamine", "xlsxwriter", "msgspec")


@pytest.fixture
def shop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shop:
    return Shop(tmp_path, capsys, monkeypatch)


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    env = {**os.environ, **{name: str(folder / name.lower()) for name in FOLDERS}}
    return subprocess.Popen(
        [sys.executable, "-m", "collectiq_desktop", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_verb_a_window_needs_a_screen(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    run = shop.bare()
    assert (run.code, run.out) == (1, "")
    assert "no screen here" in run.err


@pytest.mark.parametrize("words", [("fly",), ("receipt",), ("parties", "--fly"), ("cancel", "1")])
def test_wrong_usage_is_2(shop: Shop, words: tuple[str, ...]) -> None:
    run = shop.bare(*words)
    assert (run.code, run.out) == (2, "")
    assert "usage: collectiq" in run.err


def test_help_and_version_are_fine(shop: Shop) -> None:
    assert shop.bare("--help").code == 0
    assert "Exit codes: 0 fine, 1 refused" in shop.bare("--help").out
    assert shop.bare("--version").out.startswith("CollectIQ ")
    assert "--party" in shop.bare("receipt", "--help").out


def test_books_and_json_may_stand_before_or_after_the_verb(shop: Shop) -> None:
    shop.run("init", "--firm", "X")
    before = shop.bare("--json", "--books", str(shop.path), "parties")
    after = shop.bare("parties", "--books", str(shop.path), "--json")
    assert before.found == after.found == {"parties": []}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom collectiq_desktop.cli import main\n"
        "main(['--help'])\n"
        f"sys.exit(str([name for name in {HEAVY!r} if name in sys.modules] or ''))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stderr.strip() in {"", "[]"}


def test_a_report_loads_no_typesetter(shop: Shop) -> None:
    shop.run("init", "--firm", "X")
    code = (
        "import sys\nfrom collectiq_desktop.cli import main\n"
        f"main(['ageing', '--books', {str(shop.path)!r}])\n"
        "sys.exit(str([n for n in ('typst', 'xlsxwriter', 'rapidfuzz') if n in sys.modules]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stderr.strip() == "[]"


def test_a_bug_is_a_sentence_and_a_report_without_names(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_call: Call) -> Answer:
        name = "Asha Stores"
        raise LookupError(f"{name} 98250 11111 is nowhere")

    monkeypatch.setattr(upkeep, "verify", stumble)
    run = shop.run("verify", "--json")
    assert run.code == 1
    assert "should not have" in run.found["error"]["message"]
    report = Path(run.err.strip().rpartition(" is in ")[2].removesuffix("."))
    text = report.read_text(encoding="utf-8")
    assert "LookupError" in text
    assert "stumble" in text
    assert "collectiq verify" in text
    assert "Asha" not in text
    assert "98250" not in text


def test_a_bug_is_told_where_no_report_can_be_kept(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop.folder / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("collectiq_desktop.paths.log_folder", lambda: shop.folder / "file")
    monkeypatch.setattr(upkeep, "verify", lambda _call: 1 / 0)
    run = shop.run("verify")
    assert (run.code, run.out) == (1, "")
    assert "ZeroDivisionError" in run.err


def test_stopping_by_hand_is_told(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_call: Call) -> Answer:
        raise KeyboardInterrupt

    monkeypatch.setattr(upkeep, "verify", stop)
    run = shop.run("verify")
    assert (run.code, run.out) == (130, "")
    assert run.err.startswith("Stopped.")


def test_a_reader_that_stops_reading_is_no_trouble(shop: Shop) -> None:
    made = shop.run("demo", "--parties", "40", "--vouchers", "900")
    assert made.code == 0
    process = started(shop.folder, "daybook", "--books", str(shop.path), "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "{\n"
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == 0
    process.stderr.close()


def test_names_in_every_script_come_out_in_a_plain_locale(shop: Shop) -> None:
    shop.run("init", "--firm", "X")
    shop.run("party", "add", "શ્રી ગણેશ")
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    env |= {name: str(shop.folder / name.lower()) for name in FOLDERS}
    command = [sys.executable, "-m", "collectiq_desktop", "parties", "--books", str(shop.path)]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    assert "શ્રી ગણેશ" in run.stdout.decode("utf-8")


@pytest.mark.parametrize(("words", "code"), [("--version", 0), ("receipts-of-nobody", 2)])
def test_without_a_console_nothing_is_said_and_nothing_breaks(words: str, code: int) -> None:
    script = (
        "import sys; sys.stdout = sys.stderr = None; from collectiq_desktop.cli import main; "
        f"sys.exit(main([{words!r}]))"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (code, b"", b"")


def test_refusals_of_a_real_process(shop: Shop) -> None:
    process = started(shop.folder, "parties", "--books", str(shop.path), "--json")
    out, err = process.communicate()
    assert process.returncode == 1
    assert json.loads(out)["error"]["message"] == err.strip()


def test_the_window_opens_where_only_the_books_are_named() -> None:
    for words in ([], ["--books", "a.collectiq"]):
        short, long = options_of(words), parser().parse_args(words)
        assert vars(short) == vars(long)
    assert options_of(["--books", "a.collectiq", "verify"]).verb == "verify"
    assert options_of(["--books", "a", "--json"]).json is True
