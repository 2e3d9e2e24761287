"""Segments on the screen; Enter shows the parties of one."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.ui.foretold.presenter import Foretold
from collectiq_desktop.ui.foretold.screen import ForetoldScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.segments.columns import SEGMENT_COLUMNS, sums_of
from collectiq_desktop.ui.screens.segments.counting import Segment, segments_of, without_sums


class SegmentsScreen(ForetoldScreen[Segment]):
    """How parties pay, and what to think of them."""

    name = "segments"

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit, SEGMENT_COLUMNS, identity_of=lambda row: (row.category, row.frequency)
        )
        self.lay_out()

    def title_words(self) -> str:
        return self.tr("Segments")

    def rows_of(self, found: Foretold) -> Sequence[Segment]:
        segments = segments_of(found.lines)
        return segments if self._kit.sees_totals else [without_sums(each) for each in segments]

    def sums_of(self, rows: Sequence[Segment]) -> tuple[str, ...]:
        return sums_of(rows, self.tr("Together"))

    def choose(self) -> None:
        row = self._table.current
        if row is not None:
            self.presenter.go("risk", text=f"{row.category.value} {row.frequency.value}")
