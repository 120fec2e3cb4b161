"""Both parsers a scenario may meet: the fast one and the one that is always there."""

import pytest
import yaml

from game.located.compose import LOADER, Loader

BOTH: tuple[Loader, ...] = tuple(dict.fromkeys((LOADER, yaml.SafeLoader)))
both_loaders = pytest.mark.parametrize("loader", BOTH, ids=lambda loader: loader.__name__)
