"""What must agree before anything is written: the company and the total."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import ImportRefused
from collectiq_desktop.core.domain.firm import Firm, company_key
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import one_after_another, say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Reading

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The total that a person typed, against what the import contains.

    Debit positive; `found_paise` is what all parties owe by the openings and
    vouchers that are accepted.
    """

    expected_paise: int
    found_paise: int

    @property
    def difference_paise(self) -> int:
        """What was found beyond what was expected."""
        return self.found_paise - self.expected_paise

    def to_json(self) -> dict[str, int]:
        """The control as machine output."""
        return {
            "expected_paise": self.expected_paise,
            "found_paise": self.found_paise,
            "difference_paise": self.difference_paise,
        }

    def check(self) -> None:
        """Refuse a total that differs.

        Raises:
            ImportRefused: says both figures.
        """
        if self.difference_paise:
            message = say(
                "The control total is {expected}, but the parties of this import owe "
                "{found}, which differs by {difference}. Nothing was written. Look at "
                "the rejected rows in a dry run, or correct the control total.",
                expected=format_inr(self.expected_paise),
                found=format_inr(self.found_paise),
                difference=format_inr(self.difference_paise),
            )
            raise ImportRefused(Finding.CONTROL_TOTAL.value, message)


def refuse_if_unusable(reading: Reading) -> None:
    """Refuse what no reader could vouch for.

    Raises:
        ImportRefused: with the first finding, and a sentence for each.
    """
    refusals = reading.refusals
    if not refusals:
        return
    sentences = [
        say("{where}: {reason}", where=one.where, reason=one.reason) for one in refusals[:_SHOWN]
    ]
    if len(refusals) > _SHOWN:
        sentences.append(say("And {count} more.", count=len(refusals) - _SHOWN))
    raise ImportRefused(refusals[0].finding.value, one_after_another(sentences))


def new_company_of(reading: Reading, firm: Firm, *, is_accepted: bool) -> str | None:
    """The company's name, if the books do not know it yet and it is accepted.

    Raises:
        ImportRefused: the file is of another company.
    """
    company = reading.company_name
    if not company:
        return None
    known = {company_key(name) for name in (firm.name, *firm.companies)}
    if company_key(company) in known:
        return None
    if is_accepted:
        return company
    message = say(
        "The file is of company “{company}”, but these books are of “{name}”. If that is "
        "the same firm, accept the company; else open its own books.",
        company=company,
        name=firm.name,
    )
    raise ImportRefused(Finding.WRONG_COMPANY.value, message)
