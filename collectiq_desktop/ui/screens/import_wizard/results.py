"""What an import told, as lines that a person goes through. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.interchange.importing import ImportReport


class Outcome(StrEnum):
    """What became of a row that is worth a line."""

    REJECTED = "rejected"
    NOT_COUNTED = "not counted"
    TO_LOOK_AT = "to look at"


class ResultLine(NamedTuple):
    """One row of the files, where it is, and why it is told."""

    outcome: Outcome
    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A report with the total that was typed beside it.

    Money: control_paise is what the parties owe by the other program's account.
    """

    report: ImportReport
    control_paise: int | None = None

    @property
    def owed_paise(self) -> int:
        """What all parties of the import owe."""
        return self.report.debit_paise - self.report.credit_paise

    @property
    def difference_paise(self) -> int | None:
        """What was found beyond the typed total; None where none was typed."""
        return None if self.control_paise is None else self.owed_paise - self.control_paise

    @property
    def may_be_written(self) -> bool:
        """Whether anything would change, and the total agrees."""
        report = self.report
        changes = (report.new, report.amended, report.withdrawn, report.accounts_added)
        return report.is_dry_run and any(changes) and not self.difference_paise

    @property
    def lines(self) -> tuple[ResultLine, ...]:
        """Every rejected row, then what does not count, then what to look at."""
        report = self.report
        return (
            *(ResultLine(Outcome.REJECTED, one.where, one.reason) for one in report.rejected),
            *(ResultLine(Outcome.NOT_COUNTED, n.number, n.reason) for n in report.not_counted),
            *(ResultLine(Outcome.TO_LOOK_AT, one.where, one.reason) for one in report.warnings),
        )
