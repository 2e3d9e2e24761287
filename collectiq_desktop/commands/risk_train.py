"""`risk train`: learning anew from the shop's own history, or going back a version."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.writing import day_text
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.intelligence.foresight import Foresight, firm_folder
from collectiq_desktop.intelligence.modelset import Learned, ModelSet

_REASONS = {
    "": "learned",
    "small": "payment habits only: too little is decided so far",
    "untried": "payment habits only: too little is decided to try what was learned",
    "no_better": "payment habits only: what was learned foretold no better",
}


def answer(call: Call) -> Answer:
    """What was learned, task by task."""
    with call.books() as books:
        foresight = Foresight(books, firm_folder(books.ask(FirmCard()).firm_id))
        if call.options.roll_back:
            return _rolled_back(foresight)
        if call.options.when_due and not foresight.is_learning_due(call.today_on):
            return _not_due()
        models = _learned(call, foresight)
    return Answer(for_machines=lambda: _machine(models), for_people=lambda: _lines(models))


def _learned(call: Call, foresight: Foresight) -> ModelSet:
    with shown_progress("Learning", " steps") as progress:
        return foresight.learn(call.today_on, progress)


def _rolled_back(foresight: Foresight) -> Answer:
    version = foresight.roll_back()
    return Answer(
        for_machines=lambda: {"version": version},
        for_people=lambda: [f"Version {version} of what was learned is used again."],
    )


def _not_due() -> Answer:
    return Answer(
        for_machines=lambda: {"is_due": False},
        for_people=lambda: ["What was learned still holds; nothing was learned anew."],
    )


def _machine(models: ModelSet) -> dict[str, object]:
    return {
        "cut_off_on": models.cut_off_on.isoformat(),
        "bills_worth": models.settings.bills_worth,
        "memory_days": models.settings.memory_days,
        "tasks": {
            name: {
                "is_used": learned.model is not None,
                "reason": learned.reason,
                "decided_count": learned.decided_count,
                "late_count": learned.late_count,
                "held_out_count": learned.held_out_count,
                "curves_brier": round(learned.curves_brier, 4),
                "model_brier": round(learned.model_brier, 4),
                "has_trees": learned.model is not None and learned.model.boosted is not None,
            }
            for name, learned in models.learned.items()
        },
    }


def _lines(models: ModelSet) -> Iterator[str]:
    yield f"Learned from what was known before {day_text(models.cut_off_on)}"
    for name, learned in models.learned.items():
        yield f"{name}: {_REASONS[learned.reason]}{_tried(learned)}"


def _tried(learned: Learned) -> str:
    if not learned.held_out_count:
        return f" ({learned.decided_count} decided)"
    return (
        f" ({learned.decided_count} decided; on the last {learned.held_out_count}, Brier "
        f"{learned.model_brier:.4f} against {learned.curves_brier:.4f} by habits)"
    )
