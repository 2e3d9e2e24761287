"""Core starts fast and alone: opening books loads no window and no network."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.reading import ROOT

HEAVY = (
    "PySide6",
    "http.client",
    "http.server",
    "httpx",
    "keyring",
    "litestar",
    "matplotlib",
    "numpy",
    "platformdirs",
    "razorpay",
    "requests",
    "sklearn",
    "smtplib",
    "tqdm",
    "typst",
    "urllib.request",
)
LIST_LOADED = """
import importlib, pkgutil, sys
names = sys.argv[1:] or [
    found.name for found in pkgutil.walk_packages(
        importlib.import_module("collectiq_desktop.core").__path__, "collectiq_desktop.core.")]
for name in names:
    importlib.import_module(name)
sys.stdout.write("\\n".join(sys.modules))
"""


def _loaded(*modules: str) -> frozenset[str]:
    command = [sys.executable, "-c", LIST_LOADED, *modules]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return frozenset(run.stdout.splitlines())


def test_books_in_a_file_load_nothing_of_postgresql() -> None:
    loaded = _loaded("collectiq_desktop.core.books", "collectiq_desktop.core.storage.tables")
    strangers = [name for name in loaded if "psycopg" in name or "postgres" in name]
    assert strangers == []


@pytest.mark.parametrize("modules", [("collectiq_desktop.core.books",), ()], ids=["books", "all"])
def test_core_loads_nothing_heavy(modules: tuple[str, ...]) -> None:
    loaded = _loaded(*modules)
    assert "collectiq_desktop.core.books" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_domain_loads_the_standard_library_only() -> None:
    loaded = _loaded(
        "collectiq_desktop.core.domain.vouchers", "collectiq_desktop.core.domain.money"
    )
    strangers = {name.partition(".")[0] for name in loaded}
    strangers -= {*sys.stdlib_module_names, *sys.builtin_module_names, "collectiq_desktop"}
    # What site itself loads for editable installs is no choice of ours.
    assert {name for name in strangers if not name.startswith(("_", "sitecustomize"))} == set()
