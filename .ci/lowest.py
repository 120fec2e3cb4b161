"""Print the lowest versions that pyproject.toml declares, as constraints for pip."""

import re
import tomllib
from itertools import chain
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for each in chain(project["dependencies"], *project["optional-dependencies"].values()):
    found = re.fullmatch(r"([\w-]+)>=([\w.]+)(; .*)?", each)
    if found:
        print(f"{found[1]}=={found[2]}{found[3] or ''}")
