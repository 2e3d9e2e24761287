"""Whether who asks may save lists as files; every way of saving one asks this first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collectiq_desktop.core.queries.asking import Ask, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class MayExport(Ask[bool]):
    """Asked before a list leaves the books as a file; refused to who may not."""


@answers(MayExport)
def may_export(_conn: Connection, _ask: MayExport, _today_on: date) -> bool:
    """Yes: who may not is refused before."""
    return True
