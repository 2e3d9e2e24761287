"""What the import says, in the user's language; what it means is the presenters'."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.interchange.rejected import RejectedWords
from collectiq_desktop.interchange.spreadsheets.mapping import DateOrder, SheetKind, SignRule
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.import_wizard.results import Outcome, Result
from collectiq_desktop.ui.screens.import_wizard.telling import Doing
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact

_FIELDS = {
    "party": QT_TRANSLATE_NOOP("SheetField", "Party"),
    "code": QT_TRANSLATE_NOOP("SheetField", "Code"),
    "alias": QT_TRANSLATE_NOOP("SheetField", "Other name"),
    "phone": QT_TRANSLATE_NOOP("SheetField", "Phone"),
    "email": QT_TRANSLATE_NOOP("SheetField", "E-mail"),
    "address": QT_TRANSLATE_NOOP("SheetField", "Address"),
    "pincode": QT_TRANSLATE_NOOP("SheetField", "PIN code"),
    "state": QT_TRANSLATE_NOOP("SheetField", "State"),
    "gstin": QT_TRANSLATE_NOOP("SheetField", "GSTIN"),
    "pan": QT_TRANSLATE_NOOP("SheetField", "PAN"),
    "credit_days": QT_TRANSLATE_NOOP("SheetField", "Credit days"),
    "credit_limit": QT_TRANSLATE_NOOP("SheetField", "Credit limit"),
    "opening": QT_TRANSLATE_NOOP("SheetField", "Opening balance"),
    "debit": QT_TRANSLATE_NOOP("SheetField", "Debit"),
    "credit": QT_TRANSLATE_NOOP("SheetField", "Credit"),
    "side": QT_TRANSLATE_NOOP("SheetField", "Dr or Cr"),
    "contact": QT_TRANSLATE_NOOP("SheetField", "Contact person"),
    "group": QT_TRANSLATE_NOOP("SheetField", "Group"),
    "beat": QT_TRANSLATE_NOOP("SheetField", "Beat"),
    "language": QT_TRANSLATE_NOOP("SheetField", "Language"),
    "is_bill_wise": QT_TRANSLATE_NOOP("SheetField", "Kept bill by bill"),
    "number": QT_TRANSLATE_NOOP("SheetField", "Number"),
    "on": QT_TRANSLATE_NOOP("SheetField", "Date"),
    "due_on": QT_TRANSLATE_NOOP("SheetField", "Due date"),
    "amount": QT_TRANSLATE_NOOP("SheetField", "Amount"),
    "taxable": QT_TRANSLATE_NOOP("SheetField", "Taxable value"),
    "cgst": QT_TRANSLATE_NOOP("SheetField", "CGST"),
    "sgst": QT_TRANSLATE_NOOP("SheetField", "SGST"),
    "igst": QT_TRANSLATE_NOOP("SheetField", "IGST"),
    "cess": QT_TRANSLATE_NOOP("SheetField", "Cess"),
    "round_off": QT_TRANSLATE_NOOP("SheetField", "Round off"),
    "place_of_supply": QT_TRANSLATE_NOOP("SheetField", "Place of supply"),
    "item": QT_TRANSLATE_NOOP("SheetField", "Item"),
    "quantity": QT_TRANSLATE_NOOP("SheetField", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("SheetField", "Unit"),
    "rate": QT_TRANSLATE_NOOP("SheetField", "Rate"),
    "hsn": QT_TRANSLATE_NOOP("SheetField", "HSN"),
    "item_amount": QT_TRANSLATE_NOOP("SheetField", "Amount of the item"),
    "gst_rate": QT_TRANSLATE_NOOP("SheetField", "GST rate"),
    "mode": QT_TRANSLATE_NOOP("SheetField", "Mode"),
    "reference": QT_TRANSLATE_NOOP("SheetField", "UTR / reference"),
    "against": QT_TRANSLATE_NOOP("SheetField", "Against bill"),
    "discount": QT_TRANSLATE_NOOP("SheetField", "Discount"),
    "tds": QT_TRANSLATE_NOOP("SheetField", "TDS"),
    "settled_on": QT_TRANSLATE_NOOP("SheetField", "Paid on"),
    "days_to_pay": QT_TRANSLATE_NOOP("SheetField", "Days until paid"),
    "settled": QT_TRANSLATE_NOOP("SheetField", "Paid amount"),
    "outstanding": QT_TRANSLATE_NOOP("SheetField", "Still open"),
    "narration": QT_TRANSLATE_NOOP("SheetField", "Narration"),
    "entered_at": QT_TRANSLATE_NOOP("SheetField", "Entered on"),
}
_KINDS = {
    SheetKind.PARTIES: QT_TRANSLATE_NOOP("Import", "Parties"),
    SheetKind.OPENING_BILLS: QT_TRANSLATE_NOOP("Import", "Open bills"),
    SheetKind.INVOICES: QT_TRANSLATE_NOOP("Import", "Sales invoices"),
    SheetKind.RECEIPTS: QT_TRANSLATE_NOOP("Import", "Receipts"),
    SheetKind.INVOICES_WITH_SETTLEMENT: QT_TRANSLATE_NOOP("Import", "Invoices with their payment"),
}
_DATES = {
    DateOrder.DMY: QT_TRANSLATE_NOOP("Import", "Day first: 05-04-2026"),
    DateOrder.MDY: QT_TRANSLATE_NOOP("Import", "Month first: 04/05/2026"),
    DateOrder.YMD: QT_TRANSLATE_NOOP("Import", "Year first: 2026-04-05"),
}
_SIGNS = {
    SignRule.DEBIT_POSITIVE: QT_TRANSLATE_NOOP("Import", "The party owes us"),
    SignRule.CREDIT_POSITIVE: QT_TRANSLATE_NOOP("Import", "We owe the party"),
}
_OUTCOMES = {
    Outcome.REJECTED: QT_TRANSLATE_NOOP("Import", "Rejected"),
    Outcome.NOT_COUNTED: QT_TRANSLATE_NOOP("Import", "Not counted"),
    Outcome.TO_LOOK_AT: QT_TRANSLATE_NOOP("Import", "To look at"),
}
_DOING = {
    Doing.READING: QT_TRANSLATE_NOOP("Import", "Reading, nothing is written yet"),
    Doing.WRITING: QT_TRANSLATE_NOOP("Import", "Writing into the books"),
    Doing.UNDOING: QT_TRANSLATE_NOOP("Import", "Taking the import back"),
}
OUTCOME_TONES = {
    Outcome.REJECTED: Tone.BAD,
    Outcome.NOT_COUNTED: Tone.MUTED,
    Outcome.TO_LOOK_AT: Tone.WARN,
}

_PLACES = (
    QT_TRANSLATE_NOOP("Import", "row"),
    QT_TRANSLATE_NOOP("Import", "line"),
    QT_TRANSLATE_NOOP("Import", "voucher"),
    QT_TRANSLATE_NOOP("Import", "bill"),
    QT_TRANSLATE_NOOP("Import", "ledger"),
    QT_TRANSLATE_NOOP("Import", "item"),
    QT_TRANSLATE_NOOP("Import", "payment of"),
    QT_TRANSLATE_NOOP("Import", "opening balance on account"),
    QT_TRANSLATE_NOOP("Import", "opening bills"),
    QT_TRANSLATE_NOOP("Import", "opening bill"),
    QT_TRANSLATE_NOOP("Import", "accounts"),
)


def _said(words: str) -> str:
    return QCoreApplication.translate("Import", words)


def field_words(name: str) -> str:
    """One of our fields, as a person calls it."""
    return QCoreApplication.translate("SheetField", _FIELDS[name])


def mapping_words(sentence: str) -> str:
    """What is wrong with the columns, our fields named as a person calls them."""
    if not isinstance(sentence, Sentence):
        return text.sentence(sentence)
    values = {
        key: ", ".join(map(_named, told.split(", "))) for key, told in sentence.values.items()
    }
    return text.sentence(Sentence(sentence, sentence.template, values))


def _named(word: str) -> str:
    return field_words(word) if word in _FIELDS else word


def rejected_words() -> RejectedWords:
    """How rejected rows are told in a file."""
    return RejectedWords(
        where=QCoreApplication.translate("Column", "Where"),
        reason=QCoreApplication.translate("Column", "Reason"),
        place_of=where_words,
        said=text.sentence,
    )


def kind_choices() -> list[tuple[str, str]]:
    """What one row of a sheet may be."""
    return [(kind.value, _said(words)) for kind, words in _KINDS.items()]


def date_choices() -> list[tuple[str, str]]:
    """How a sheet may write dates."""
    return [(order.value, _said(words)) for order, words in _DATES.items()]


def sign_choices() -> list[tuple[str, str]]:
    """What a bare amount may mean."""
    return [(sign.value, _said(words)) for sign, words in _SIGNS.items()]


def outcome_words(outcome: Outcome) -> str:
    """What became of a row."""
    return _said(_OUTCOMES[outcome])


def where_words(where: str) -> str:
    """The place of a row: readers name it in English, and files and names stay as they are."""
    return ", ".join(map(_place_words, where.split(", ")))


def _place_words(part: str) -> str:
    for words in _PLACES:
        if part == words or part.startswith(f"{words} "):
            return _said(words) + part.removeprefix(words)
    return part


def doing_words(doing: Doing) -> str:
    """What is under way."""
    return _said(_DOING[doing])


def result_facts(result: Result) -> list[Fact]:
    """The counts and sums of an import."""
    report = result.report
    translate = QCoreApplication.translate
    bad = Tone.BAD if report.rejected else Tone.INK
    warn = Tone.WARN if report.warnings else Tone.INK
    return [
        Fact(translate("Import", "Read"), text.count(report.read)),
        Fact(translate("Import", "New"), text.count(report.new), Tone.GOOD),
        Fact(translate("Import", "Changed"), text.count(report.amended)),
        Fact(translate("Import", "As before"), text.count(report.unchanged)),
        Fact(translate("Import", "Rejected"), text.count(len(report.rejected)), bad),
        Fact(translate("Import", "Not counted"), text.count(len(report.not_counted))),
        Fact(translate("Import", "To look at"), text.count(len(report.warnings)), warn),
        Fact(translate("Import", "Parties' debit"), text.amount(report.debit_paise)),
        Fact(translate("Import", "Parties' credit"), text.amount(report.credit_paise)),
        Fact(translate("Import", "They owe"), text.with_side(result.owed_paise)),
    ]


def control_words(result: Result) -> tuple[str, Tone]:
    """How the typed total agrees with what was found."""
    difference_paise = result.difference_paise
    if difference_paise is None and not result.report.is_dry_run:
        return "", Tone.MUTED
    if difference_paise is None:
        words = _said(
            QT_TRANSLATE_NOOP("Import", "Type what all parties owe there; it is compared here.")
        )
        return words, Tone.MUTED
    if not difference_paise:
        return _said(QT_TRANSLATE_NOOP("Import", "Agrees ✓")), Tone.GOOD
    words = _said(QT_TRANSLATE_NOOP("Import", "Differs by %1"))
    return text.filled(words, text.amount(difference_paise)), Tone.BAD


def result_heading(result: Result) -> str:
    """Whether something was written, and of which company."""
    report = result.report
    if report.is_dry_run:
        words = _said(QT_TRANSLATE_NOOP("Import", "Tried, nothing is written yet"))
    elif report.batch is None:
        words = _said(QT_TRANSLATE_NOOP("Import", "Nothing was new, so nothing was written"))
    else:
        words = _said(QT_TRANSLATE_NOOP("Import", "Written into the books"))
    return " · ".join(filter(None, (words, report.company)))
