"""Model files: plain JSON of our own, checked before a number of it is used.

Nothing in a file is ever run. Whatever does not fit — a broken sum, another
firm, another version, a number out of range — is refused with a sentence, and
payment habits alone are used.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

import msgspec
import numpy as np

from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.intelligence.choosing import BILLS_WORTH, MEMORY_DAYS
from collectiq_desktop.intelligence.curves import WIDTH, Settings
from collectiq_desktop.intelligence.history import Real
from collectiq_desktop.intelligence.models import Linear, Model, Sloped, Stepped, Trees
from collectiq_desktop.intelligence.modelset import (
    Learned,
    ModelSet,
    PlotPoint,
    in_order,
    task_named,
)
from collectiq_desktop.intelligence.tasks import Task

SCHEMA_NUMBER = 2
"""Raised with every change of features, curves or of this file; older files are refused."""

_LARGEST, _STEEPEST = 1e9, 100.0


class _Strict(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A part of a file."""


class _Linear(_Strict):
    means: list[float]
    scales: list[float]
    coefficients: list[float]
    intercept: float


class _Trees(_Strict):
    starts: list[int]
    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    value: list[float]
    baseline: float


class _Learned(_Strict):
    reason: str
    decided_count: int
    late_count: int
    held_out_count: int
    curves_brier: float
    model_brier: float
    plot: list[tuple[float, float, int]]
    bends_dates: bool
    features: list[str]
    medians: list[float]
    linear: _Linear | None = None
    boosted: _Trees | None = None
    slope: tuple[float, float] | None = None
    steps: tuple[list[float], list[float]] | None = None


class _Content(_Strict):
    schema: int
    firm_id: str
    cut_off_on: str
    bills_worth: float
    memory_days: float
    shop_hazard: list[float]
    tasks: dict[str, _Learned]


class _File(_Strict):
    sha256: str
    content: msgspec.Raw


def text_of(models: ModelSet) -> bytes:
    """The models as the content of a file."""
    content = msgspec.json.encode(_content(models), order="sorted")
    digest = hashlib.sha256(content).hexdigest()
    return msgspec.json.encode(_File(sha256=digest, content=msgspec.Raw(content)))


def _content(models: ModelSet) -> _Content:
    return _Content(
        schema=SCHEMA_NUMBER,
        firm_id=models.firm_id,
        cut_off_on=models.cut_off_on.isoformat(),
        bills_worth=models.settings.bills_worth,
        memory_days=models.settings.memory_days,
        shop_hazard=models.shop_hazard.tolist(),
        tasks={name: _told(learned) for name, learned in models.learned.items()},
    )


def _told(learned: Learned) -> _Learned:
    model = learned.model
    calibration = model.calibration if model else None
    return _Learned(
        reason=learned.reason,
        decided_count=learned.decided_count,
        late_count=learned.late_count,
        held_out_count=learned.held_out_count,
        curves_brier=learned.curves_brier,
        model_brier=learned.model_brier,
        plot=[(foretold, came_true, count) for foretold, came_true, count in learned.plot],
        bends_dates=learned.bends_dates,
        features=list(model.features) if model else [],
        medians=model.medians.tolist() if model else [],
        linear=_Linear(**_plain(model.linear)) if model and model.linear else None,
        boosted=_Trees(**_plain(model.boosted)) if model and model.boosted else None,
        slope=(calibration.slope, calibration.intercept)
        if isinstance(calibration, Sloped)
        else None,
        steps=(calibration.foretold.tolist(), calibration.came_true.tolist())
        if isinstance(calibration, Stepped)
        else None,
    )


def _plain(parts: Linear | Trees) -> dict[str, Any]:
    return {
        name: value.tolist() if isinstance(value, np.ndarray) else value
        for name, value in parts._asdict().items()
    }


class _Schema(msgspec.Struct):
    """The one thing that is read before the version is known."""

    schema: int


def models_of(text: bytes, firm_id: str, today_on: date) -> ModelSet:
    """The models in a file.

    Raises:
        Refused: the file is broken, of another firm or version, or holds what cannot be.
    """
    try:
        file = msgspec.json.decode(text, type=_File)
        raw = bytes(file.content)
        if hashlib.sha256(raw).hexdigest() != file.sha256:
            raise Refused(_broken())
        if msgspec.json.decode(raw, type=_Schema).schema != SCHEMA_NUMBER:
            raise Refused(
                say(
                    "What was learned was learned by another version of CollectIQ. Payment habits "
                    "alone are used until it is learned anew."
                )
            )
        content = msgspec.json.decode(raw, type=_Content)
        found = _model_set(content)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as trouble:
        raise Refused(_broken()) from trouble
    if content.firm_id != firm_id:
        raise Refused(
            say(
                "What was learned was learned of another firm. Payment habits alone are used until "
                "it is learned anew."
            )
        )
    if found.cut_off_on > today_on + timedelta(days=1):
        raise Refused(
            say(
                "What was learned was learned after {day}: for that day payment habits alone are "
                "used. If it is today, look at the clock of this computer.",
                day=format_date(today_on),
            )
        )
    return found


def _broken() -> Sentence:
    return say(
        "The file of what was learned is damaged. Payment habits alone are used until it is "
        "learned anew."
    )


def _model_set(content: _Content) -> ModelSet:
    """The content, checked.

    Raises:
        ValueError: something in it cannot be.
    """
    hazard = np.array(content.shop_hazard)
    _check(hazard.shape == (WIDTH,) and bool(((hazard >= 0) & (hazard <= 1)).all()))
    _check(content.bills_worth in BILLS_WORTH and content.memory_days in MEMORY_DAYS)
    tasks = {name: task_named(name) for name in content.tasks}
    _check(None not in tasks.values())
    return ModelSet(
        firm_id=content.firm_id,
        cut_off_on=date.fromisoformat(content.cut_off_on),
        settings=Settings(content.bills_worth, content.memory_days),
        shop_hazard=hazard,
        learned={
            name: _learned(task, content.tasks[name])
            for name in in_order(tasks)
            if (task := tasks[name]) is not None
        },
    )


def _learned(task: Task, told: _Learned) -> Learned:
    counts = (told.decided_count, told.late_count, told.held_out_count)
    _check(min(counts) >= 0 and told.late_count <= told.decided_count)
    _check(all(0 <= brier <= 1 for brier in (told.curves_brier, told.model_brier)))
    _check(all(0 <= chance <= 1 for point in told.plot for chance in point[:2]))
    return Learned(
        model=_model(task, told) if told.features else None,
        reason=told.reason,
        decided_count=told.decided_count,
        late_count=told.late_count,
        held_out_count=told.held_out_count,
        curves_brier=told.curves_brier,
        model_brier=told.model_brier,
        plot=tuple(PlotPoint(*point) for point in told.plot),
        bends_dates=told.bends_dates,
    )


def _model(task: Task, told: _Learned) -> Model:
    width = len(task.signs)
    _check(told.features == list(task.signs))
    _check(told.linear is not None or told.boosted is not None)
    return Model(
        task=task.name,
        features=tuple(task.signs),
        medians=_numbers(told.medians, width),
        linear=_linear(told.linear, width) if told.linear else None,
        boosted=_boosted(told.boosted, width) if told.boosted else None,
        calibration=_calibration(told),
    )


def _linear(told: _Linear, width: int) -> Linear:
    scales = _numbers(told.scales, width)
    _check(bool((scales > 0).all()) and abs(told.intercept) <= _LARGEST)
    return Linear(
        _numbers(told.means, width), scales, _numbers(told.coefficients, width), told.intercept
    )


def _boosted(told: _Trees, width: int) -> Trees:
    """Trees in which every step leads onward, so that no walk can go astray or in a ring."""
    count = len(told.feature)
    starts, feature, left, right = (
        np.array(column, np.int64) for column in (told.starts, told.feature, told.left, told.right)
    )
    _check(len(starts) > 0 and starts[0] == 0 and bool((np.diff(starts) > 0).all()))
    _check(int(starts[-1]) < count and len(left) == len(right) == count)
    _check(bool(((feature >= -1) & (feature < width)).all()))
    tree = np.searchsorted(starts, np.arange(count), side="right") - 1
    within = np.arange(count) - starts[tree]
    size = np.diff(np.append(starts, count))[tree]
    inner = feature >= 0
    for onward in (left, right):
        _check(bool(((onward > within) & (onward < size))[inner].all()))
    return Trees(
        starts,
        feature,
        _numbers(told.threshold, count),
        left,
        right,
        _numbers(told.value, count),
        float(_numbers([told.baseline], 1)[0]),
    )


def _calibration(told: _Learned) -> Sloped | Stepped | None:
    if told.slope is not None:
        slope, intercept = told.slope
        _check(0 <= slope <= _STEEPEST and abs(intercept) <= _STEEPEST)
        return Sloped(slope, intercept)
    if told.steps is None:
        return None
    foretold, came_true = (_numbers(points, len(told.steps[0])) for points in told.steps)
    _check(len(foretold) > 0 and bool((np.diff(foretold) >= 0).all()))
    _check(bool((np.diff(came_true) >= 0).all()))
    _check(bool(((came_true >= 0) & (came_true <= 1)).all()))
    return Stepped(foretold, came_true)


def _numbers(told: list[float], width: int) -> Real:
    found = np.array(told, np.float64)
    _check(found.shape == (width,) and bool((np.abs(found) <= _LARGEST).all()))
    return found


def _check(is_possible: bool) -> None:  # noqa: FBT001 -- reads like an assertion
    if not is_possible:
        raise ValueError
