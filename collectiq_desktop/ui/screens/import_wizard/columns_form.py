"""Which column of a sheet means what: the form that a person corrects. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.spreadsheets.mapping import FIELDS, Mapping, check_mapping
from collectiq_desktop.ui.screens.import_wizard.jobs import SheetLook

NO_SUCH_COLUMN = say(
    "The sheet has no column that begins so. Space goes through those that it has."
)


class FieldLine(NamedTuple):
    """One of our fields, and the column that holds it."""

    name: str
    headers: tuple[str, ...]
    is_needed: bool
    sample: str


@dataclass(slots=True)
class ColumnsForm:
    """A mapping as it is being corrected."""

    look: SheetLook
    mapping: Mapping

    @property
    def lines(self) -> tuple[FieldLine, ...]:
        """Every field that a sheet of this kind may have; needed and found ones first."""
        lines = [
            FieldLine(name, headers, is_needed, self._sample(headers))
            for name, is_needed in FIELDS[self.mapping.kind].items()
            for headers in (self.mapping.headers_of(name),)
        ]
        return tuple(sorted(lines, key=lambda line: (not line.is_needed, not line.headers)))

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns that nothing is read from."""
        used = set(self.mapping.headers)
        return tuple(header for header in self.look.headers if header not in used)

    def put(self, name: str, typed: str) -> None:
        """Read a field from the column whose title begins as typed; nothing typed leaves it out.

        Raises:
            BadInput: no column begins so.
        """
        if not typed.strip():
            self._set(name, ())
            return
        parts = [part.strip() for part in typed.split("+")]
        self._set(name, tuple(self._header(part) for part in parts if part))

    def put_next(self, name: str) -> None:
        """Read a field from the next column that is not used yet; after the last, from none."""
        now = self.mapping.headers_of(name)
        free = [h for h in self.look.headers if h in self.unused or h in now[:1]]
        place = free.index(now[0]) + 1 if now else 0
        self._set(name, (free[place],) if place < len(free) else ())

    def check(self) -> None:
        """Refuse what cannot be read.

        Raises:
            BadInput: says which field is missing.
        """
        check_mapping(self.mapping)

    def _set(self, name: str, headers: Sequence[str]) -> None:
        columns = {key: value for key, value in self.mapping.columns.items() if key != name}
        if headers:
            columns[name] = headers[0] if len(headers) == 1 else list(headers)
        fill_down = tuple(each for each in self.mapping.fill_down if each in columns)
        self.mapping = replace(self.mapping, columns=columns, fill_down=fill_down)

    def _header(self, typed: str) -> str:
        wanted = typed.casefold()
        headers = self.look.headers
        whole = [header for header in headers if header.casefold() == wanted]
        begun = [header for header in headers if header.casefold().startswith(wanted)]
        within = [header for header in headers if wanted in header.casefold()]
        for found in (whole, begun, within):
            if found:
                return found[0]
        raise BadInput(NO_SUCH_COLUMN, field="columns")

    def _sample(self, headers: tuple[str, ...]) -> str:
        return self.look.samples.get(headers[0], "") if headers else ""
