"""What each check of the books means, and what to do when it finds something wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.verify.presenter import CheckLine, Doing, State
from collectiq_desktop.ui.theme import Tone

_TITLES = {
    "file": QT_TRANSLATE_NOOP("Verify", "The file is whole"),
    "chain": QT_TRANSLATE_NOOP("Verify", "Nothing recorded was changed"),
    "vouchers": QT_TRANSLATE_NOOP("Verify", "Every voucher balances"),
    "parties": QT_TRANSLATE_NOOP("Verify", "Every party ties out"),
    "numbers": QT_TRANSLATE_NOOP("Verify", "No number is missing or double"),
    "anchor": QT_TRANSLATE_NOOP("Verify", "Nothing was taken away"),
    "rebuild": QT_TRANSLATE_NOOP("Verify", "A rebuild gives the same books"),
}
_WAYS_OUT = {
    "file": QT_TRANSLATE_NOOP(
        "Verify",
        "Stop working in these books. Keep this file, and open your last backup with F3: "
        "the disk may be failing, so copy both to another disk.",
    ),
    "chain": QT_TRANSLATE_NOOP(
        "Verify",
        "Somebody changed the file outside this program. Keep it as proof, open your last "
        "backup with F3, and compare the day books from the day that is named.",
    ),
    "vouchers": QT_TRANSLATE_NOOP(
        "Verify", "Alt+R makes the books anew from what was recorded; then verify once more."
    ),
    "parties": QT_TRANSLATE_NOOP(
        "Verify", "Alt+R makes the books anew from what was recorded; then verify once more."
    ),
    "numbers": QT_TRANSLATE_NOOP(
        "Verify",
        "Alt+R makes the books anew; then verify once more. If the number is still missing, "
        "keep this file and compare it with your last backup.",
    ),
    "anchor": QT_TRANSLATE_NOOP(
        "Verify",
        "These books are older than what was seen on this machine. If you restored a backup "
        "on purpose, enter again what is missing; if not, look for the newer file and open it "
        "with F3.",
    ),
    "rebuild": QT_TRANSLATE_NOOP(
        "Verify", "Alt+R makes the books anew from what was recorded; then verify once more."
    ),
}
_STATES = {
    State.WAITING: (QT_TRANSLATE_NOOP("Verify", "waits"), Tone.MUTED),
    State.UNDER_WAY: (QT_TRANSLATE_NOOP("Verify", "is looked at …"), Tone.ACCENT),
    State.SOUND: (QT_TRANSLATE_NOOP("Verify", "✓ sound"), Tone.GOOD),
    State.WRONG: (QT_TRANSLATE_NOOP("Verify", "✗ wrong"), Tone.BAD),
    State.LEFT_OUT: (QT_TRANSLATE_NOOP("Verify", "left out"), Tone.MUTED),
}
_DOING = {
    Doing.VERIFYING: QT_TRANSLATE_NOOP("Verify", "Verifying, nothing is changed"),
    Doing.REBUILDING: QT_TRANSLATE_NOOP("Verify", "Rebuilding beside the old books"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("Verify", words)


def title_of(line: CheckLine) -> str:
    """What a check proves."""
    return _said(_TITLES[line.name])


def way_out_of(line: CheckLine) -> str:
    """What to do when the check finds something wrong; empty while it does not."""
    return _said(_WAYS_OUT[line.name]) if line.state is State.WRONG else ""


def state_of(line: CheckLine) -> str:
    """How a check stands."""
    return _said(_STATES[line.state][0])


def tone_of(line: CheckLine) -> Tone:
    """What the colour of the state means."""
    return _STATES[line.state][1]


def doing_words(doing: Doing) -> str:
    """What is under way."""
    return _said(_DOING[doing])
