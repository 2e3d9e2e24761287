"""Adding a branch: one more shop of the firm."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.branches import branches_of_firm
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import BranchAdded

MOST_ID_CHARS = 12
_ID = re.compile(rf"[A-Z0-9_-]{{1,{MOST_ID_CHARS}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBranch:
    """Add a branch.

    Args:
        branch_id: a short word that never changes; capitals are made of it.
    """

    fact_id: FactId
    branch_id: str
    name: str = ""


@carries_out(AddBranch)
def add_branch(writer: Writer, command: AddBranch, context: Context) -> str:
    """Record one more branch; gives its id.

    Raises:
        BadInput: the id is no short word.
        Refused: there is such a branch already.
    """
    branch_id = command.branch_id.strip().upper()
    if already_recorded(writer, command.fact_id, BranchAdded.__name__):
        return branch_id
    if not _ID.fullmatch(branch_id):
        message = say(
            "A branch is named by one short word of letters and figures, such as SURAT or B2."
        )
        raise BadInput(message, field="branch_id")
    writer.flush_rows()
    known = branches_of_firm(writer.conn)
    if branch_id in known:
        message = say("There is a branch {branch} already.", branch=branch_id)
        raise Refused(message, field="branch_id")
    body = BranchAdded(branch_id=branch_id, name=command.name.strip() or branch_id)
    record(writer, context, body, command.fact_id)
    return branch_id
