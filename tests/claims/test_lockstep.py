"""One rule, one code, on the whole scenario: batches, single games, records."""

import numpy as np

from game.match.loading import open_match
from game.match.record import record
from game.match.trouble import Trouble
from game.study.batch import months_of, seeds_of
from tests.claims.positions import setting


def test_a_thousand_seeds_as_one_batch_and_one_by_one_are_the_same_games(whole: bool) -> None:
    batch = list(months_of(setting(), np.arange(1000, dtype=np.uint64)))[-1]

    for seed in range(0, 1000, 1 if whole else 50):
        single = list(months_of(setting(), np.array([seed], dtype=np.uint64)))[-1]
        assert single.digest() == batch.digest(seed)
        assert single.ending[0] == batch.ending[seed]
        assert np.array_equal(single.readings[:, 0], batch.readings[:, seed])


def test_batches_of_any_size_give_the_same_games() -> None:
    whole = list(months_of(setting(), np.arange(1000, dtype=np.uint64)))[-1]

    for first in range(0, 1000, 250):
        part = list(months_of(setting(), np.arange(first, first + 250, dtype=np.uint64)))[-1]
        assert np.array_equal(part.readings, whole.readings[:, first : first + 250])
        assert [part.digest(k) for k in range(250)] == [whole.digest(first + k) for k in range(250)]


def test_a_table_of_a_study_replays_as_a_game_from_its_own_seed() -> None:
    seeds = seeds_of(3, 0, 40)
    tables = list(months_of(setting(), seeds))[-1]

    for table in (0, 17, 39):
        match = open_match("deadlock-2020", int(seeds[table]), {})
        assert not isinstance(match, Trouble)
        while not match.over:
            match = match.adjudicated()
        assert match.months[-1].digest == tables.digest(table)


def test_every_change_in_the_record_of_many_seeds_is_explained(whole: bool) -> None:
    for seed in range(200 if whole else 4):
        match = open_match("deadlock-2020", seed, {})
        assert not isinstance(match, Trouble)
        while not match.over:
            match = match.adjudicated()
        told = record(match)
        scenario = match.book.scenario
        before = {name: track.start for name, track in scenario.tracks.items()}
        for month in told["months"]:
            for entry in month["ledger"]:
                assert entry["rule"]
                assert entry["cause"]
                assert entry["why"]
                assert entry["before"] == before[entry["track"]]
                before[entry["track"]] = entry["after"]
            for track, reading in month["readings"].items():
                low, high = scenario.tracks[track].range
                assert low <= reading <= high
        assert told["ending"] in scenario.endings
