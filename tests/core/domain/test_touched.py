from __future__ import annotations

from collectiq_desktop.core.domain.touched import Noun, Touched


def test_touched_gathers_nouns_and_parties() -> None:
    touched = Touched()
    touched.add(Noun.FIRM)
    touched.add(Noun.VOUCHER, b"asha")
    touched.add(Noun.VOUCHER, b"bina")
    assert touched == Touched({Noun.FIRM, Noun.VOUCHER}, {b"asha", b"bina"})


def test_two_commands_touch_what_each_of_them_touched() -> None:
    first, second = Touched({Noun.PARTY}, {b"asha"}), Touched({Noun.ITEM}, {b"bina"})
    first.merge(second)
    assert first == Touched({Noun.PARTY, Noun.ITEM}, {b"asha", b"bina"})
    assert second == Touched({Noun.ITEM}, {b"bina"})
