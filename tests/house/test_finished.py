"""Nothing is half done: no stub, no reminder, no place of somebody's machine."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import ROOT, Source, dotted, product, sources

TEXT_ENDINGS = {".cfg", ".json", ".md", ".py", ".toml", ".txt", ".typ", ".yml"}
SKIPPED = {".git", ".venv", "build", "dist", "fonts"}
# Spelt apart, so that this file does not find itself.
REMINDERS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
MACHINE_PLACES = re.compile(r"(?<![\w.])/(?:root|ho" + r"me/\w+|work|Users/\w+)/")


def _texts() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden = any(part in SKIPPED or part.endswith("_cache") for part in parts)
        if not hidden and path.suffix in TEXT_ENDINGS and ".hypothesis" not in parts:
            yield path


def test_no_reminders_and_no_machine_places() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in _texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if REMINDERS.search(line) or MACHINE_PLACES.search(line)
    ]
    assert not found, "\n".join(found)


def _protocol_parts(source: Source) -> set[ast.AST]:
    """Functions that may be empty: those of protocols, and overloads."""
    empty: set[ast.AST] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and any(dotted(b) == "Protocol" for b in node.bases):
            empty.update(node.body)
        if isinstance(node, ast.FunctionDef) and any(
            dotted(each) in {"overload", "abstractmethod"} for each in node.decorator_list
        ):
            empty.add(node)
    return empty


def _is_hollow(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    body = [
        each
        for each in node.body
        if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
    ]
    return not [each for each in body if not isinstance(each, ast.Pass)]


def test_no_stubs() -> None:
    stubs = []
    for source in product():
        excused = _protocol_parts(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if node not in excused and _is_hollow(node):
                    stubs.append(f"{source.at(node)}: {node.name} is empty")
            elif isinstance(node, ast.Name) and node.id == "NotImplementedError":
                stubs.append(f"{source.at(node)}: NotImplementedError")
    assert not stubs, "\n".join(stubs)


def test_no_mock_library() -> None:
    users = [source.name for source in sources("tests") if "unittest" + ".mock" in source.text]
    assert not users


def test_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dynamic"] == ["version"]
    version = re.search(r'__version__ = "([\d.]+)"', product()[0].text)
    assert version is not None
    assert f"## {version[1]}" in (ROOT / "CHANGES.md").read_text(encoding="utf-8")
