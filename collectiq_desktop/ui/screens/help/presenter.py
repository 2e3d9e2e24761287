"""Help: which page is shown, and the keys that go with it. No window here.

Pages are Markdown in `resources/help`, one folder for each language. Keys are
never written by hand: they come from the table of actions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Protocol

from collectiq_desktop.ui.actions import ACTIONS, EVERYWHERE, Action
from collectiq_desktop.ui.helping import FIRST_MINUTES, KEYBOARD
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_SOURCE = "en"
_HERE = QT_TRANSLATE_NOOP("Help", "Keys of this screen")
_EVERYWHERE = QT_TRANSLATE_NOOP("Help", "Keys everywhere")
_ALL = QT_TRANSLATE_NOOP("Help", "All keys")
_KEY = QT_TRANSLATE_NOOP("Help", "Key")
_MEANING = QT_TRANSLATE_NOOP("Help", "What it does")
Translate = Callable[[str, str], str]


class HelpView(Protocol):
    """What the presenter tells the screen."""

    def show_page(self, page: str, keys: str) -> None:
        """A page from its beginning, and the keys beside it; both Markdown."""
        ...


class HelpPresenter:
    """One page at a time.

    Args:
        folder: where the languages lie.
        language: asked anew for every page.
        translate: of a context and a text.
        title_of: of a screen, in the language that holds now; empty for none.
    """

    def __init__(
        self,
        view: HelpView,
        folder: Path,
        *,
        language: Callable[[], str],
        translate: Translate,
        title_of: Callable[[str], str],
    ) -> None:
        self._view = view
        self._folder = folder
        self._language = language
        self._translate = translate
        self._title_of = title_of
        self._name = FIRST_MINUTES

    def open(self, name: str) -> None:
        """Show the page of a screen; one without a page has the keyboard sheet."""
        self._name = name
        everywhere = self._keys(_EVERYWHERE, _of(EVERYWHERE))
        words = "" if name == KEYBOARD else self._page(name)
        keys = self._keys(_HERE, _of(name)) if words else []
        self._view.show_page(words or self._keyboard(), "\n".join([*keys, *everywhere]))

    def show_again(self) -> None:
        """The language is another now."""
        self.open(self._name)

    def _page(self, name: str) -> str:
        """The words of a page, empty where there is none."""
        for language in (self._language(), _SOURCE):
            file = self._folder / language / f"{name}.md"
            if file.is_file():
                return file.read_text(encoding="utf-8")
        return ""

    def _keyboard(self) -> str:
        """The keys of every screen."""
        lines = [f"# {self._translate('Help', _ALL)}", ""]
        for context, actions in groupby(ACTIONS, key=lambda action: action.context):
            title = self._title_of(context)
            if title:
                lines += self._table(title, actions)
        return "\n".join(lines)

    def _keys(self, title: str, actions: Iterable[Action]) -> list[str]:
        return self._table(self._translate("Help", title), actions)

    def _table(self, title: str, actions: Iterable[Action]) -> list[str]:
        shown = [each for each in actions if not each.screen or self._title_of(each.screen)]
        if not shown:
            return []
        head = (self._translate("Help", _KEY), self._translate("Help", _MEANING))
        rows = [f"| `{each.key}` | {self._translate('Action', each.text)} |" for each in shown]
        return ["", f"## {title}", "", f"| {head[0]} | {head[1]} |", "|:--|:--|", *rows, ""]


def _of(context: str) -> list[Action]:
    return [action for action in ACTIONS if action.context == context]
