"""Half-typed work on the disk: what is written is read again, and nothing else is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.ui.drafts import Draft, draft_of, drafts_file, read_drafts, write_drafts

_WORDS = st.text(max_size=20)
_TYPED = st.dictionaries(
    _WORDS, st.one_of(_WORDS, st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1))
)


@given(st.lists(st.tuples(_WORDS, st.binary(min_size=16, max_size=16), _TYPED), max_size=3))
def test_what_is_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, kept: list[tuple[str, bytes, dict[str, object]]]
) -> None:
    file = drafts_file(tmp_path_factory.mktemp("kept") / "Shop.collectiq")
    drafts = tuple(Draft(screen=s, fact_id=i, typed=t) for s, i, t in kept)
    write_drafts(file, drafts)
    assert read_drafts(file) == drafts
    assert file.is_file() == bool(drafts)


def test_the_last_one_leaves_no_file(tmp_path: Path) -> None:
    file = drafts_file(tmp_path / "Shop.collectiq")
    write_drafts(file, [draft_of("receipt", {"voucher_id": b"1", "fields": {"amount": "5"}})])
    write_drafts(file, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"\x91\x80"])
def test_what_cannot_be_read_is_nothing(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file = drafts_file(tmp_path / "Shop.collectiq")
    file.write_bytes(content)
    assert read_drafts(file) == ()
    assert "cannot be read" in caplog.text
    caplog.clear()
