"""What happened, and what Enter does about it, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.attention import AttentionLine, Matter
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.party_words import field_name

_SHORT = {
    Matter.UNSETTLED: QT_TRANSLATE_NOOP("Attention", "Not settled whole"),
    Matter.OVERRULED: QT_TRANSLATE_NOOP("Attention", "Correction without effect"),
    Matter.RIVALS: QT_TRANSLATE_NOOP("Attention", "Two values"),
    Matter.PHONE: QT_TRANSLATE_NOOP("Attention", "Phone to correct"),
}


def short_words(line: AttentionLine) -> str:
    """The matter in a word or two."""
    return QCoreApplication.translate("Attention", _SHORT[line.matter])


def happened_words(line: AttentionLine) -> str:
    """What happened, in a whole sentence."""
    if line.matter is Matter.UNSETTLED:
        return _unsettled_words(line)
    if line.matter is Matter.OVERRULED:
        words = QCoreApplication.translate(
            "Attention",
            "Somebody corrected %1 after it had been corrected already; the later correction "
            "is kept in the history and has no effect.",
        )
        return text.filled(words, line.number)
    if line.matter is Matter.PHONE:
        return _phone_words(line)
    words = QCoreApplication.translate(
        "Attention", "Two people changed the %1 at the same time. “%2” holds; “%3” was written too."
    )
    others = "”, “".join(line.values[1:])
    return text.filled(words, field_name(line.subject), line.values[0], others)


def _phone_words(line: AttentionLine) -> str:
    wrong, agent = line.values
    who = agent or QCoreApplication.translate("Attention", "An agent")
    if not wrong:
        words = QCoreApplication.translate("Attention", "%1 heard one more phone of the party: %2.")
        return text.filled(words, who, line.subject)
    words = QCoreApplication.translate("Attention", "%1 says that the phone is %2 and not %3.")
    return text.filled(words, who, line.subject, wrong)


def _unsettled_words(line: AttentionLine) -> str:
    amount = text.amount(abs(line.amount_paise))
    if not line.subject:
        words = QCoreApplication.translate(
            "Attention",
            "%1 was set against a bill that is not in the books any more; %2 stays on account.",
        )
        return text.filled(words, line.number, amount)
    words = QCoreApplication.translate(
        "Attention",
        "%1 was set against bill %2, which had less open than that; %3 stays on account.",
    )
    return text.filled(words, line.number, line.subject, amount)


def way_out_words(line: AttentionLine) -> str:
    """What Enter does, and what to do there."""
    if line.matter is Matter.UNSETTLED:
        return QCoreApplication.translate(
            "Attention",
            "Enter opens the voucher. If the sum belongs to another bill, cancel it there with "
            "Alt+X and record it anew.",
        )
    if line.matter is Matter.OVERRULED:
        return QCoreApplication.translate(
            "Attention",
            "Enter shows the history, old and new side by side. If the later correction was "
            "right, amend the voucher once more.",
        )
    if line.matter is Matter.PHONE:
        return QCoreApplication.translate(
            "Attention",
            "Enter writes it into the party. Alt+X puts it away, and the party stays as it is.",
        )
    return QCoreApplication.translate(
        "Attention", "Enter opens the party. Write the right value once more, and it alone holds."
    )
