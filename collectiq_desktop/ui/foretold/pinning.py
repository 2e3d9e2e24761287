"""Categories that were pinned or changed, in words, and the word that leads to pinning one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.risk import Pinned
from collectiq_desktop.core.queries.risk import CategoryStep, RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.words import category_words, chip_of, score_words

PIN = "pin"
"""What a place says that leads to a party's risk and begins to pin there."""


def _pinned(line: RiskLine, words: str) -> str:
    if line.pin is None:
        return words
    return text.filled(QCoreApplication.translate("Risk", "%1, pinned"), words)


def pin_words(pin: Pinned) -> str:
    """Until when a pin holds, and why."""
    words = QCoreApplication.translate("Risk", "Pinned until %1: %2")
    return text.filled(words, text.day(pin.until_on), pin.reason)


def why_words(line: RiskLine) -> str:
    """Over the reasons: they speak of the score, whatever was pinned."""
    if line.pin is not None:
        words = QCoreApplication.translate("Risk", "Why the score is %1")
        return text.filled(words, score_words(line.risk.score))
    return text.filled(
        QCoreApplication.translate("Risk", "Why %1"), category_words(line.risk.category)
    )


def step_words(step: CategoryStep) -> str:
    """Since when a party is of its category, and what it was before."""
    words = QCoreApplication.translate("Risk", "%1 since %2, before that %3")
    category, was = category_words(step.category), category_words(step.was)
    return text.filled(words, category, text.day(step.changed_on), was)


def category_of(line: RiskLine) -> str:
    """The category; a pinned one says so."""
    return _pinned(line, category_words(line.risk.category))


def risk_of(line: RiskLine) -> str:
    """The category and the score; a pinned one says so."""
    return _pinned(line, chip_of(line.risk)[0])
