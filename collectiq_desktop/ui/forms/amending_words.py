"""What a form says while a voucher is posted anew, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.queries.changes import change_lines
from collectiq_desktop.core.queries.versions import VoucherVersion
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.amender import Clashed
from collectiq_desktop.ui.forms.change_words import change_words, value_words
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_WHY = {
    Fixed.PARTIES: QT_TRANSLATE_NOOP("Amending", "it is of several parties"),
    Fixed.LINES: QT_TRANSLATE_NOOP("Amending", "it has lines of accounts that this form has not"),
    Fixed.BILLS: QT_TRANSLATE_NOOP("Amending", "it opens bills that this form does not show"),
    Fixed.CLAIMS: QT_TRANSLATE_NOOP("Amending", "it is set against what this form does not show"),
    Fixed.TAX: QT_TRANSLATE_NOOP("Amending", "it has tax but no lines of goods"),
    Fixed.GOODS: QT_TRANSLATE_NOOP("Amending", "its lines of goods do not come to its sums"),
}


def fixed_words(why: Fixed) -> str:
    """Why only the day and the words can be changed, and the way out."""
    words = QCoreApplication.translate(
        "Amending",
        "Only the date, the reference and the narration can be changed here, for %1. "
        "To change the rest, cancel the voucher (Alt+X) and post it again.",
    )
    return text.filled(words, QCoreApplication.translate("Amending", _WHY[why]))


def amended_words(number: str) -> str:
    """It is done, and where old and new stand."""
    words = QCoreApplication.translate("Amending", "%1 is amended. H shows what was changed.")
    return text.filled(words, number)


def clash_words(clash: Clashed) -> str:
    """What somebody else changed meanwhile, and the way out."""
    told = [_version_words(version, clash.written_by) for version in clash.versions]
    way_out = QCoreApplication.translate(
        "Amending",
        "What you typed stands here. Ctrl+A puts it in place of theirs; Esc twice leaves theirs.",
    )
    return "\n".join([*told, way_out])


def _version_words(version: VoucherVersion, written_by: str) -> str:
    words = QCoreApplication.translate("Amending", "Amended meanwhile, %1, %2: “%3”.")
    who = written_by or QCoreApplication.translate("Amending", "by another counter")
    told = text.filled(words, text.moment(version.recorded_at), who, version.reason)
    changes = [
        f"{change_words(line)}: {value_words(line.old)} → {value_words(line.new)}"
        for line in change_lines(version)
    ]
    return "   ".join([told, *changes])
