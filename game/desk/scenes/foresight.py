"""Foresight: forecasts worked out beside the window, which never waits for one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.desk.beside import Errand
from game.match.match import Match
from game.players.forecast import Dream, Forecast, Forecaster, forecaster
from game.presenters.content import ForecastContent
from game.presenters.forecast import present_forecast
from game.rules.sheets import encode
from game.rules.views import View

PATIENCE = 2.0
"""Seconds after which a forecast that is still not there is waited for."""


class Foresight:
    """The forecast for the sheet that one seat has in hand; the last one stays until the next is there."""

    def __init__(self, match: Match, side: str) -> None:
        self.side = side
        self.content: ForecastContent | None = None
        self._view = match.told_view(side)
        self._match = match
        self._sheet: NDArray[np.int16] | None = None
        self._coming: Errand[Forecast | None] | None = None
        self._ahead: Forecaster | None = None
        self._dream: Dream | None = None
        self.ask(match)

    @property
    def counting(self) -> bool:
        """Whether the first forecast of the month is still being worked out."""
        return self.content is None and self._coming is not None

    def ask(self, match: Match) -> None:
        """Have the sheet in hand weighed, unless it is the one that was asked for last."""
        lines = encode(match.book, {self.side: match.hands[self.side].sheet})
        sheet = lines[match.book.index.sides[self.side], :, 0]
        if self._sheet is not None and np.array_equal(sheet, self._sheet):
            return
        if self._coming is not None:
            self._coming.drop()
        self._match, self._sheet = match, sheet
        self._coming = Errand(lambda: self._weighed(match, self._view, sheet), PATIENCE)

    def advance(self, seconds: float) -> bool:
        """Let time pass; whether a new forecast is there."""
        if self._coming is None or not self._coming.done(seconds):
            return False
        found = self._coming.found()
        self._coming = None
        self.content = None if found is None else present_forecast(self._match.glimpse(self.side), found)
        return True

    def _weighed(self, match: Match, view: View, sheet: NDArray[np.int16]) -> Forecast | None:
        """Return the forecast for a sheet; the tables are imagined once for all sheets of the month."""
        if self._ahead is None:
            self._ahead = forecaster(match.book, self.side)
        if self._ahead is None:
            return None
        if self._dream is None:
            self._dream = self._ahead.dream(view)
        return self._ahead.forecast(self._dream, sheet)
