"""Taking readings into the books: a dry run or a write, over one plan.

Reading files is the readers' work; what the documents do to the books is the
core's. Here is decided which rows become which commands, and told what
became of them.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import BatchId, FactId, text_of_id
from collectiq_desktop.core.queries.import_lookups import ImportLookups
from collectiq_desktop.core.services.imports import Taken, UndoImport
from collectiq_desktop.core.services.upkeep import Progress, quietly
from collectiq_desktop.interchange.control import Control, new_company_of, refuse_if_unusable
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.merging import merged
from collectiq_desktop.interchange.plan import Plan, Step, make_plan
from collectiq_desktop.interchange.plan_ledgers import row_nature_of
from collectiq_desktop.interchange.planned import NotCounted, Planning, Tallied
from collectiq_desktop.interchange.rows import Complaint, Reading
from collectiq_desktop.interchange.tally.options import TallyOptions

_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """Choices of one import.

    `today_on` is the business day of the books' clock; `digest` names the
    files' content (see `digest_of_files`); `progress` is told how many
    commands of how many are carried out.
    """

    today_on: date
    is_dry_run: bool = False
    control_total_paise: int | None = None
    accept_company: bool = False
    digest: str = ""
    progress: Progress = quietly


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became, or would become, of everything that was read.

    Counted are documents: each party and item, each opening bill and opening
    balance on account, and each voucher. Always `read` = `accepted` +
    rejected + not counted, and `accepted` = `new` + `amended` + `unchanged`.
    Accounts are no documents, they are shared with the firm's own vouchers and
    stay when an import is undone; `accounts_added` counts new ones.
    `voucher_types_added` counts those remembered for later day books.
    `withdrawn` counts vouchers of earlier imports that do not count at their
    source any more and are therefore cancelled; they stand in `not_counted`.
    Both sums are positive and hold what parties are debited and credited with
    by all that is accepted, openings included. `batch` is None when nothing
    was written.
    """

    batch: BatchId | None
    is_dry_run: bool
    new: int
    amended: int
    unchanged: int
    withdrawn: int
    accounts_added: int
    voucher_types_added: int
    rejected: tuple[Complaint, ...]
    not_counted: tuple[NotCounted, ...]
    warnings: tuple[Complaint, ...]
    debit_paise: int
    credit_paise: int
    control: Control | None
    company: str | None
    files: tuple[str, ...]

    @property
    def accepted(self) -> int:
        """The documents that are in the books after this import."""
        return self.new + self.amended + self.unchanged

    @property
    def read(self) -> int:
        """All documents that were met."""
        return self.accepted + len(self.rejected) + len(self.not_counted)

    def to_json(self) -> dict[str, Any]:
        """The report as machine output."""
        return {
            "batch": text_of_id(self.batch) if self.batch else None,
            "dry_run": self.is_dry_run,
            "read": self.read,
            "accepted": self.accepted,
            "new": self.new,
            "amended": self.amended,
            "unchanged": self.unchanged,
            "withdrawn": self.withdrawn,
            "accounts_added": self.accounts_added,
            "voucher_types_added": self.voucher_types_added,
            "rejected": [{"where": one.where, "reason": one.reason} for one in self.rejected],
            "not_counted": [one._asdict() for one in self.not_counted],
            "warnings": [
                {"finding": one.finding.value, "where": one.where, "reason": one.reason}
                for one in self.warnings
            ],
            "debit_paise": self.debit_paise,
            "credit_paise": self.credit_paise,
            "control": self.control.to_json() if self.control else None,
            "company": self.company,
            "files": list(self.files),
        }


def import_into(
    books: Books, readings: Reading | Sequence[Reading], options: ImportOptions
) -> ImportReport:
    """Take one reading, or several that belong together, into the books.

    A dry run makes the same plan and writes nothing. A write is one batch; a
    document that came before unchanged is left alone, so that a second run of
    the same files adds nothing.

    Raises:
        ImportRefused: the files as a whole cannot be taken; nothing was
            written. Its finding names the reason.
        BooksTrouble: the books cannot be written.
    """
    reading = merged([readings] if isinstance(readings, Reading) else readings)
    refuse_if_unusable(reading)
    plan = _plan(books, reading, options)
    control = None
    if options.control_total_paise is not None:
        control = Control(
            expected_paise=options.control_total_paise,
            found_paise=plan.planning.tallied.debit_paise - plan.planning.tallied.credit_paise,
        )
    if not options.is_dry_run:
        if control is not None:
            control.check()
        _write(books, plan, options.progress)
    return _report(plan, control, is_dry_run=options.is_dry_run)


def _plan(books: Books, reading: Reading, options: ImportOptions) -> Plan:
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        firm = lookups.firm()
        new_company = new_company_of(reading, firm, is_accepted=options.accept_company)
        planning = Planning(
            lookups=lookups,
            mint=books.mint_id,
            batch_id=BatchId(books.mint_id()),
            today_on=options.today_on,
            tallied=Tallied(),
        )
        return make_plan(
            planning, reading, firm=firm, new_company=new_company, digest=options.digest
        )


def _write(books: Books, plan: Plan, progress: Progress) -> None:
    """Carry the plan out; what the books refuse after all is told as rejected."""
    under_way: deque[Step] = deque()

    def commands() -> Iterator[object]:
        for step in plan.steps():
            under_way.append(step)
            yield step.command

    if plan.is_empty:
        return
    tallied = plan.planning.tallied
    for result in books.run_many(commands(), plan.size, progress):
        step = under_way.popleft()
        if isinstance(result, CollectIQError):
            tallied.reject(step.where, Finding.NOT_ACCEPTED, result.message)
            if step.taken is not None:
                tallied.taken[step.taken] -= 1


def _report(plan: Plan, control: Control | None, *, is_dry_run: bool) -> ImportReport:
    tallied = plan.planning.tallied
    is_written = not plan.is_empty and not is_dry_run
    return ImportReport(
        batch=plan.planning.batch_id if is_written else None,
        is_dry_run=is_dry_run,
        new=tallied.taken[Taken.NEW],
        amended=tallied.taken[Taken.AMENDED],
        unchanged=tallied.taken[Taken.UNCHANGED],
        withdrawn=len(plan.withdrawn),
        accounts_added=len(plan.accounts.commands),
        voucher_types_added=len(plan.new_types),
        rejected=tuple(tallied.rejected),
        not_counted=tuple(tallied.not_counted),
        warnings=tuple(tallied.warnings),
        debit_paise=tallied.debit_paise,
        credit_paise=tallied.credit_paise,
        control=control,
        company=plan.reading.company_name,
        files=plan.reading.files,
    )


def undo_import(books: Books, batch_id: BatchId, reason: str) -> None:
    """Take a whole import back; its files can then be imported again.

    Raises:
        Refused: something builds on it, or it changed vouchers of an earlier
            import, which would then be lost to their source.
    """
    books.run(UndoImport(fact_id=FactId(books.mint_id()), batch_id=batch_id, reason=reason))


def known_to(books: Books, options: TallyOptions | None = None) -> TallyOptions:
    """The options for reading Tally files, with what the books know already.

    So a day book can be read that comes without its masters.
    """
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        return replace(
            options or TallyOptions(),
            known_parties=tuple(lookups.party_names()),
            known_accounts={one.name: row_nature_of(one.nature) for one in lookups.accounts()},
            known_voucher_types=lookups.voucher_types(),
        )


def digest_of_files(paths: Iterable[Path]) -> str:
    """A digest of the files' content, kept with the batch."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
    return digest.hexdigest()
