"""Reads damaged and hostile files in a process of its own, and tells how much work and room they took.

python -m tests.scenario.hurting COUNT PART
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from game.located.findings import render_all
from game.scenario.reader import read_scenario_text
from tests.scenario.mending import mend_text
from tests.scenario.small import SMALL_TEXT
from tests.scenario.test_hostile import damaged, hostile, work

MENDED = 25
"""Of so many files one is mended as well."""


def sources(count: int, part: int) -> Iterator[str]:
    """Yield damaged scenarios and then the files made to hurt, at that part of their size."""
    yield from (damaged(seed, SMALL_TEXT) for seed in range(count))
    yield from (source for _name, source in hostile(part))


def read(source: str) -> None:
    """Read a file and tell what is wrong with it."""
    scenario, findings = read_scenario_text(source, "f.yaml", thorough=True)
    report = render_all(findings, {"f.yaml": source})
    assert scenario is not None or "error[" in report
    assert len(findings) <= 51


def taken(source: str, *, mend: bool) -> float:
    """Return the steps for each character that it takes to read a file, and mend it if asked to."""
    found = work(source, lambda: read(source))
    if mend:
        assert isinstance(mend_text(source, "f.yaml"), str)
    return found


def main() -> None:
    """Read as many damaged files as asked for, and all that are made to hurt."""
    found = sources(int(sys.argv[1]), int(sys.argv[2]))
    most = [taken(source, mend=not at % MENDED) for at, source in enumerate(found)]
    sys.stdout.write(json.dumps({"files": len(most), "steps": max(most), "megabytes": room()}))


def room() -> float:
    """Return the most memory this program has held, in MiB.

    Linux counts the program that started this one in ru_maxrss, so there the kernel's own mark is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        assert found is not None
        return int(found[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


if __name__ == "__main__":
    main()
