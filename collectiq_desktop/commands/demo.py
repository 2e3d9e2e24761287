"""`demo`: the books of a believable firm, to try things on."""

from __future__ import annotations

from collectiq_desktop.app import place_for_new_books
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.writing import day_text
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque, ReceiveCheque
from collectiq_desktop.core.services.custody import CountInCash
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.demo.making import DemoFirm, DemoPlan, make_demo_firm
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.paths import resources_folder

_WORK = {
    "run_sheets": IssueRunSheet,
    "visits": NoteVisit,
    "promises": MakePromise,
    "handovers": CountInCash,
    "cheques_deposited": DepositCheque,
    "cheques_post_dated": ReceiveCheque,
    "cheques_bounced": BounceCheque,
}


def make(call: Call) -> Answer:
    """Make the demo firm."""
    options = call.options
    path = place_for_new_books(options.books, "Demo firm")
    plan = DemoPlan(
        parties_count=options.parties, vouchers_count=options.vouchers, seed=options.seed
    )
    with shown_progress("Two years of trade", " vouchers") as progress:
        firm = make_demo_firm(
            path,
            plan,
            outside=call.outside,
            words_folder=resources_folder() / "demo",
            progress=progress,
        )
    return Answer(
        for_machines=lambda: {"books": str(path), "seed": plan.seed, **_machine(firm)},
        for_people=lambda: _lines(firm, str(path)),
    )


def _machine(firm: DemoFirm) -> dict[str, object]:
    return {
        "firm": firm.name,
        "from_on": firm.first_on.isoformat(),
        "to_on": firm.last_on.isoformat(),
        "parties": firm.parties_count,
        "vouchers": firm.vouchers_count,
        "habits": {habit.value: count for habit, count in firm.habits.items()},
        "owner": firm.owner,
        "agents": list(firm.agents),
        "password": DEMO_PASSWORD,
        **_work(firm),
    }


def _work(firm: DemoFirm) -> dict[str, int]:
    """How often each thing was done that chases money."""
    return {name: firm.done.get(command.__name__, 0) for name, command in _WORK.items()}


def _lines(firm: DemoFirm, path: str) -> list[str]:
    habits = ", ".join(f"{count} {habit.value}" for habit, count in firm.habits.items() if count)
    work = _work(firm)
    collected = (
        f"{work['run_sheets']} run sheets, {work['visits']} visits, {work['promises']} promises, "
        f"cash counted in {work['handovers']} times"
    )
    cheques = (
        f"{work['cheques_deposited']} deposited, {work['cheques_bounced']} of them bounced; "
        f"{work['cheques_post_dated']} came post-dated"
    )
    period = f"from {day_text(firm.first_on)} to {day_text(firm.last_on)}"
    return [
        f"New books for {firm.name}: {path}",
        f"{firm.parties_count} parties and {firm.vouchers_count} vouchers {period}.",
        f"How they pay: {habits}.",
        f"Agents {' and '.join(firm.agents)}: {collected}.",
        f"Cheques: {cheques}.",
        f"You are {firm.owner}, the owner; everybody else there signs in with “{DEMO_PASSWORD}”.",
        f"Try: collectiq ageing --books “{path}”",
    ]
