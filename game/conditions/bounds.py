"""Bounds: how large each number may be that an author writes; all arithmetic is proven to hold them."""

DIGITS = 9
"""Digits that a whole number may have."""

LARGEST_WRITTEN = 10**DIGITS - 1
"""The largest whole number that can be written."""

LARGEST = 2**31 - 1
"""No number that a condition works out may be larger."""

LONGEST = 60
"""Most months a scenario can have."""

LATEST_YEAR = 9990
"""The last year in which a game can begin: calendars end with 9999, and its last month still has a date."""

MOST_SIDES = 8
"""Most sides at a table."""

MOST_SLOTS = 8
"""Most lines of an order sheet."""

MOST_USES = MOST_SIDES * MOST_SLOTS * LONGEST
"""As often can the cards of one kind be played in a game: on every line, every month."""

FARTHEST = 100
"""Readings lie between this and its negative (§2.1)."""

MOST_READINGS = 2 * FARTHEST + 1
"""Most readings a scale has."""

MOST_POINTS = 1_000
"""No goal, ending, care or leaning is worth more points, nor are all goals of a side together (§11.4)."""

MOST_MEASURED = 100_000
"""No measure of a goal or a claim ends further from 0, so that sums of squares over all games stay exact."""

MOST_FORESIGHT = 100
"""No temperament weighs what it expects more heavily."""

MOST_MINUTES = 10_000
"""Nothing takes longer."""

FARTHEST_PLACE = 20_000
"""Kilometres that a place may lie from the map's origin: half way around the earth."""
