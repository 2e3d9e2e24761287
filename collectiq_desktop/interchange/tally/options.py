"""What the user decides about a Tally import, and what the books know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.interchange.rows import Nature
from collectiq_desktop.interchange.tally.groups import DEBTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyOptions:
    """Choices of one import; the defaults suit a full export.

    `as_of_on` picks among dated GSTINs and addresses. The `known_` names are
    those in the books, for a day book that comes without its masters.
    """

    as_of_on: date | None = None
    party_groups: tuple[str, ...] = (DEBTORS,)
    bills_as_opening: bool = False
    accept_question_marks: bool = False
    charset: str | None = None
    known_parties: tuple[str, ...] = ()
    known_accounts: Mapping[str, Nature] = field(default_factory=dict)
    known_voucher_types: Mapping[str, str] = field(default_factory=dict)
