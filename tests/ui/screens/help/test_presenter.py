"""Help: each screen has its page in each language, and no page names a key that is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from collectiq_desktop.ui.actions import ACTIONS
from collectiq_desktop.ui.helping import FIRST_MINUTES, KEYBOARD
from collectiq_desktop.ui.language import LANGUAGES
from collectiq_desktop.ui.screens.help.presenter import HelpPresenter
from collectiq_desktop.ui.screens.registry import SCREENS

_SPAN = re.compile(r"`([^`]+)`")
# Keys of the widgets themselves, and what is typed in an example.
# What is typed on the way: an amount, what Go To finds, the demo firm's password.
_TYPED = {"12500*2", "day", "run", "hand", "रन", "सुपुर्द", "navsari 396445"}
_KNOWN = {"Enter", "Down", "Space", "Esc", "Tab", "Y"} | _TYPED
# Pages about other screens, too: how one comes from a voucher to its form and back, where a
# recovery code is made.
_SPEAKS_OF = {"amend": ("voucher", "receipt"), "sign_in": ("employees",)}
_WITHOUT_PAGE = {"help"}


@dataclass
class Reader:
    pages: list[str] = field(default_factory=list)

    def show_page(self, page: str, keys: str) -> None:
        self.pages.append(f"{page}\n{keys}")


@pytest.fixture
def opened(root: Path) -> Callable[[str, str], str]:
    """A page by its language and name."""

    def page(language: str, name: str) -> str:
        reader = Reader()
        titles = {info.name: info.title for info in SCREENS}
        presenter = HelpPresenter(
            reader,
            root / "resources" / "help",
            language=lambda: language,
            translate=lambda _context, words: words,
            title_of=lambda screen: titles.get(screen, ""),
        )
        presenter.open(name)
        return reader.pages[-1]

    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_has_its_page(root: Path, language: str) -> None:
    folder = root / "resources" / "help" / language
    names = {info.name for info in SCREENS} - _WITHOUT_PAGE | {FIRST_MINUTES}
    assert [name for name in sorted(names) if not (folder / f"{name}.md").is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_names_a_key_that_does_nothing(root: Path, language: str) -> None:
    keys = {action.key for action in ACTIONS} | _KNOWN
    wrong = [
        f"{page.stem}: {span}"
        for page in sorted((root / "resources" / "help" / language).glob("*.md"))
        for span in _SPAN.findall(page.read_text(encoding="utf-8"))
        if span not in keys
    ]
    assert not wrong


def test_a_page_names_its_own_keys(root: Path) -> None:
    """What a screen's page says of a key holds on that screen, or everywhere."""
    shared = {a.key for a in ACTIONS if a.context == "everywhere"} | _KNOWN
    wrong = [
        f"{info.name}: {span}"
        for info in SCREENS
        if info.name not in _WITHOUT_PAGE
        for file in [root / "resources" / "help" / "en" / f"{info.name}.md"]
        for span in _SPAN.findall(file.read_text(encoding="utf-8"))
        for contexts in [(info.name, *_SPEAKS_OF.get(info.name, ()))]
        if span not in shared | {a.key for a in ACTIONS if a.context in contexts}
    ]
    assert not wrong


def test_the_keys_of_the_screen_stand_under_its_page(opened: Callable[[str, str], str]) -> None:
    page = opened("en", "receipt")
    assert page.startswith("# Receipt\n")
    assert "| `Ctrl+B` | change order |" in page
    assert opened("hi", "receipt").startswith("# रसीद")


def test_the_sheet_holds_every_key_of_every_screen(opened: Callable[[str, str], str]) -> None:
    sheet = opened("en", KEYBOARD)
    there = {info.name for info in SCREENS} | {"everywhere"}
    missing = [
        f"{action.context} {action.key}"
        for action in ACTIONS
        if action.context in there
        and (not action.screen or action.screen in there)
        and f"| `{action.key}` | {action.text} |" not in sheet
    ]
    assert not missing


def test_what_has_no_page_has_the_sheet(opened: Callable[[str, str], str]) -> None:
    assert opened("en", "nowhere") == opened("en", KEYBOARD)


def test_another_language_has_the_english_page(opened: Callable[[str, str], str]) -> None:
    assert opened("gu", "contra") == opened("en", "contra")
