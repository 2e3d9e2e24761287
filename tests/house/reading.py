"""How the house tests read the code: files, trees, imports and names."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("collectiq_desktop", "sync_server")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file of the project."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the project's folder, with forward slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        """The dotted name under which the file is imported."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.stmt | ast.expr | ast.arg) -> str:
        """The place of a node, as editors understand it."""
        return f"{self.name}:{node.lineno}"


@functools.cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file below the folders, in order of its path."""
    return tuple(
        Source(path, text, ast.parse(text))
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
    )


def product() -> tuple[Source, ...]:
    """Every Python file that is shipped."""
    return sources(*PACKAGES)


def imports_of(source: Source) -> Iterator[tuple[str, str]]:
    """Every module that the file imports, with its place."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, source.at(node)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source.at(node)}: imports are absolute here"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", source.at(node)


def is_within(module: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or lies in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def dotted(node: ast.expr) -> str:
    """The dotted name that an expression spells, or nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = dotted(node.value)
        return f"{head}.{node.attr}" if head else ""
    return ""
