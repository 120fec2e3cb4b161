"""Builds the block machine when Simmer is installed; where that cannot be done, Simmer plays without it.

    python hatch_build.py

builds it in a clone that is not installed. The library comes to lie beside its text, `game/rules/machine.c`,
and is no part of the repository. A compiler on the path is taken if there is one, else the build asks for
`ziglang`, a C compiler from the package index, on platforms for which there is one. Whatever fails, the
installation goes on: the plain machine in numpy plays the same games, more slowly.
"""

import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand
    BuildHookInterface = object

ROOT = Path(__file__).parent
SOURCE = ROOT / "game" / "rules" / "machine.c"
LIBRARY = SOURCE.with_suffix(".built")  # an ending of Python's own would make a module of it

ZIG = {"linux", "darwin", "win32"}, {"x86_64", "amd64", "aarch64", "arm64"}
"""Platforms and processors for which `ziglang` can be had."""

PATIENCE = 300
"""Seconds after which a compiler is given up."""


def compilers() -> Iterator[list[str]]:
    """Yield the commands that may compile here, the likeliest first."""
    yield from ([path] for name in ("gcc", "clang", "cc") if (path := shutil.which(name)))
    if path := shutil.which("cl"):
        yield [path]
    yield [sys.executable, "-m", "ziglang", "cc"]


def asked(compiler: list[str], target: Path) -> list[str]:
    """Return the command by which a *compiler* makes the library."""
    edition = f"EDITION={crc32(SOURCE.read_bytes())}"
    if Path(compiler[0]).stem.lower() == "cl":
        return [*compiler, "/nologo", "/O2", "/LD", f"/D{edition}", str(SOURCE), f"/Fe{target}"]
    options = ["-O3", "-std=gnu99", "-fwrapv", "-shared", "-fvisibility=hidden", f"-D{edition}", "-s"]
    if sys.platform != "win32":
        options.append("-fPIC")
    return [*compiler, *options, "-o", str(target), str(SOURCE)]


def built(target: Path) -> bool:
    """Build the library; return whether it is there, made of the text as it stands."""
    with TemporaryDirectory() as aside:
        made, beside = Path(aside) / "made", target.with_suffix(".new")
        for compiler in compilers():
            order = asked(compiler, made)
            try:
                subprocess.run(order, cwd=aside, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603 - our own words
                shutil.copyfile(made, beside)
                beside.replace(target)
            except (OSError, subprocess.SubprocessError):
                continue
            return True
    return False


class MachineHook(BuildHookInterface):  # type: ignore[misc]
    """Takes the library into the wheel, or leaves it beside its text in a clone that is installed."""

    def dependencies(self) -> list[str]:
        """Return what the build needs beside itself: a compiler, where there is none."""
        found = any(shutil.which(name) for name in ("gcc", "clang", "cc", "cl"))
        had = sys.platform in ZIG[0] and platform.machine().lower() in ZIG[1]
        return ["ziglang"] if had and not found else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the library before the wheel is put together."""
        if built(LIBRARY) and version == "standard":
            build_data["artifacts"].append(f"/{LIBRARY.relative_to(ROOT).as_posix()}")
            build_data["pure_python"] = False
            build_data["tag"] = f"py3-none-{_tag()}"


def _tag() -> str:
    """Return the platform's name as wheels write it."""
    from packaging.tags import sys_tags

    return next(sys_tags()).platform


if __name__ == "__main__":
    sys.exit(0 if built(LIBRARY) else "no compiler made the library; the plain machine plays")
