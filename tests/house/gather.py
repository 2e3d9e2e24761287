"""Gathers what the core says for translators: `python -m tests.house.gather`.

Qt's own tool finds texts only where a window asks for them. The templates of
`say` are found here, and lie in a Linguist file of their own for each
language. What was translated before is kept, what nobody says any more goes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from defusedxml import ElementTree

from collectiq_desktop.core.domain import saying
from tests.house.reading import ROOT, Source, sources

CONTEXT = "Sentence"
TRANSLATIONS = ROOT / "resources" / "translations"
# What only the command line and the server say, in English.
_ENGLISH_ONLY = (
    "collectiq_desktop/commands/",
    "collectiq_desktop/core/services/adopting.py",
    "collectiq_desktop/core/services/codes.py",
    "collectiq_desktop/core/services/moving.py",
    "collectiq_desktop/core/storage/postgres",
    "collectiq_desktop/demo/",
    "collectiq_desktop/app.py",
    "collectiq_desktop/cli.py",
    "collectiq_desktop/ui/selftest.py",
)


def sayings(source: Source) -> Iterator[tuple[ast.Call, list[str]]]:
    """Every call of `say` with the templates it may choose from; none if not literal."""
    if f"from {saying.__name__} import" not in source.text:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
            yield node, list(_literals(node.args[0]))


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def shown() -> Iterator[Source]:
    """The files whose sentences a window may show."""
    for source in sources("collectiq_desktop"):
        if not source.name.startswith(_ENGLISH_ONLY):
            yield source


def templates() -> list[str]:
    """Every template that a window may have to show, in order."""
    found = {template for source in shown() for _call, said in sayings(source) for template in said}
    return sorted(template for template in found if any(char.isalpha() for char in _bare(template)))


def _bare(template: str) -> str:
    """The template without its places."""
    pieces = template.split("{")
    return pieces[0] + "".join(piece.partition("}")[2] for piece in pieces[1:])


def translated(file: Path) -> dict[str, str]:
    """What each source text of a Linguist file is in its language, as far as it is translated."""
    return {
        message.findtext("source") or "": message.findtext("translation") or ""
        for message in ElementTree.parse(file).iter("message")
    }


def write(file: Path, said: dict[str, str]) -> None:
    """A Linguist file of the templates; what is not translated stands empty and unfinished."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{file.stem.rpartition("_")[2]}">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for template in templates():
        words = said.get(template, "")
        state = "" if words else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(template)}</source>",
            f"        <translation{state}>{escape(words)}</translation>",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for each in sorted(TRANSLATIONS.glob("sentences_*.ts")):
        write(each, translated(each))
