"""The words of a reminder, in the party's language; the agent's phone fills the same gaps."""

from __future__ import annotations

from collections.abc import Mapping

from collectiq_desktop.core.domain.reminders import ReminderWords
from collectiq_desktop.documents.labels import labels_for, languages
from collectiq_desktop.documents.view import day, rupees

_NAME_CHARS, _NUMBER_CHARS = 120, 40
_KEYS = (
    "message_greeting",
    "reminder_one",
    "reminder_many",
    "message_upi",
    "reminder_ask",
)


def reminder_text(words: ReminderWords, language: str = "") -> str:
    """What is overdue, the oldest bill, where money may be sent, and by whom it is asked.

    Limits: under a thousand characters, which is what a link may carry.
    """
    labels = labels_for(language or words.party.language)
    oldest, firm = words.oldest, words.firm
    lines = [
        labels.fill("message_greeting", party=words.party.name[:_NAME_CHARS]),
        labels.fill(
            "reminder_many" if words.overdue_count > 1 else "reminder_one",
            amount=rupees(words.overdue_paise),
            count=str(words.overdue_count),
            number=oldest.number[:_NUMBER_CHARS],
            on=day(oldest.bill_on),
            open=rupees(oldest.open_paise),
        ),
    ]
    if firm.vpa:
        lines.append(labels.fill("message_upi", vpa=firm.vpa))
    lines += [labels.fill("reminder_ask"), firm.name[:_NAME_CHARS]]
    return "\n".join(lines)


def reminder_phrases() -> Mapping[str, Mapping[str, str]]:
    """For each language of papers the phrases of which a reminder is made, with their gaps."""
    return {code: {key: labels_for(code)[key] for key in _KEYS} for code in languages()}
