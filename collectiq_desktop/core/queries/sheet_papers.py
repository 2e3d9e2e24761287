"""A run sheet on paper: each party with its bills, promises and cheques in hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from collectiq_desktop.core.domain.cheques import ChequeState
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.papers import SheetBill, SheetPaper, SheetPaperRow, SheetPledge
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.cheques import ChequeRegister, cheque_register
from collectiq_desktop.core.queries.heads import firm_on_paper, party_on_paper
from collectiq_desktop.core.queries.promises import Promises, promises
from collectiq_desktop.core.queries.rounds import bills_of, masters_of
from collectiq_desktop.core.queries.runsheets import RunSheetCard, run_sheet_card


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetOnPaper(Ask[SheetPaper]):
    """All that stands on the paper of a run sheet.

    Args:
        made_text: when it is printed, as it is to be read.
    """

    sheet_id: FactId
    made_text: str = ""
    is_duplicate: bool = False


@answers(RunSheetOnPaper)
def run_sheet_paper(conn: Connection, ask: RunSheetOnPaper, today_on: date) -> SheetPaper:
    """The run sheet with what is open today.

    Raises:
        NotFound: there is no such sheet.

    Limits: some hundreds of parties.
    """
    details = run_sheet_card(conn, RunSheetCard(sheet_id=ask.sheet_id), today_on)
    masters = masters_of(conn, [row.party_id for row in details.rows])
    bills = bills_of(conn, masters, today_on)
    promised = _by_party(
        (line.party_id, SheetPledge(on=line.promised_on, amount_paise=line.amount_paise))
        for line in promises(conn, Promises(), today_on).lines
        if line.state is PromiseState.WAITING
    )
    cheques = _by_party(
        (line.party_id, SheetPledge(on=line.cheque_on, amount_paise=line.amount_paise, number=n))
        for line in cheque_register(conn, ChequeRegister(), today_on).lines
        for n in [line.number]
        if line.state is ChequeState.IN_HAND
    )
    sheet = details.sheet
    return SheetPaper(
        firm=firm_on_paper(conn),
        number=sheet.number,
        on=sheet.on,
        agent=sheet.agent,
        title=sheet.title,
        rows=tuple(
            SheetPaperRow(
                row_no=row.row_no,
                party=party_on_paper(masters[row.party_id].party),
                reasons=tuple(row.reason.split()),
                balance_paise=row.balance_paise,
                expected_paise=row.expected_paise,
                bills=tuple(
                    SheetBill(
                        number=bill.number,
                        due_on=bill.due_on,
                        overdue_days=bill.overdue_days,
                        open_paise=bill.open_paise,
                    )
                    for bill in bills[row.party_id]
                ),
                promises=tuple(promised[row.party_id]),
                cheques=tuple(cheques[row.party_id]),
            )
            for row in details.rows
        ),
        expected_paise=sheet.expected_paise,
        made_text=ask.made_text,
        is_duplicate=ask.is_duplicate,
    )


def _by_party(pledges: Iterable[tuple[Any, SheetPledge]]) -> dict[Any, list[SheetPledge]]:
    found: dict[Any, list[SheetPledge]] = defaultdict(list)
    for party_id, pledge in pledges:
        found[party_id].append(pledge)
    for each in found.values():
        each.sort(key=lambda pledge: pledge.on)
    return found
