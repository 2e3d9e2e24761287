"""A shop's day on made-up books: what `self-test` does with everything but Qt.

Nothing of it is anybody's, and nothing of it stays on the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from collectiq_desktop.app import create_books
from collectiq_desktop.commands.writing import count_text, moment_text
from collectiq_desktop.core.books import Books, Outside, Surroundings
from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt

Step: TypeAlias = Callable[[], str]
_FIRM = Firm(name="जाँच ट्रेडर्स", vpa="jaanch@examplebank", state_code="24")
_PARTY = Party(name="श्री गणेश किराना भंडार", language="hi", credit_days=30)
_PART_OF_NAME = "गणेश"
_INVOICE_PAISE, _RECEIPT_PAISE = 12_34_567_50, 4_34_567_50
_HINDI_FONT = re.compile(
    rb"/FontName\s*/[A-Z]{6}\+NotoSansDevanagari-\w+(?:(?!endobj).)*?/FontFile[23]?\s", re.DOTALL
)


class Trial:
    """The steps of the day, each on what the step before made in the folder."""

    def __init__(self, outside: Outside, folder: Path) -> None:
        self._folder = folder
        # Without anchors, since these would lie among the user's own.
        self._outside = Surroundings(clock=outside.clock, ids=outside.ids)
        self._books: Books | None = None
        self._party_id = PartyId(outside.ids.mint())
        self.paper = folder / "statement.pdf"

    def steps(self) -> tuple[tuple[str, Step], ...]:
        """The steps in order, by name; each gives a sentence on what was seen.

        Raises:
            Exception: by a step, when it does not go well.
        """
        return (
            ("books", self._create),
            ("party", self._add_party),
            ("invoice", self._post),
            ("receipt", self._receive),
            ("paper", self._print),
            ("sheet", self._write_sheet),
            ("verify", self._verify),
        )

    def close(self) -> None:
        """Let go of the books' file."""
        if self._books is not None:
            self._books.close()

    @property
    def _open(self) -> Books:
        assert self._books is not None
        return self._books

    def _create(self) -> str:
        # The name is in Hindi, since a path is where letters go wrong first.
        path = self._folder / f"{_FIRM.name}.collectiq"
        self._books = create_books(path, _FIRM, self._outside)
        return f"New books were made in {path}."

    def _add_party(self) -> str:
        self._open.run(AddParty(party_id=self._party_id, party=_PARTY))
        found = self._open.ask(ResolveParty(text=_PART_OF_NAME))
        if found.party_id != self._party_id:
            raise _trouble(say("A party is not found by a part of its name."))
        return f"{_PARTY.name} was added, and is found by a part of the name."

    def _post(self) -> str:
        command = PostInvoice(
            voucher_id=VoucherId(self._outside.ids.mint()),
            party_id=self._party_id,
            amount_paise=_INVOICE_PAISE,
        )
        posted = self._open.run(command).result
        return f"{posted.number} for {format_inr(_INVOICE_PAISE)} was posted."

    def _receive(self) -> str:
        command = RecordReceipt(
            voucher_id=VoucherId(self._outside.ids.mint()),
            party_id=self._party_id,
            amount_paise=_RECEIPT_PAISE,
            mode=Mode.BANK,
        )
        posted = self._open.run(command).result
        closing_paise = self._statement().closing_paise
        if closing_paise != _INVOICE_PAISE - _RECEIPT_PAISE:
            raise _trouble(
                say(
                    "The balance is wrong: {closing}.",
                    closing=format_dr_cr(closing_paise),
                )
            )
        return f"{posted.number} was recorded; balance {format_dr_cr(closing_paise)}."

    def _statement(self) -> Statement:
        made_text = moment_text(self._outside.clock.now_at())
        ask = PartyStatement(party_id=self._party_id, made_text=made_text)
        statement: Statement = self._open.ask(ask)
        return statement

    def _print(self) -> str:
        from collectiq_desktop.documents.statement import statement_pdf

        pdf = statement_pdf(self._statement())
        self.paper.write_bytes(pdf)
        if not pdf.startswith(b"%PDF-"):
            raise _trouble(say("The statement on paper is no PDF."))
        if _HINDI_FONT.search(pdf) is None:
            raise _trouble(say("The font for Hindi is missing from the paper."))
        return f"A statement in Hindi as PDF, {len(pdf):,} bytes, with Noto Sans Devanagari in it."

    def _write_sheet(self) -> str:
        from collectiq_desktop.documents.sheets import statement_xlsx
        from collectiq_desktop.interchange.spreadsheets.grid import read_grid

        path = self._folder / "statement.xlsx"
        path.write_bytes(statement_xlsx(self._statement()))
        rows = read_grid(path).rows
        if not any(_PARTY.name in str(cell) for row in rows for cell in row.cells):
            raise _trouble(say("The party is not on the spreadsheet."))
        return f"The statement as XLSX, read back with {count_text(len(rows), 'row')}."

    def _verify(self) -> str:
        found = self._open.verify()
        if not found.ok:
            wrong = "; ".join(check.detail for check in found.checks if not check.ok)
            raise _trouble(say("The books do not verify: {wrong}", wrong=wrong))
        return f"{count_text(found.facts, 'fact')} proved."


def _trouble(sentence: str) -> BooksTrouble:
    return BooksTrouble(say("{sentence} Please install CollectIQ again.", sentence=sentence))
