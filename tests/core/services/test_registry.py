from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.in_bulk import prefetch
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.storage.writer import Writer
from tests.every import every_command
from tests.plain_books import fresh_books

ID_NAMES = {"fact_id", "voucher_id", "party_id", "item_id", "batch_id", "employee_id"}
COMMANDS = every_command()
# Errands are kept in a table of their own, and only their outcome is a fact; how scores are
# made is a bulletin; when a counter locks itself is that counter's own.
_RECORDING_NOTHING = (".errands", ".scoring", ".idling")
RECORDING = [each for each in COMMANDS if not each.__module__.endswith(_RECORDING_NOTHING)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_is_frozen(command: type) -> None:
    assert is_dataclass(command)
    assert getattr(command, "__dataclass_params__").frozen  # noqa: B009 -- no stub knows it


@pytest.mark.parametrize("command", RECORDING, ids=lambda command: command.__name__)
def test_every_command_that_records_brings_its_own_id(command: type) -> None:
    assert is_dataclass(command)
    assert ID_NAMES & {field.name for field in fields(command)}


def test_no_two_commands_share_a_function() -> None:
    assert len(set(COMMANDS.values())) == len(COMMANDS)


def test_a_command_lies_where_its_function_does() -> None:
    apart = {
        command
        for command, function in COMMANDS.items()
        if command.__module__ != function.__module__
    }
    assert not apart, "the module of a command is loaded without what carries it out"


def test_what_is_no_command_is_a_bug(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    with plain.books.writing() as (writer, context), pytest.raises(KeyError):
        carry_out(writer, "receipt", context)


def test_what_many_commands_will_ask_for_is_looked_up_at_once(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    known = AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name="Asha"))
    plain.run(known)
    fresh = AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name="Bina"))
    with plain.books.reading() as conn:
        writer = Writer(conn)
        prefetch(writer, [known, fresh, object()])
        assert writer.lookups.facts == {known.party_id: True, fresh.party_id: False, b"": False}
