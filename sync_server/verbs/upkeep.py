"""`verify`, `backup`, `restore` and `move-firm`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.verify import Verification
from sync_server.backups import back_up
from sync_server.joining import firm_name_of
from sync_server.restoring import move, restore
from sync_server.stores import places_of
from sync_server.verbs.answers import Answer, Call, existing_file


def verify(call: Call) -> Answer:
    """Prove the books of one firm, or of all."""
    found = [(firm_id, *_verified(call, firm_id)) for firm_id in _chosen(call)]
    is_fine = all(proof.ok for _firm_id, _name, proof in found)
    return Answer(
        machine={
            "ok": is_fine,
            "firms": [
                {
                    "firm_id": firm_id.hex(),
                    "firm": name,
                    "ok": proof.ok,
                    "facts": proof.facts,
                    "checks": [
                        {"name": each.name, "ok": each.ok, "detail": each.detail}
                        for each in proof.checks
                    ],
                }
                for firm_id, name, proof in found
            ],
        },
        lines=(line for _firm_id, name, proof in found for line in _lines(name, proof)),
        exit_code=0 if is_fine else 1,
    )


def _chosen(call: Call) -> list[FirmId]:
    return call.firms.ids() if call.options.firm is None else [call.firm_id()]


def _verified(call: Call, firm_id: FirmId) -> tuple[str, Verification]:
    with call.firms.using(firm_id) as books:
        return firm_name_of(books), books.verify(is_quick=call.options.quick)


def _lines(name: str, proof: Verification) -> Iterator[str]:
    if proof.ok:
        yield f"ok     {name}: {proof.facts} facts, every check passed"
    for check in proof.checks:
        if not check.ok:
            yield f"WRONG  {name}: {check.name}: {check.detail}"


def backup(call: Call) -> Answer:
    """Back up one firm, or all, while the server runs."""
    folder = Path(call.options.to or call.config.root / "backups")
    made = []
    for firm_id in _chosen(call):
        with call.firms.using(firm_id) as books:
            made.append((firm_name_of(books), back_up(books, folder)))
    return Answer(
        machine={"backups": [{"firm": name, "file": str(path)} for name, path in made]},
        lines=[f"{name}: {path}" for name, path in made],
    )


def restore_backup(call: Call) -> Answer:
    """Let a backup take the place of a firm's books."""
    path = existing_file(call.options.file)
    with call.alone():
        done = restore(path, call.firms.places, call.keys, call.outside)
    kept = [f"The books until now are kept as {done.kept_at}."] if done.kept_at else []
    return Answer(
        machine={"firm_id": done.firm_id.hex(), "epoch": done.epoch, "kept": done.kept_at},
        lines=[
            f"Restored from {path.name}; epoch {done.epoch} of the firm's order begins.",
            *kept,
            "What the backup lacks comes back from the counters with their next exchange.",
        ],
    )


def move_firm(call: Call) -> Answer:
    """Move a firm from files to PostgreSQL, or back."""
    options = call.options
    if bool(options.to_database) == options.to_files:
        message = say("Where to? Give --to-database URL, or --to-files.")
        raise BadInput(message, field="to_database")
    firm_id = call.firm_id()
    target = places_of(replace(call.config, database=options.to_database or ""))
    with call.alone():
        call.firms.close_all()
        proof = move(firm_id, call.firms.places, target, call.outside)
    target.close()
    return Answer(
        machine={"firm_id": firm_id.hex(), "facts": proof.facts},
        lines=[
            f"Moved: {proof.facts} facts, proved at the new place.",
            "The old books are set aside where they were: remove them when you are content.",
            "Start the server with the new place; the counters notice nothing.",
        ],
    )
