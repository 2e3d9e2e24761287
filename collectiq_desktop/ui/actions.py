"""The one table of actions: what each key does, and where.

Shortcuts, the key bar, the rail and the Go To palette are all drawn from it,
so they cannot disagree. A key may stand once in a context; what a screen says
of a key goes before what holds everywhere. An action of a screen that does
not exist yet is shown nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

EVERYWHERE = "everywhere"
PALETTE = "palette"


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


def _opens(screen: str, key: str, text: str) -> Action:
    """A key that opens a screen from everywhere; the rail shows it."""
    return Action(
        id=f"open_{screen}", key=key, context=EVERYWHERE, text=text, screen=screen, is_shown=False
    )


ACTIONS: tuple[Action, ...] = (
    # Everywhere ----------------------------------------------------------------
    _opens("contra", "F4", QT_TRANSLATE_NOOP("Action", "contra")),
    _opens("payment", "F5", QT_TRANSLATE_NOOP("Action", "payment")),
    _opens("receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    _opens("journal", "F7", QT_TRANSLATE_NOOP("Action", "journal")),
    _opens("sale", "F8", QT_TRANSLATE_NOOP("Action", "sale")),
    _opens("credit_note", "Alt+F6", QT_TRANSLATE_NOOP("Action", "credit note")),
    _opens("debit_note", "Alt+F5", QT_TRANSLATE_NOOP("Action", "debit note")),
    _opens("settings", "F11", QT_TRANSLATE_NOOP("Action", "settings")),
    Action(id="back", key="Esc", context=EVERYWHERE, text=QT_TRANSLATE_NOOP("Action", "back")),
    Action(
        id="go_to",
        key="Alt+G",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "go to"),
    ),
    Action(
        id="vouchers",
        key="F10",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "all screens"),
        is_shown=False,
    ),
    Action(
        id="appearance",
        key="Alt+F11",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "light or dark"),
        is_shown=False,
    ),
    Action(
        id="language",
        key="Ctrl+F11",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "English or Hindi"),
        is_shown=False,
    ),
    Action(
        id="quit",
        key="Ctrl+Alt+Q",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "close the program"),
        is_shown=False,
    ),
    Action(
        id="quit_screen",
        key="Ctrl+Q",
        context=EVERYWHERE,
        text=QT_TRANSLATE_NOOP("Action", "back"),
        is_shown=False,
    ),
    # The Go To palette ----------------------------------------------------------
    Action(
        id="choose",
        key="Enter",
        context=PALETTE,
        text=QT_TRANSLATE_NOOP("Action", "open"),
        is_hint=True,
    ),
    Action(id="close", key="Esc", context=PALETTE, text=QT_TRANSLATE_NOOP("Action", "close")),
    # Home -------------------------------------------------------------------------
    Action(
        id="choose",
        key="Enter",
        context="home",
        text=QT_TRANSLATE_NOOP("Action", "open party"),
        is_hint=True,
    ),
    # Parties ----------------------------------------------------------------------
    Action(
        id="choose",
        key="Enter",
        context="parties",
        text=QT_TRANSLATE_NOOP("Action", "open party"),
        is_hint=True,
    ),
    Action(id="receipt", key="F6", context="parties", text=QT_TRANSLATE_NOOP("Action", "receipt")),
    Action(
        id="only_owing",
        key="Alt+F12",
        context="parties",
        text=QT_TRANSLATE_NOOP("Action", "with a balance only"),
    ),
    # Party ------------------------------------------------------------------------
    Action(id="receipt", key="F6", context="party", text=QT_TRANSLATE_NOOP("Action", "receipt")),
    Action(
        id="sale",
        key="F8",
        context="party",
        text=QT_TRANSLATE_NOOP("Action", "sale"),
        screen="sale",
    ),
    Action(
        id="statement",
        key="Ctrl+P",
        context="party",
        text=QT_TRANSLATE_NOOP("Action", "statement"),
        screen="statement",
    ),
    Action(
        id="next_table",
        key="F9",
        context="party",
        text=QT_TRANSLATE_NOOP("Action", "bills or last vouchers"),
    ),
    # Receipt ----------------------------------------------------------------------
    Action(
        id="next",
        key="Enter",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "next, then save"),
        is_hint=True,
    ),
    Action(id="save", key="Ctrl+A", context="receipt", text=QT_TRANSLATE_NOOP("Action", "save")),
    Action(
        id="tick",
        key="Space",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "tick bill"),
        is_hint=True,
    ),
    Action(id="date", key="F2", context="receipt", text=QT_TRANSLATE_NOOP("Action", "date")),
    Action(id="bills", key="Alt+B", context="receipt", text=QT_TRANSLATE_NOOP("Action", "bills")),
    Action(
        id="order",
        key="Ctrl+B",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "change order"),
    ),
    Action(
        id="discount",
        key="Ctrl+D",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "discount"),
        is_shown=False,
    ),
    Action(
        id="tds",
        key="Ctrl+S",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "TDS"),
        is_shown=False,
    ),
    Action(
        id="round_off",
        key="Ctrl+O",
        context="receipt",
        text=QT_TRANSLATE_NOOP("Action", "round off"),
        is_shown=False,
    ),
    # Print queue ------------------------------------------------------------------
    Action(
        id="retry",
        key="Enter",
        context="print_queue",
        text=QT_TRANSLATE_NOOP("Action", "print again"),
        is_hint=True,
    ),
    Action(
        id="give_up", key="Alt+X", context="print_queue", text=QT_TRANSLATE_NOOP("Action", "give up")
    ),
    Action(id="see", key="Ctrl+P", context="print_queue", text=QT_TRANSLATE_NOOP("Action", "see")),
    Action(
        id="over",
        key="Alt+F12",
        context="print_queue",
        text=QT_TRANSLATE_NOOP("Action", "also what is over"),
    ),
)


def actions_in(contexts: Collection[str], screens: Collection[str]) -> Iterator[Action]:
    """The actions that hold in some contexts, the first context's first.

    Of a key that several contexts speak of, the first one's is meant.
    """
    keys: set[str] = set()
    for context in contexts:
        for action in ACTIONS:
            is_there = not action.screen or action.screen in screens
            if action.context == context and is_there and action.key not in keys:
                keys.add(action.key)
                yield action


def key_of(context: str, action_id: str) -> str:
    """The key of an action, to be printed beside it."""
    return next(
        (each.key for each in ACTIONS if (each.context, each.id) == (context, action_id)), ""
    )


def key_of_screen(screen: str) -> str:
    """The key that opens a screen from everywhere, empty for none."""
    for action in ACTIONS:
        if action.context == EVERYWHERE and action.screen == screen:
            return action.key
    return ""
