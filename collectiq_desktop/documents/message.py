"""The few words that go with a paper to a party's phone, in the party's language."""

from __future__ import annotations

from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.view import day, rupees, with_side


def message_of(record: ReceiptPaper | InvoicePaper | Statement, language: str = "") -> str:
    """Greeting, what the paper says in one line, and where money may be sent.

    Limits: under a thousand characters, which is what a link may carry.
    """
    labels = labels_for(language or record.party.language)
    lines = [labels.fill("message_greeting", party=record.party.name[:120])]
    if isinstance(record, Statement):
        lines += _statement_lines(record, labels)
    elif isinstance(record, ReceiptPaper):
        received = rupees(record.amount_paise)
        balance = with_side(record.balance_after_paise, labels)
        lines.append(
            labels.fill("message_receipt", number=record.number, on=day(record.on), amount=received)
        )
        lines.append(labels.fill("message_balance", balance=balance))
    else:
        lines.append(
            labels.fill(
                "message_invoice",
                number=record.number,
                on=day(record.on),
                amount=rupees(record.total_paise),
                due=day(record.due_on or record.on),
            )
        )
    lines.append(record.firm.name[:120])
    return "\n".join(lines)


def _statement_lines(record: Statement, labels: Labels) -> list[str]:
    balance = with_side(record.closing_paise, labels)
    lines = [labels.fill("message_statement", on=day(record.to_on), balance=balance)]
    if record.overdue_paise > 0:
        lines.append(labels.fill("message_overdue", amount=rupees(record.overdue_paise)))
    if record.closing_paise > 0 and record.firm.vpa:
        lines.append(labels.fill("message_upi", vpa=record.firm.vpa))
    return lines
