"""Model files: what does not fit is refused with a reason, and payment habits take over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.intelligence.foresight import Foresight
from collectiq_desktop.intelligence.from_sheet import history_of_sheet
from collectiq_desktop.intelligence.learning import train
from collectiq_desktop.intelligence.modelfile import SCHEMA_NUMBER, models_of, text_of
from collectiq_desktop.intelligence.modelset import TASKS, ModelSet, task_named
from collectiq_desktop.intelligence.shelf import KEPT_VERSIONS, Shelf
from collectiq_desktop.intelligence.sight import outlook, sight_of
from collectiq_desktop.intelligence.tasks import RiskTask
from tests.intelligence.firms import TODAY, usual_firm
from tests.plain_books import PlainBooks

FIRM = "0f" * 16
DAY = TODAY.toordinal() + 1


def _quietly(_done: int, _whole: int) -> None:
    return


@cache
def _models() -> ModelSet:
    """What is learned of a firm that is large enough for all of it."""
    return train(history_of_sheet(usual_firm(parties=90)), FIRM, DAY, _quietly)


def _changed(change: Callable[[dict[str, Any]], None]) -> bytes:
    """The file with its content changed, and a sum that fits it."""
    content = msgspec.json.decode(text_of(_models()))["content"]
    change(content)
    raw = msgspec.json.encode(content)
    digest = hashlib.sha256(raw).hexdigest()
    return msgspec.json.encode({"sha256": digest, "content": msgspec.Raw(raw)})


def _refusal(text: bytes, firm_id: str = FIRM, today_on: date = TODAY) -> str:
    with pytest.raises(Refused) as caught:
        models_of(text, firm_id, today_on)
    return str(caught.value.message)


def test_the_firm_is_large_enough_for_every_kind_of_model() -> None:
    learned = [each.model for each in _models().learned.values() if each.model]
    assert learned
    assert any(model.boosted for model in learned)


def test_what_is_read_foretells_what_was_written() -> None:
    read = models_of(text_of(_models()), FIRM, TODAY)
    history = history_of_sheet(usual_firm(parties=90))
    mine, theirs = (outlook(sight_of(history, TODAY, each)) for each in (_models(), read))
    np.testing.assert_array_equal(mine.parties.score, theirs.parties.score)
    np.testing.assert_array_equal(mine.bills.expected_on, theirs.bills.expected_on)
    assert list(read.learned) == [task.name for task in TASKS]


@pytest.mark.parametrize("at", [0, 40, 80, 400, 2_000, -3])
def test_a_file_with_one_byte_changed_is_damaged(at: int) -> None:
    text = bytearray(text_of(_models()))
    text[at] ^= 0x11
    assert "damaged" in _refusal(bytes(text))


@pytest.mark.parametrize(
    "text", [b"", b"{", b"null", b"\x80\x04K\x01.", b'{"sha256": "", "content": {}}']
)
def test_what_is_no_model_file_is_damaged(text: bytes) -> None:
    assert "damaged" in _refusal(text)


def test_a_file_cut_short_is_damaged() -> None:
    text = text_of(_models())
    for share in (10, 2):
        assert "damaged" in _refusal(text[: len(text) // share])


def test_another_firms_file_is_refused() -> None:
    assert "another firm" in _refusal(text_of(_models()), "ab" * 16)


@pytest.mark.parametrize("schema", [SCHEMA_NUMBER - 1, SCHEMA_NUMBER + 1])
def test_a_file_of_an_older_or_newer_version_is_refused(schema: int) -> None:
    def change(content: dict[str, Any]) -> None:
        content["schema"] = schema
        content["something_else"] = 1

    assert "another version" in _refusal(_changed(change))


def test_a_file_from_tomorrow_is_refused() -> None:
    assert "the clock" in _refusal(text_of(_models()), today_on=TODAY - timedelta(days=30))


def _task_with(part: str, content: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(t for t in content["tasks"].values() if t.get(part))
    return found


def _ring(content: dict[str, Any]) -> None:
    trees = _task_with("boosted", content)["boosted"]
    trees["left"][trees["feature"].index(max(trees["feature"]))] = 0


def _wild(content: dict[str, Any]) -> None:
    _task_with("linear", content)["linear"]["coefficients"][0] = 1e300


def _no_scale(content: dict[str, Any]) -> None:
    _task_with("linear", content)["linear"]["scales"][0] = 0.0


def _short(content: dict[str, Any]) -> None:
    _task_with("linear", content)["linear"]["means"].pop()


def _other_features(content: dict[str, Any]) -> None:
    _task_with("features", content)["features"].reverse()


def _other_task(content: dict[str, Any]) -> None:
    content["tasks"]["horoscope"] = content["tasks"].popitem()[1]


def _certain(content: dict[str, Any]) -> None:
    content["shop_hazard"][3] = 1.5


def _no_prior(content: dict[str, Any]) -> None:
    content["bills_worth"] = 3.0


def _more(content: dict[str, Any]) -> None:
    content["code"] = "import os"


@pytest.mark.parametrize(
    "change",
    [_ring, _wild, _no_scale, _short, _other_features, _other_task, _certain, _no_prior, _more],
)
def test_a_content_that_cannot_be_is_refused_though_its_sum_fits(
    change: Callable[[dict[str, Any]], None],
) -> None:
    assert "damaged" in _refusal(_changed(change))


def test_three_versions_are_kept_and_one_step_back_is_one_step(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, FIRM)
    assert (shelf.versions, shelf.used, shelf.take(TODAY).models) == ((), 0, None)
    for back in range(5, 0, -1):
        shelf.put(replace(_models(), cut_off_on=TODAY - timedelta(days=back)))
    assert (shelf.versions, shelf.used) == ((5, 4, 3), 5)
    assert len(shelf.versions) == KEPT_VERSIONS
    assert shelf.roll_back() == 4
    taken = shelf.take(TODAY)
    assert taken.models is not None
    assert taken.models.cut_off_on == TODAY - timedelta(days=2)
    assert shelf.roll_back() == 3
    with pytest.raises(Refused, match="no earlier version"):
        shelf.roll_back()
    assert shelf.put(_models()) == 6


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\x00\x01", "damaged"), (None, "another firm")],
)
def test_a_look_without_a_usable_file_says_so_and_goes_by_habits(
    plain_books: PlainBooks, tmp_path: Path, content: bytes | None, said: str
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00  due 30 days
    """
    foresight = Foresight(plain_books.books, tmp_path)
    shelf = foresight.shelf
    assert shelf is not None
    version = shelf.put(_models())
    if content is not None:
        (tmp_path / f"models-{version}.json").write_bytes(content)
    look = foresight.look(TODAY)
    assert look.sight.models is None
    assert said in str(look.problem)
    assert "Payment habits alone are used" in str(look.problem)
    assert [each.member.name for each in look.people()] == ["Asha"]


def test_a_good_file_is_used(plain_books: PlainBooks, tmp_path: Path) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00  due 30 days
    """
    firm_id = plain_books.ask(FirmCard()).firm_id.hex()
    foresight = Foresight(plain_books.books, tmp_path)
    Shelf(tmp_path, firm_id).put(replace(_models(), firm_id=firm_id))
    look = foresight.look(TODAY)
    assert (look.version, str(look.problem)) == (1, "")
    assert look.sight.models is not None


def test_a_file_of_other_days_is_read_and_of_impossible_ones_is_not() -> None:
    assert task_named("risk_45_90") == RiskTask(45, 90)
    for name in ("risk_0_60", "risk_30_6", "risk_030_60", "risk_30", "risk_x_60", "paid_30", ""):
        assert task_named(name) is None
