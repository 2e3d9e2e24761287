"""What the exchange is at and what became of it, in the user's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.queries.syncing import HeldLine
from collectiq_desktop.sync.ended import Ended, Outcome
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.theme import Tone

_HELD: Mapping[Reason, str] = {
    Reason.REVOKED: QT_TRANSLATE_NOOP(
        "Held", "Its counter was revoked before it was sent. Head office lets it in or not."
    ),
    Reason.OTHER_BRANCH: QT_TRANSLATE_NOOP(
        "Held", "It is of a branch that this counter may not write for."
    ),
    Reason.NOT_YOURS: QT_TRANSLATE_NOOP("Held", "Only head office may record such a thing."),
    Reason.NO_RIGHT: QT_TRANSLATE_NOOP(
        "Held", "Who made it was not permitted to. An admin at head office lets it in or not."
    ),
    Reason.TOO_NEW: QT_TRANSLATE_NOOP(
        "Held", "It was written by a newer CollectIQ than head office has; they update first."
    ),
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("Held", "Head office cannot read it; ask for help."),
    Reason.UNBALANCED: QT_TRANSLATE_NOOP("Held", "It does not add up; ask for help."),
    Reason.MISSING_BASE: QT_TRANSLATE_NOOP(
        "Held", "What it changes has not come to head office yet; it goes on by itself then."
    ),
    Reason.MISSING_PARTY: QT_TRANSLATE_NOOP(
        "Held", "Its party has not come to head office yet; it goes on by itself then."
    ),
    Reason.MISSING_ACCOUNT: QT_TRANSLATE_NOOP(
        "Held", "Its account has not come to head office yet."
    ),
    Reason.SAME_ORIGIN: QT_TRANSLATE_NOOP(
        "Held", "Another counter brought the same document, and that one is held too."
    ),
    Reason.NUMBER_USED: QT_TRANSLATE_NOOP(
        "Held", "Its number is on another document. Head office gives it a new one, or rejects it."
    ),
}
_HELD_OTHERWISE = QT_TRANSLATE_NOOP("Held", "Head office looks at it.")
_OUTCOMES: Mapping[Outcome, tuple[str, Tone]] = {
    Outcome.DONE: (QT_TRANSLATE_NOOP("Outcome", "both ends have the same"), Tone.GOOD),
    Outcome.UPDATE_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "sent; this CollectIQ must be updated to read all"),
        Tone.WARN,
    ),
    Outcome.LINE_DOWN: (
        QT_TRANSLATE_NOOP("Outcome", "head office could not be reached"),
        Tone.WARN,
    ),
    Outcome.REVOKED: (QT_TRANSLATE_NOOP("Outcome", "this counter is revoked"), Tone.BAD),
    Outcome.NO_KEY: (QT_TRANSLATE_NOOP("Outcome", "the key is not on this machine"), Tone.WARN),
    Outcome.REFUSED: (QT_TRANSLATE_NOOP("Outcome", "head office said no"), Tone.BAD),
    Outcome.DIFFERS: (QT_TRANSLATE_NOOP("Outcome", "the sums differ"), Tone.BAD),
    Outcome.TROUBLE: (QT_TRANSLATE_NOOP("Outcome", "broke off"), Tone.WARN),
}

_REFUSED: Mapping[str, str] = {
    "unknown": QT_TRANSLATE_NOOP(
        "Outcome",
        "Head office does not know this counter. If head office was put back from an old backup, "
        "another counter that is up to date must exchange first.",
    ),
    "pin": QT_TRANSLATE_NOOP(
        "Outcome",
        "Another server answers at the address of head office. Do not go on before you have "
        "spoken to them.",
    ),
}
_REFUSED_OTHERWISE = QT_TRANSLATE_NOOP(
    "Outcome", "Head office says no (%1). Nothing was lost; ask there."
)


def held_words(line: HeldLine) -> str:
    """Why a fact is held, and what happens next."""
    return QCoreApplication.translate("Held", _HELD.get(line.reason, _HELD_OTHERWISE))


def outcome_words(ended: Ended) -> str:
    """How an exchange ended, in a few words."""
    said = QCoreApplication.translate("Outcome", _OUTCOMES[ended.outcome][0])
    more = []
    if ended.is_restored:
        more.append(QCoreApplication.translate("Outcome", "an older file was put back"))
    if ended.is_repaired:
        more.append(QCoreApplication.translate("Outcome", "worked out anew"))
    return ", ".join((said, *more))


def outcome_tone(ended: Ended) -> Tone:
    """How good that is."""
    return _OUTCOMES[ended.outcome][1]


def trouble_words(ended: Ended | None) -> str:
    """What went wrong at the last exchange and what to do, empty where nothing did."""
    if ended is None or ended.outcome is Outcome.DONE:
        return _clock_words(ended)
    if ended.outcome is Outcome.LINE_DOWN:
        return QCoreApplication.translate(
            "Outcome",
            "Head office cannot be reached. Go on working: nothing is lost, and everything is "
            "sent when the line is back.",
        )
    if ended.outcome is Outcome.REVOKED:
        return QCoreApplication.translate(
            "Outcome",
            "Head office let this counter take part no more. What is recorded here is still "
            "sent, and waits there for their word.",
        )
    if ended.outcome is Outcome.UPDATE_NEEDED:
        return QCoreApplication.translate(
            "Outcome",
            "Others record things that this CollectIQ is too old to read. Update it; until then "
            "go on selling, everything is sent.",
        )
    if ended.outcome is Outcome.DIFFERS:
        return _differs_words(ended)
    if ended.outcome is Outcome.NO_KEY:
        return QCoreApplication.translate(
            "Outcome",
            "The key of this counter is not on this machine, so nothing can be sent. Ask head "
            "office for a code, close the books and open them again to type it in.",
        )
    if ended.outcome is Outcome.REFUSED:
        said = QCoreApplication.translate("Outcome", _REFUSED.get(ended.detail, _REFUSED_OTHERWISE))
        return text.filled(said, ended.detail)
    return text.sentence(ended.told)


def _differs_words(ended: Ended) -> str:
    day = text.day(date_of_ymd(ended.differs_from_on)) if ended.differs_from_on else text.NONE
    words = QCoreApplication.translate(
        "Outcome",
        "The sums here and at head office differ, also after everything was worked out anew. "
        "The first day that differs is %1. Tell head office; Alt+R works it out once more.",
    )
    return text.filled(words, day)


_WORTH_SAYING_MS = 5 * 60_000
_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


def _clock_words(ended: Ended | None) -> str:
    """A clock that is wrong by more than minutes is told, for it dates what is recorded."""
    ahead_ms = ended.clock_ahead_ms if ended is not None else 0
    if abs(ahead_ms) < _WORTH_SAYING_MS:
        return ""
    fast = QT_TRANSLATE_NOOP("Outcome", "This machine's clock is %1 fast. Put it right.")
    slow = QT_TRANSLATE_NOOP("Outcome", "This machine's clock is %1 slow. Put it right.")
    told = QCoreApplication.translate("Outcome", fast if ahead_ms > 0 else slow)
    return text.filled(told, _span_words(abs(ahead_ms)))


def _span_words(span_ms: int) -> str:
    if span_ms < _HOUR_MS:
        words = QCoreApplication.translate("Outcome", "%1 min")
        return text.filled(words, str(span_ms // _MINUTE_MS))
    if span_ms < 2 * _DAY_MS:
        words = QCoreApplication.translate("Outcome", "%1 h")
        return text.filled(words, str(span_ms // _HOUR_MS))
    words = QCoreApplication.translate("Outcome", "%1 days")
    return text.filled(words, text.count(span_ms // _DAY_MS))
