"""What a transaction looks up holds also for what it has gathered and not yet written."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Clash
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.core.storage.lookups import Lookups
from tests.plain_books import PlainBooks, fresh_books


def _add(plain: PlainBooks, name: str, code: str) -> AddParty:
    return AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name=name, code=code))


def _results(plain: PlainBooks, *commands: object) -> list[object]:
    return list(plain.books.run_many(iter(commands), len(commands)))


def test_a_code_is_taken_before_its_party_is_written(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    first, second = _add(plain, "Asha", "A1"), _add(plain, "Bina", "A1")
    results = _results(plain, first, second, _add(plain, "Chand", "C1"))
    assert results[0] == first.party_id
    assert isinstance(results[1], Clash)
    assert "Asha" in results[1].message
    assert not isinstance(results[2], Clash)
    assert isinstance(_results(plain, second)[0], Clash)
    plain.books.close()


def test_a_code_that_was_given_up_is_free_in_the_same_batch(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    first = _add(plain, "Asha", "A1")
    other = AmendParty(
        fact_id=FactId(plain.ids.mint()), party_id=first.party_id, changes={"code": "B1"}
    )
    results = _results(plain, first, other, _add(plain, "Bina", "A1"), _add(plain, "Dev", "B1"))
    assert [isinstance(result, Clash) for result in results] == [False, False, False, True]
    assert plain.books.verify().ok
    plain.books.close()


@pytest.mark.parametrize("around", [0, 1, 2, 3, 4, 5])
def test_many_ids_are_found_wherever_they_lie_around_those_in_the_file(
    tmp_path: Path, around: int
) -> None:
    plain = fresh_books(tmp_path)
    known = [_add(plain, f"Shop {n}", f"S{n}") for n in range(4)]
    _results(plain, *known)
    there = [command.party_id for command in known]
    # Ids before, between and beyond those in the file, more than need no look.
    ordered = [bytes(16), *there, b"\xff" * 16]
    nearby = [(int.from_bytes(ordered[around]) + step).to_bytes(17)[-16:] for step in range(1, 30)]
    with plain.books.reading() as conn:
        lookups = Lookups(conn)
        lookups.prefetch(facts=[*there, *nearby])
        found = [each for each in [*there, *nearby] if lookups.has_fact(each)]
    assert set(found) == set(there)
    plain.books.close()
