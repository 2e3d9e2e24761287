"""The frozen folder: built as `make package` builds it, and tried with an empty environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.commands.selftest import PROGRAMS

HOOKS = ("escpos", "razorpay")


def test_every_hook_is_of_a_package_that_is_declared(root: Path) -> None:
    hooks = {path.name for path in (root / "installers" / "hooks").glob("*.py")}
    assert hooks == {f"hook-{package}.py" for package in HOOKS}
    declared = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert all(re.search(rf'"(python-)?{package}>=', declared) for package in HOOKS)


def test_spec_leaves_out_nothing_that_the_program_imports_at_its_start(root: Path) -> None:
    """A package that is left out may be imported nowhere: the folder would lack it."""
    spec = (root / "build.spec").read_text(encoding="utf-8")
    listed = re.search(r"LEFT_OUT = \[(.*?)\]", spec, re.DOTALL)
    assert listed is not None
    left_out = re.findall(r'"(\w+)"', listed[1])
    assert "tkinter" in left_out
    users = [
        f"{path}: {package}"
        for path in (root / "collectiq_desktop").rglob("*.py")
        for package in left_out
        if re.search(
            rf"^\s*(?:import|from) {package}\b", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert users == []


def test_spec_builds_both_programs(root: Path) -> None:
    spec = (root / "build.spec").read_text(encoding="utf-8")
    named = re.findall(r'EXE\([^()]*name="([\w-]+)", console=(\w+)', spec)
    assert named == [(PROGRAMS[0], "True"), (PROGRAMS[1], "False")]


def _empty(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def _linked(source: str, target: str) -> None:
    """A file in a second place, without its bytes where the disk allows it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _said(
    folder: Path, home: Path, *words: str, program: str = PROGRAMS[0]
) -> tuple[int, dict[str, Any]]:
    run = subprocess.run(
        [folder / program, *words, "--json"],
        env=_empty(home),
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, json.loads(run.stdout or "{}") or {"stderr": run.stderr}


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    """The folder that `make package` builds, which has tested itself."""
    if sys.platform != "linux" or shutil.which("make") is None:
        pytest.skip("make package is for Linux with make")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    made = subprocess.run(
        ["make", "package"], cwd=root, env=kept, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert "can do its work on this machine" in made.stdout
    return root / "build" / "package" / "collectiq"


@pytest.mark.prove
def test_folder_has_all_that_the_checkout_has(folder: Path, root: Path, tmp_path: Path) -> None:
    code, frozen = _said(folder, tmp_path, "self-test")
    assert (code, frozen["ok"], frozen["is_frozen"]) == (0, True, True)
    here = subprocess.run(
        [sys.executable, "-m", "collectiq_desktop", "self-test", "--json"],
        cwd=root,
        env={**os.environ, **_empty(tmp_path)},
        capture_output=True,
        check=True,
    )
    expected = json.loads(here.stdout)["checks"]
    counts = ("program", "screens", "fonts")
    assert [check["detail"] for check in frozen["checks"] if check["name"] in counts] == [
        check["detail"] for check in expected if check["name"] in counts
    ]


@pytest.mark.prove
def test_folder_has_a_program_without_a_console(folder: Path, tmp_path: Path) -> None:
    code, said = _said(folder, tmp_path, "self-test", program=PROGRAMS[1])
    assert (code, said["ok"], said["is_frozen"]) == (0, True, True)
    alone = tmp_path / "alone"
    shutil.copytree(folder, alone, symlinks=True, copy_function=_linked)
    (alone / PROGRAMS[1]).unlink()
    code, said = _said(alone, tmp_path, "self-test")
    assert (code, said["checks"][0]["ok"]) == (1, False)
    assert PROGRAMS[1] in said["checks"][0]["detail"]


@pytest.mark.prove
def test_folder_does_the_whole_job(folder: Path, tmp_path: Path) -> None:
    code, tour = _said(folder, tmp_path, "demo-tour", "--folder", str(tmp_path / "सैर"))
    assert code == 0, tour
    assert {"receipt.pdf", "statement-hindi.pdf", "statement.xlsx"} <= set(tour["files"])


@pytest.mark.prove
@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("resources/fonts/NotoSansDevanagari-*", "paper"),
        ("resources/print/statement.typ", "paper"),
        ("typst/_typst*", "program"),
        ("PySide6/Qt/plugins/platforms/libqoffscreen*", "window"),
        ("PySide6/Qt/lib/libQt6Pdf.so*", "window"),
        ("escpos/capabilities.json", "thermal"),
    ],
)
def test_folder_that_lost_something_says_what(
    lost: str, named: str, folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken, symlinks=True, copy_function=_linked)
    losses = list((broken / "_internal").glob(lost))
    assert losses
    for file in losses:
        file.unlink()
    code, said = _said(broken, tmp_path, "self-test")
    assert code == 1
    assert next(check["name"] for check in said["checks"] if not check["ok"]) == named


@pytest.mark.prove
def test_folder_leaves_out_what_nobody_uses(folder: Path) -> None:
    names = {path.name for path in folder.rglob("*")}
    assert not [name for name in names if re.match(r"libQt6(Quick|Qml)|libgtk|libpango", name)]
    assert not names & {"matplotlib", "sklearn", "numpy", "tkinter", "pytest"}
    assert not [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
