"""`risk score`: every party with its risk, and what will come in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.risk_publishing import publish
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import count_text, day_text, sum_text
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.risk import ForecastLine
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.intelligence.foresight import Foresight, Look, firm_folder
from collectiq_desktop.intelligence.people import PartyAhead
from collectiq_desktop.intelligence.scoring import basis_of


def answer(call: Call) -> Answer:
    """The scores of all parties at the end of a day."""
    on = call.day("as_of") or call.today_on
    with call.books() as books:
        foresight = Foresight(books, firm_folder(books.ask(FirmCard()).firm_id))
        look = foresight.look(on)
        people = look.people()
        if on == call.today_on:
            foresight.remember(people)
            if call.options.publish:
                publish(books, foresight, look, people)
    if look.problem:
        call.notice(look.problem)
    ranked = sorted(people, key=lambda each: (-(each.score or 0.0), each.member.name))
    return Answer(
        for_machines=lambda: _machine(look, ranked, look.forecast()),
        for_people=lambda: _lines(look, ranked, look.forecast()),
    )


_BASES = {
    "ageing": "Fewer than 15 bills were paid so far: there is ageing only, and no score.",
    "habits": "By payment habits only.",
    "learned": "By payment habits and what was learned of this shop.",
}


def _machine(
    look: Look, people: Sequence[PartyAhead], ahead: Sequence[ForecastLine]
) -> dict[str, object]:
    return {
        "as_of_on": look.sight.today_on.isoformat(),
        "basis": basis_of(look).value,
        "problem": str(look.problem),
        "over_days": look.sight.risk.over_days,
        "within_days": look.sight.risk.within_days,
        "forecast": [each._asdict() for each in ahead],
        "parties": [party_machine(each) for each in people],
    }


def party_machine(each: PartyAhead) -> dict[str, object]:
    """A party in the form that scripts rely on."""
    return {
        "party": each.member.name,
        "code": each.member.code,
        "beat": each.member.beat,
        "score": None if each.score is None else round(each.score, 4),
        "category": each.category.value,
        "frequency": each.frequency.value,
        "evidence": each.evidence.value,
        "bills_paid_count": each.paid_count,
        "balance_paise": each.member.balance_paise,
        "open_paise": each.open_paise,
        "overdue_paise": each.overdue_paise,
        "overdue_days": each.oldest_days,
        "expected_on": iso(each.expected_on),
        "remind_on": iso(each.remind_on),
        "remind_again_days": each.remind_again_days,
        "usual_gap_days": each.usual_gap_days,
    }


def iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def score_text(score: float | None) -> str:
    """A score as it is read; nothing where there is none."""
    return "" if score is None else f"{score:.2f}"


def _lines(
    look: Look, people: Sequence[PartyAhead], ahead: Sequence[ForecastLine]
) -> Iterator[str]:
    yield f"Risk on {day_text(look.sight.today_on)}"
    yield _BASES[basis_of(look).value]
    task = look.sight.risk
    yield (
        f"The score is the chance of a bill more than {task.over_days} days overdue within "
        f"{task.within_days} days."
    )
    yield ""
    columns = (
        left("Party"),
        left("Code"),
        right("Score"),
        left("Category"),
        left("Pays"),
        left("Evidence"),
        right("Open"),
        right("Overdue"),
        right("Days"),
        left("Expected"),
        left("Remind"),
        right("Every"),
    )
    yield from table(columns, map(_cells, people))
    yield ""
    yield count_text(len(people), "party", "parties")
    for each in ahead:
        yield (
            f"Within {each.days} days: {format_inr(each.likely_paise)} likely, "
            f"from {format_inr(each.low_paise)} to {format_inr(each.high_paise)}"
        )


def _cells(each: PartyAhead) -> tuple[str, ...]:
    return (
        each.member.name,
        each.member.code,
        score_text(each.score),
        each.category.value,
        each.frequency.value,
        each.evidence.value,
        sum_text(each.open_paise),
        sum_text(each.overdue_paise),
        str(max(0, each.oldest_days) or ""),
        day_text(each.expected_on),
        day_text(each.remind_on),
        f"{each.remind_again_days} days" if each.remind_on else "",
    )
