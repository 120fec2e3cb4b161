"""Games of a study played and counted in one go."""

from game.study.batch import CHUNK, BatchSetting, months_of, seeds_of
from game.study.tally import Tally, Tallying


def tally_games(setting: BatchSetting, study: int, first: int, games: int, chunk: int = CHUNK) -> Tally:
    """Return what *games* games of a study came to, from its table *first* on."""
    total = Tally()
    for start in range(first, first + games, chunk):
        seeds = seeds_of(study, start, min(chunk, first + games - start))
        watch = Tallying(setting.book, seeds.size)
        for tables in months_of(setting, seeds):
            watch.note(tables)
        total = total.plus(watch.tally())
    return total
