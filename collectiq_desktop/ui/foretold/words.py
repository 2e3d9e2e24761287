"""What is foretold, in the user's words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from collectiq_desktop.core.domain.risk import (
    Basis,
    Category,
    Frequency,
    PartyRisk,
    RiskOutlook,
)
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.theme import Tone

_CATEGORIES = {
    Category.SAFE: QT_TRANSLATE_NOOP("Risk", "Safe"),
    Category.WATCH: QT_TRANSLATE_NOOP("Risk", "Watch"),
    Category.RISKY: QT_TRANSLATE_NOOP("Risk", "Risky"),
    Category.DORMANT: QT_TRANSLATE_NOOP("Risk", "Dormant"),
}
_FREQUENCIES = {
    Frequency.NEW: QT_TRANSLATE_NOOP("Risk", "New"),
    Frequency.FREQUENT: QT_TRANSLATE_NOOP("Risk", "Frequent"),
    Frequency.IRREGULAR: QT_TRANSLATE_NOOP("Risk", "Irregular"),
    Frequency.DELAYED: QT_TRANSLATE_NOOP("Risk", "Delayed"),
}
_TONES = {
    Category.SAFE: Tone.GOOD,
    Category.WATCH: Tone.WARN,
    Category.RISKY: Tone.BAD,
    Category.DORMANT: Tone.MUTED,
}
_BASES = {
    Basis.AGEING: QT_TRANSLATE_NOOP("Risk", "not enough history: ageing only, no scores yet"),
    Basis.HABITS: QT_TRANSLATE_NOOP("Risk", "by payment habits"),
    Basis.LEARNED: QT_TRANSLATE_NOOP("Risk", "by payment habits and what was learned here"),
}
_DOING = {
    "scoring": QT_TRANSLATE_NOOP("Risk", "Scores are being worked out in the background."),
    "learning": QT_TRANSLATE_NOOP("Risk", "The shop's history is being learned anew."),
    "rolling_back": QT_TRANSLATE_NOOP("Risk", "Going back to what was learned before."),
}


class _Counted(QObject):
    """Counted words; Qt's tools see a plural only in a `tr`."""

    def days_over(self, count: int) -> str:
        return self.tr("%n day(s) overdue", "", count)

    def every(self, count: int) -> str:
        return self.tr("then every %n day(s)", "", count)

    def gap(self, count: int) -> str:
        return self.tr("every %n day(s)", "", count)


def days_over_words(count: int) -> str:
    """So many days overdue."""
    return _Counted().days_over(count)


def again_words(count: int) -> str:
    """Then every so many days."""
    return _Counted().every(count)


def remind_words(remind_on: date | None, today_on: date) -> str:
    """When to remind: a day to come, or now."""
    if remind_on is not None and remind_on <= today_on:
        return QCoreApplication.translate("Risk", "now")
    return text.day(remind_on)


def reminder_words(risk: PartyRisk, today_on: date) -> str:
    """When to remind, and how often; empty where nothing is open."""
    if risk.remind_on is None:
        return ""
    words = QCoreApplication.translate("Risk", "Remind: %1, %2")
    when = remind_words(risk.remind_on, today_on)
    return text.filled(words, when, again_words(risk.remind_again_days))


def gap_words(count: int) -> str:
    """Every so many days."""
    return _Counted().gap(count)


def category_words(category: Category) -> str:
    """Safe, Watch, Risky or Dormant."""
    return QCoreApplication.translate("Risk", _CATEGORIES[category])


def category_tone(category: Category) -> Tone:
    """What its colour means."""
    return _TONES[category]


def frequency_words(frequency: Frequency) -> str:
    """New, Frequent, Irregular or Delayed."""
    return QCoreApplication.translate("Risk", _FREQUENCIES[frequency])


def score_words(score: int | None) -> str:
    """A score of per mille as it is read: 0.31."""
    return text.NONE if score is None else f"{score / 1_000:.2f}"


def effect_words(effect: int) -> str:
    """By how much a reason moves a score: +0.12; by too little for a figure: ↑ or ↓."""
    if not effect:
        return text.NONE
    told = f"{effect / 1_000:+.2f}"
    if told[1:] != "0.00":
        return told
    return "↑" if effect > 0 else "↓"


def share_words(share: int) -> str:
    """A chance of per mille as it is read: 31 %."""
    return f"{round(share / 10)} %"


def chip_of(risk: PartyRisk) -> tuple[str, Tone]:
    """The chip that says it all: Risky 0.62."""
    words = category_words(risk.category)
    if risk.score is not None:
        words = f"{words} {score_words(risk.score)}"
    return words, category_tone(risk.category)


def basis_words(outlook: RiskOutlook) -> str:
    """Of which day scores are, and what they rest on."""
    words = QCoreApplication.translate("Risk", "As of %1, %2")
    basis = QCoreApplication.translate("Risk", _BASES[outlook.basis])
    return text.filled(words, text.day(outlook.worked_out_on), basis)


def meaning_words(outlook: RiskOutlook) -> str:
    """What a score is, with its two days."""
    words = QCoreApplication.translate(
        "Risk", "Score: chance of a bill more than %1 days overdue within %2 days"
    )
    return text.filled(words, str(outlook.over_days), str(outlook.within_days))


def doing_words(doing: str) -> str:
    """What is under way, empty for nothing."""
    return QCoreApplication.translate("Risk", _DOING[doing]) if doing else ""


def nothing_yet_words() -> str:
    """What stands where nothing was worked out."""
    return QCoreApplication.translate(
        "Risk",
        "Nothing was worked out yet. It is done once a day while nobody works at this counter; "
        "Ctrl+R does it now.",
    )


def nobody_traded_words() -> str:
    """What stands where nobody has a bill."""
    return QCoreApplication.translate(
        "Risk",
        "Not enough history: nobody has a bill yet. F8 begins a sale; scores come once 15 bills "
        "were paid.",
    )
