"""The forecast on the screen: three bands, and the bills behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.risk import ForecastLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.plots import Band, Bands
from collectiq_desktop.ui.foretold.presenter import Foretold
from collectiq_desktop.ui.foretold.screen import ForetoldScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.forecast.columns import EXPECTED_COLUMNS, sums_of
from collectiq_desktop.ui.screens.forecast.expecting import Expected, expected_by
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Card, label


def _pledged_words(forecast: Sequence[ForecastLine]) -> str:
    """What of it is promised or lies there as cheques, for the longest time."""
    last = forecast[-1] if forecast else None
    if last is None or not last.pledged_paise:
        return ""
    words = QCoreApplication.translate("ForecastScreen", "promised, or in cheques: %1")
    return text.filled(words, text.rupees(last.pledged_paise))


class ForecastScreen(ForetoldScreen[Expected]):
    """What will come in."""

    name = "forecast"

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit, EXPECTED_COLUMNS, identity_of=lambda row: (row.party_id, row.bill.number)
        )
        self._bands_card, self._bands, self._how = Card(), Bands(), label("muted")
        self._how.setWordWrap(True)
        self._bands_card.body.addWidget(self._bands)
        self._bands_card.body.addWidget(self._how)
        self.lay_out(self._bands_card)

    def retranslate(self) -> None:
        self._card.set_heading(self.tr("Bills likely to be paid within 30 days"))
        self._bands_card.set_heading(self.tr("What will come in: low, likely, high"))
        self._how.setText(
            self.tr(
                "In four of five such times what comes in lies within the band. It counts a part "
                "of every open bill, so it is more than the bills below, whose likeliest day "
                "lies within 30 days."
            )
        )
        super().retranslate()

    # What such a list says -----------------------------------------------------------------

    def title_words(self) -> str:
        return self.tr("Forecast")

    def rows_of(self, found: Foretold) -> Sequence[Expected]:
        return expected_by(found.lines, found.today_on)

    def sums_of(self, rows: Sequence[Expected]) -> tuple[str, ...]:
        return sums_of(rows, self.tr("%n bill(s)", "", len(rows)))

    def none_words(self) -> str:
        return self.tr("No open bill is likely to be paid within 30 days.")

    def choose(self) -> None:
        self.go_to_party("party_risk")

    def show_foretold(self, found: Foretold, *, is_anew: bool) -> None:
        super().show_foretold(found, is_anew=is_anew)
        forecast = found.outlook.forecast if found.outlook is not None else ()
        self._bands_card.setVisible(any(line.high_paise for line in forecast))
        self._bands_card.set_note(_pledged_words(forecast), Tone.MUTED)
        self._bands.show_bands(
            [
                Band(
                    self.tr("%n day(s)", "", line.days),
                    line.low_paise,
                    line.likely_paise,
                    line.high_paise,
                )
                for line in forecast
            ]
        )
