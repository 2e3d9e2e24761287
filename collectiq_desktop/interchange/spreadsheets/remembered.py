"""How sheets were mapped before on this machine, by their headers.

A sheet with the same headers, in whatever order, is read as the last one was.
It holds headers and meanings only, nothing of what stands in the cells; it is
local to this user and belongs to no books.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, check_mapping

MOST_KEPT = 60
log = logging.getLogger(__name__)


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet's headers, folded and in order, and how it was read."""

    headers: tuple[str, ...]
    mapping: Mapping


def shape_of(headers: Iterable[str]) -> tuple[str, ...]:
    """What two sheets have in common that are to be read alike."""
    return tuple(sorted(set(map(_folded, headers))))


@dataclass(frozen=True, slots=True)
class RememberedMappings:
    """The mappings in one small file, the newest first."""

    file: Path

    def recall(self, headers: Iterable[str]) -> Mapping | None:
        """How the last sheet with these headers was read; None for a new one."""
        told = tuple(headers)
        shape = shape_of(told)
        for kept in self._read():
            if kept.headers == shape:
                return _fitting(kept.mapping, told)
        return None

    def remember(self, headers: Iterable[str], mapping: Mapping) -> None:
        """Read sheets with these headers so from now on.

        The file is put in place in one step; where it cannot be written,
        nothing is remembered and nothing is lost.
        """
        shape = shape_of(headers)
        others = [kept for kept in self._read() if kept.headers != shape]
        newest = [_Kept(headers=shape, mapping=mapping), *others][:MOST_KEPT]
        fresh = self.file.with_name(self.file.name + ".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(newest), indent=1))
            fresh.replace(self.file)
        except OSError as error:
            log.warning("A mapping cannot be remembered: %s", type(error).__name__)

    def _read(self) -> list[_Kept]:
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=list[_Kept])
        except FileNotFoundError:
            return []
        except (OSError, msgspec.DecodeError) as error:
            log.warning("The remembered mappings cannot be read: %s", type(error).__name__)
            return []


def _fitting(mapping: Mapping, headers: Iterable[str]) -> Mapping | None:
    """The mapping with its headers as this sheet spells them; None if it cannot be used."""
    spelt = {_folded(header): header for header in headers}

    def here(header: str) -> str:
        return spelt.get(_folded(header), header)

    columns = {
        name: here(told) if isinstance(told, str) else [here(each) for each in told]
        for name, told in mapping.columns.items()
    }
    made = replace(mapping, columns=columns, required=tuple(map(here, mapping.required)))
    try:
        check_mapping(made)
    except BadInput:
        return None
    return made


def _folded(header: str) -> str:
    return " ".join(header.casefold().split())
