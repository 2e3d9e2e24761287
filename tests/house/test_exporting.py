"""What of the books is written as a file asks `MayExport` first, or says here why it need not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.reading import Source, sources

WRITERS = frozenset({"write_whole", "write_file", "write_bytes", "write_text"})
ROOMS = ("collectiq_desktop/ui", "collectiq_desktop/commands")
# Why a module of these rooms writes a file without asking.
NEEDS_NO_LEAVE = {
    "collectiq_desktop/ui/files.py": "writes what it is handed",
    "collectiq_desktop/commands/answering.py": "writes what it is handed",
    "collectiq_desktop/ui/printing/sending.py": "a party's own paper on its way to that party",
    "collectiq_desktop/commands/posting.py": "the paper of the voucher that was just entered",
    "collectiq_desktop/commands/importing.py": "rows of a file from outside that were refused",
    "collectiq_desktop/commands/tour.py": "files of an invented shop",
    "collectiq_desktop/commands/trial.py": "files of an invented shop",
}


def _calls(source: Source) -> Iterator[str]:
    """The functions that are called, by their last name."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            name = node.func
            yield name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


def _writing() -> dict[str, set[str]]:
    """The modules that write files, and all that they call."""
    found = {source.name: set(_calls(source)) for source in sources(*ROOMS)}
    return {name: calls for name, calls in found.items() if calls & WRITERS}


def test_every_way_out_of_the_books_asks_first() -> None:
    unasked = {name for name, calls in _writing().items() if "MayExport" not in calls}
    assert unasked == set(NEEDS_NO_LEAVE), "ask MayExport before writing, or say why not"


def test_the_ways_out_are_seen_at_all() -> None:
    asked = {name for name, calls in _writing().items() if "MayExport" in calls}
    assert {
        "collectiq_desktop/ui/saving.py",
        "collectiq_desktop/ui/printing/previewing.py",
        "collectiq_desktop/ui/screens/statement/saving.py",
        "collectiq_desktop/commands/statements.py",
        "collectiq_desktop/commands/edit_log.py",
        "collectiq_desktop/commands/pictures.py",
    } <= asked
