"""The one table of actions: a key means one thing in a place, and every key can be pressed."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from collectiq_desktop.ui.actions import ACTIONS, EVERYWHERE, PALETTE, Action, actions_in

_MODIFIERS = {"Ctrl", "Alt", "Shift"}
_NAMED = {"Enter", "Esc", "Space", "PgUp", "PgDn", "Home", "End", "Del", "Ins", "Tab", "Backspace"}
_NAMED |= {"Up", "Down", "Left", "Right", "+", "-", "?", "/", *map(str, range(10))}
# What Tally's hands know must lead to the same thing here.
_TALLY = {
    "F4": "contra",
    "F5": "payment",
    "F6": "receipt",
    "F7": "journal",
    "F8": "sale",
    "Alt+F5": "debit_note",
    "Alt+F6": "credit_note",
}


def _in(context: str) -> list[Action]:
    return [action for action in ACTIONS if action.context == context]


CONTEXTS = sorted({action.context for action in ACTIONS})


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_key_means_two_things(context: str) -> None:
    keys = Counter(action.key for action in _in(context))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_action_has_two_rows(context: str) -> None:
    names = Counter(action.id for action in _in(context) if not action.is_hint)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda each: f"{each.context}-{each.id}")
def test_every_key_can_be_pressed(action: Action) -> None:
    *modifiers, key = action.key.split("+")
    assert set(modifiers) <= _MODIFIERS
    is_function = key[:1] == "F" and key[1:].isdecimal() and 1 <= int(key[1:]) <= 12
    is_letter = len(key) == 1 and key.isascii() and key.isupper()
    assert is_function or is_letter or key in _NAMED


@pytest.mark.parametrize("action", ACTIONS, ids=lambda each: f"{each.context}-{each.id}")
def test_words_are_small_and_short(action: Action) -> None:
    assert action.text
    assert len(action.text) <= 30
    assert not action.text.endswith(".")


def test_what_tally_taught() -> None:
    opened = {action.key: action.screen for action in _in(EVERYWHERE) if action.screen}
    assert {key: opened[key] for key in _TALLY} == _TALLY


def test_screens_that_do_not_exist_have_no_key() -> None:
    shown = list(actions_in((EVERYWHERE,), {"receipt"}))
    assert [action.screen for action in shown if action.screen] == ["receipt"]


def test_a_screen_speaks_before_everybody() -> None:
    found = list(actions_in((PALETTE, EVERYWHERE), ()))
    escapes = [action for action in found if action.key == "Esc"]
    assert [action.id for action in escapes] == ["close"]
    keys = [action.key for action in found]
    assert len(keys) == len(set(keys))


def test_rows_of_one_place_stand_together() -> None:
    places = [context for context, _rows in groupby(ACTIONS, key=lambda each: each.context)]
    assert len(places) == len(set(places))
