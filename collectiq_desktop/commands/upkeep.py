"""`verify` and `rebuild`: prove the books, and make their projections anew."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.core.services.verify import Verification


def verify(call: Call) -> Answer:
    """Prove the books; a proof that fails is a refusal."""
    with call.books(is_examined=True) as books, shown_progress("Verifying") as progress:
        found = books.verify(progress, is_quick=call.options.quick)
        name = books.path.name
    return Answer(
        for_machines=lambda: _machine(found),
        for_people=lambda: _lines(found, name),
        exit_code=0 if found.ok else 1,
    )


def _machine(found: Verification) -> dict[str, object]:
    checks = [{"name": each.name, "ok": each.ok, "detail": each.detail} for each in found.checks]
    return {"ok": found.ok, "facts": found.facts, "checks": checks}


def _lines(found: Verification, name: str) -> Iterator[str]:
    widest = max(len(check.name) for check in found.checks)
    for check in found.checks:
        yield f"{'ok    ' if check.ok else 'WRONG '} {check.name:<{widest}}  {check.detail}"
    yield ""
    if found.ok:
        yield f"{name} holds what it promises: {found.facts} facts, every check passed."
    else:
        yield f"{name} does not hold what it promises. Keep the file as it is, and ask for help."


def rebuild(call: Call) -> Answer:
    """Make everything anew from the facts, beside the old file, and swap."""
    with call.books() as books:
        with shown_progress("Rebuilding") as progress:
            books.rebuild(progress)
        found = books.verify(is_quick=True)
        name = books.path.name
    return Answer(
        for_machines=lambda: {"ok": found.ok, "facts": found.facts},
        for_people=lambda: [f"{name} was made anew from its {found.facts} facts."],
        exit_code=0 if found.ok else 1,
    )
