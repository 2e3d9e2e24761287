"""What a row of the table of actions is, and rows that several screens share.

Which keys there are, only `actions` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a key does.

    Args:
        key: as it is printed on the key: F6, Ctrl+A, Enter.
        text: for the key bar, in small letters; translated when shown.
        screen: opens this screen.
        is_hint: the widgets themselves act on the key; the bar only says so.
        is_shown: stands in the key bar.
    """

    id: str
    key: str
    context: str
    text: str
    screen: str = ""
    is_hint: bool = False
    is_shown: bool = True


class _More(TypedDict, total=False):
    """What few rows say besides."""

    screen: str
    is_hint: bool
    is_shown: bool


def opens(screen: str, key: str, text: str) -> Action:
    """A key that opens a screen from everywhere; the rail shows it."""
    return Action(
        id=f"open_{screen}", key=key, context=EVERYWHERE, text=text, screen=screen, is_shown=False
    )


def does(context: str, name: str, key: str, text: str, **more: Unpack[_More]) -> Action:
    """A row of the table: where, what, which key, and its words."""
    return Action(id=name, key=key, context=context, text=text, **more)


def records(context: str) -> tuple[Action, ...]:
    """What every screen that records vouchers does."""
    return (
        does(
            context, "next", "Enter", QT_TRANSLATE_NOOP("Action", "next, then save"), is_hint=True
        ),
        does(context, "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
        does(context, "date", "F2", QT_TRANSLATE_NOOP("Action", "date")),
    )


def knows_parties(context: str) -> tuple[Action, ...]:
    """What every screen with a party in a field does."""
    return (
        does(context, "new_party", "Alt+C", QT_TRANSLATE_NOOP("Action", "new party")),
        does(
            context,
            "alter_party",
            "Ctrl+Enter",
            QT_TRANSLATE_NOOP("Action", "alter party"),
            is_shown=False,
        ),
    )


def lists_goods(context: str) -> tuple[Action, ...]:
    """What every screen with lines of goods does."""
    return (
        does(context, "goods", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "amount or goods")),
        does(context, "remove_line", "Alt+R", QT_TRANSLATE_NOOP("Action", "remove line")),
    )
