"""What is done when somebody leaves the firm, or comes back. No window here."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.ids import FactId, Ids, UserId
from collectiq_desktop.core.queries.assignments import AssignmentLine
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.together import Together


def turned(row: EmployeeRow, ids: Ids) -> AmendEmployee:
    """Who works here leaves; who left is back."""
    return AmendEmployee(
        fact_id=FactId(ids.mint()),
        employee_id=row.employee_id,
        changes={"is_active": not row.employee.is_active},
    )


def handed_over(
    row: EmployeeRow, heir_id: UserId, lines: Sequence[AssignmentLine], ids: Ids
) -> Together:
    """The employee leaves and another has the parties; all of it or nothing.

    The heir is main agent where the leaver was; beside others the leaver stands no more.
    """
    leaver_id = row.employee_id
    mine = tuple(line.party_id for line in lines if line.agent_id == leaver_id)
    beside = tuple(line.party_id for line in lines if line.agent_id != leaver_id)
    given = (
        AssignParties(fact_id=FactId(ids.mint()), agent_id=agent_id, party_ids=party_ids, part=part)
        for agent_id, party_ids, part in (
            (heir_id, mine, Part.MAIN),
            (leaver_id, beside, Part.NONE),
        )
        if party_ids
    )
    return Together(commands=(turned(row, ids), *given))
