"""Every package is declared, pinned, used for a reason, and the reason is written down."""

from __future__ import annotations

import re
import sys
import tomllib

import pytest

from tests.house.reading import PACKAGES, ROOT, imports_of, product

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# The name under which a package is imported, where it is another.
IMPORTED_AS = {
    "argon2": "argon2-cffi",
    "escpos": "python-escpos",
    "jwt": "pyjwt",
    "python_calamine": "python-calamine",
    "sklearn": "scikit-learn",
    "PySide6": "pyside6",
}


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return match[0].lower()


BASE = frozenset(_name(each) for each in PROJECT["dependencies"])
EXTRAS = frozenset(
    _name(each) for extra in PROJECT["optional-dependencies"].values() for each in extra
)
PINNED = frozenset(
    line.partition("==")[0]
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("package", sorted(BASE | EXTRAS))
def test_package_is_pinned(package: str) -> None:
    assert package in PINNED


@pytest.mark.parametrize("package", sorted(BASE | EXTRAS))
def test_package_has_its_reason(package: str) -> None:
    assert re.search(rf"^\| .*`{re.escape(package)}`.* \| \w+", ARCHITECTURE, re.MULTILINE)


def test_imports_are_declared() -> None:
    strangers = [
        f"{place}: {module}"
        for source in product()
        for module, place in imports_of(source)
        for top in [module.partition(".")[0]]
        if top not in sys.stdlib_module_names
        and top not in PACKAGES
        and IMPORTED_AS.get(top, top) not in BASE | EXTRAS
    ]
    assert not strangers
