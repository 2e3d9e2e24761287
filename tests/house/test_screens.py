"""Screens do not know each other, presenters know no window, and texts can be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.reading import Source, dotted, imports_of, is_within, sources

UI = "collectiq_desktop.ui"
SCREENS = f"{UI}.screens"
# Plain Python: tested with no window at all.
PLAIN = ("presenter", "lanes", "kit", "go_to", "paging", "actions", "marked")
TRANSLATING = ("tr", "translate", "QT_TRANSLATE_NOOP")


def _ui() -> tuple[Source, ...]:
    return sources("collectiq_desktop/ui")


def _screen_of(module: str) -> str:
    """The screen that a module belongs to, empty for none."""
    rest = module.removeprefix(SCREENS + ".") if is_within(module, SCREENS) else ""
    name = rest.partition(".")[0]
    return "" if name in ("registry", "makers", "") else name


def test_no_screen_knows_another() -> None:
    strays = [
        f"{place}: {module}"
        for source in _ui()
        for mine in [_screen_of(source.module)]
        for module, place in imports_of(source)
        for theirs in [_screen_of(module)]
        if theirs and theirs != mine and source.module != f"{SCREENS}.makers"
    ]
    assert not strays, "\n".join(strays)


def test_screens_do_not_know_the_shell() -> None:
    strays = [
        f"{place}: {module}"
        for source in _ui()
        if _screen_of(source.module)
        for module, place in imports_of(source)
        if is_within(module, f"{UI}.shell", f"{UI}.stack", f"{UI}.start", f"{UI}.work.desk")
    ]
    assert not strays, "\n".join(strays)


def test_what_is_plain_imports_no_qt() -> None:
    strays = [
        f"{place}: {module}"
        for source in _ui()
        if source.path.stem in PLAIN
        for module, place in imports_of(source)
        if is_within(module, "PySide6")
    ]
    assert not strays, "\n".join(strays)


def _translations(source: Source) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Every call that translates, with the text that it is given."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func).rpartition(".")[2] or getattr(node.func, "attr", "")
        if name not in TRANSLATING:
            continue
        place = 0 if name == "tr" else 1
        if len(node.args) > place:
            yield node, node.args[place]


def _is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_only_whole_texts_are_translated() -> None:
    """An f-string or a sum of texts is found by no translator."""
    wrong = [
        source.at(call)
        for source in _ui()
        for call, text in _translations(source)
        if isinstance(text, ast.JoinedStr | ast.BinOp)
        or (dotted(call.func).endswith("tr") and not _is_constant(text))
    ]
    assert not wrong, "\n".join(wrong)


def test_counted_words_are_written_with_tr() -> None:
    """Qt's tools see a plural in `self.tr` only."""
    wrong = [
        source.at(call)
        for source in _ui()
        for call, text in _translations(source)
        if isinstance(text, ast.Constant)
        and "%n" in str(text.value)
        and not dotted(call.func).endswith(".tr")
    ]
    assert not wrong, "\n".join(wrong)


def test_views_are_small() -> None:
    big = [
        f"{source.name}: {lines}"
        for source in _ui()
        if source.path.name == "view.py" and _screen_of(source.module)
        for lines in [source.text.count("\n")]
        if lines > 250
    ]
    assert not big, "\n".join(big)
