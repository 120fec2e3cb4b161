"""Packs: made by `simmer pack` only from what is clean, opened only where they are safe."""

import io
import json
import random
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import cli
from game.located.findings import Finding
from game.scenario import pack, unpack
from game.scenario.digest import digest
from game.scenario.pack import LABEL, MOST_FILES, contents_of, packed
from game.scenario.reader import read_scenario, read_scenario_text
from tests.scenario.small import SMALL_TEXT, with_slip

SMALL, _ = read_scenario_text(SMALL_TEXT)
assert SMALL is not None
FILES = {
    LABEL: f"format: 1\nscenario: small\ndigest: '{digest(SMALL)}'\n".encode(),
    "small/scenario.yaml": SMALL_TEXT.encode(),
    "small/brief-west.md": b"# West\n",
}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Unpack into a folder of the test's own, and work in another."""
    monkeypatch.setattr(unpack, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "cache"


def entry(name: str, content: bytes = b"x", mode: int = stat.S_IFREG | 0o644) -> bytes:
    """Return a whole pack with one more entry, its name and mode as they are given."""
    made = io.BytesIO(packed(FILES))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("small/placeholder.md")
        info.filename = name
        info.external_attr = mode << 16
        archive.writestr(info, content)
    return made.getvalue()


def refused(raw: bytes) -> str:
    """Return why the bytes of a pack are not opened; nothing of them must be unpacked."""
    Path("hostile.zip").write_bytes(raw)
    reading = read_scenario("hostile.zip")
    assert reading.scenario is None
    assert [each.code for each in reading.findings] in (["Y005"], ["Y006"]), reading.findings
    return reading.findings[0].message


def test_a_pack_is_read_like_a_folder(cache: Path) -> None:
    Path("good.zip").write_bytes(packed({**FILES, "small/map.png": PNG}))
    reading = read_scenario("good.zip")

    assert reading.findings == ()
    assert reading.scenario is not None
    assert reading.texts == {"brief-west": "# West\n"}
    assert reading.path is not None
    assert reading.path.is_relative_to(cache)
    assert read_scenario("good.zip").path == reading.path


def test_a_finding_in_a_pack_names_the_pack_and_the_file_in_it(capsys: Capture) -> None:
    variant = b"extends: small\nid: short\ncards: {inquiry: null, no: {kind: signl}}\n"
    korean = b"format: 1\nlanguage: ko\ntexts:\n  title: {en: Small, too: \xec\x9e\x91\xec\x9d\x8c}\n"
    label = FILES[LABEL].replace(b"small", b"short")
    files = {**FILES, LABEL: label, "short/scenario.yaml": variant, "short/ko.yaml": korean}
    files["small/scenario.yaml"] = with_slip("months: 6", "months: six").encode()
    files["small/brief-west.md"] = b"caf\xe9"
    Path("mine.zip").write_bytes(packed(files))

    assert cli.run(["check", "mine.zip"]) == 2
    out = capsys.readouterr().out
    places = [line.split(": error")[0] for line in out.splitlines() if ": error" in line]
    assert set(places) >= {
        str(Path("mine.zip", "small", "scenario.yaml:6:9")),
        str(Path("mine.zip", "short", "scenario.yaml:3:35")),
        str(Path("mine.zip", "short", "ko.yaml:4:22")),
        str(Path("mine.zip", "small", "brief-west.md:1:4")),
    }
    assert "    6 | months: six" in out
    assert f"'inquiry' is removed at {Path('mine.zip', 'short', 'scenario.yaml:3')}" in out
    assert "cache" not in out

    assert cli.run(["check", "mine.zip", "--json", "-"]) == 2
    told = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    assert [f"{each['file']}:{each['line']}:{each['column']}" for each in told] == places


@pytest.mark.parametrize(
    "name",
    [
        "../escape.md",
        "small/../../escape.md",
        "/etc/escape.md",
        "small/deep/er.md",
        "..\\escape.md",
        "C:\\escape.md",
        "c:escape.md",
        "small/.hidden.md",
        "small/nul.md",
        "COM1.md",
        "small/trailing.md ",
        "small/a\u202egnp.md",
        "small/a\nb.md",
        "small/",
        "",
        "small//x.md",
        "small/" + "x" * 120 + ".md",
    ],
)
def test_a_name_that_leads_out_or_deceives_is_refused(name: str, cache: Path) -> None:
    assert "packs do not use" in refused(entry(name)) or not name
    assert not cache.exists()
    assert not list(Path.cwd().parent.rglob("*escape*"))


@pytest.mark.parametrize(
    "name",
    ["small/run.py", "small/run.sh", "small/x.exe", "small/x.zip", "small/x.html", "small/readme", "x.pyc"],
)
def test_only_yaml_text_and_pictures_are_taken(name: str) -> None:
    assert "is no .yaml" in refused(entry(name))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int) -> None:
    assert "is a link or no ordinary file" in refused(entry("small/notes.md", b"/etc/passwd", kind | 0o777))


def test_a_picture_that_is_none_is_refused() -> None:
    assert "not the picture" in refused(entry("small/map.png", b"#!/bin/sh\n"))


def test_too_many_files_are_refused_before_they_are_listed() -> None:
    many = {f"small/n{number}.md": b"x" for number in range(MOST_FILES)}

    assert "more than 300 files" in refused(packed({**FILES, **many}))


def test_a_bomb_is_refused_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is too large" in refused(entry("small/big.md", bytes(pack.MOST_EACH + 1)))
    monkeypatch.setattr(pack, "MOST_WHOLE", 40_000)
    several = {f"small/n{number}.md": bytes(9_000) for number in range(6)}
    assert "is too large" in refused(packed({**FILES, **several}))


def test_a_size_that_the_list_understates_is_not_believed() -> None:
    raw = bytearray(entry("small/big.md", bytes(1_000_000)))
    at = raw.rindex(pack.ENTRY)
    raw[at + 24 : at + 28] = struct.pack("<I", 10)

    assert refused(bytes(raw))


def test_encrypted_and_oddly_packed_files_are_refused() -> None:
    for offset, value, said in ((8, b"\x01\x00", "is encrypted"), (10, b"\x0c\x00", "packed in a way")):
        raw = bytearray(entry("small/notes.md"))
        at = raw.rindex(pack.ENTRY)
        raw[at + offset : at + offset + 2] = value
        assert said in refused(bytes(raw))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["small/brief-west.md", "small/BRIEF-west.md"])
def test_a_file_that_is_there_twice_is_refused(name: str) -> None:
    assert "is there twice" in refused(entry(name))


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (None, "this is not a pack: it holds no pack.yaml"),
        (b"format: 1\nscenario: small\n", "the file has no 'digest'"),
        (b"format: 1\nscenario: other\ndigest: x\n", "the pack holds no scenario 'other'"),
        (b"format: 1\nscenario: ../small\ndigest: x\n", "the pack holds no scenario '../small'"),
        (b"\xff\xfe", ""),
    ],
)
def test_a_zip_without_a_fitting_label_is_no_pack(label: bytes | None, said: str) -> None:
    files = {name: content for name, content in FILES.items() if name != LABEL}
    Path("x.zip").write_bytes(packed(files if label is None else {**files, LABEL: label}))
    reading = read_scenario("x.zip")

    assert reading.scenario is None
    assert said in reading.findings[0].message


def damaged(raw: bytes, count: int) -> Iterator[bytes]:
    """Yield damaged copies of a pack: cut short, bits flipped, parts doubled or taken out."""
    luck = random.Random(5)
    for _ in range(count):
        at, other = sorted(luck.randrange(len(raw)) for _ in range(2))
        flipped = bytearray(raw)
        flipped[at] ^= 1 << luck.randrange(8)
        yield luck.choice((raw[:at], bytes(flipped), raw[:other] + raw[at:], raw[:at] + raw[other:]))


def test_damaged_packs_are_refused_or_hold_only_what_is_safe(whole: bool) -> None:
    raw = packed({**FILES, "small/map.png": PNG})
    found = [contents_of(each, "x.zip") for each in damaged(raw, 20_000 if whole else 1_500)]

    safe = [each for each in found if not isinstance(each, Finding)]
    assert 0 < len(safe) < len(found)
    for contents in safe:
        assert all(pack._is_plain(name) for name in contents)
        assert sum(map(len, contents.values())) <= pack.MOST_WHOLE


def test_a_scenario_inside_a_pack_reads_nothing_outside_it() -> None:
    Path("outside").mkdir()
    Path("outside/scenario.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    for extends in (
        "../../outside",
        str(Path.cwd() / "outside" / "scenario.yaml"),
        "../../../etc/passwd.yaml",
    ):
        variant = {**FILES, "small/scenario.yaml": f"extends: {extends}\nid: small\n".encode()}
        Path("x.zip").write_bytes(packed(variant))
        assert [each.code for each in read_scenario("x.zip").findings] == ["E505"]


def test_an_unpacked_folder_that_somebody_changed_is_laid_out_anew() -> None:
    Path("good.zip").write_bytes(packed(FILES))
    path = read_scenario("good.zip").path
    assert path is not None
    path.write_text("changed", encoding="utf-8")
    (path.parent / "extra.md").write_text("more", encoding="utf-8")

    again = read_scenario("good.zip")
    assert again.scenario is not None
    assert set(again.texts) == {"brief-west"}


def test_a_pack_that_cannot_be_unpacked_says_so(cache: Path) -> None:
    cache.write_text("a file in the way")
    Path("good.zip").write_bytes(packed(FILES))

    assert "cannot be unpacked" in read_scenario("good.zip").findings[0].message


@pytest.fixture
def mine(capsys: Capture) -> Path:
    """Make a clean scenario of one's own."""
    assert cli.run(["new", "mine"]) == 0
    capsys.readouterr()
    return Path("mine/scenario.yaml")


def test_what_is_packed_is_the_scenario_itself(mine: Path, capsys: Capture) -> None:
    Path("mine/map.png").write_bytes(PNG)
    Path("mine/run.sh").write_text("echo no")

    assert cli.run(["pack", "mine"]) == 0
    assert capsys.readouterr().out.startswith("wrote mine.zip: 3 files")
    assert read_scenario("mine.zip").digest == read_scenario("mine").digest != ""
    first = Path("mine.zip").read_bytes()
    assert cli.run(["pack", "mine", "-o", "again.zip"]) == 0
    assert Path("again.zip").read_bytes() == first
    for command in (["check"], ["test"], ["play", "--auto", "--seed", "1"], ["docs", "-o", "-"]):
        assert cli.run([*command, "mine.zip"]) == 0


def test_a_variant_takes_its_parent_along(mine: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.run(["new", "short", "--variant-of", "mine"]) == 0
    assert cli.run(["pack", "short"]) == 0, capsys.readouterr().out
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "renamed.zip"
    Path("short.zip").replace(moved)
    before = read_scenario("short").digest
    mine.write_text("gone", encoding="utf-8")

    assert read_scenario(moved).digest == before != ""


def test_a_parent_in_the_same_folder_is_packed_once(mine: Path, capsys: Capture) -> None:
    mine.rename("mine/base.yaml")
    mine.write_text("extends: ./base.yaml\nid: other\n", encoding="utf-8")

    assert cli.run(["pack", "mine"]) == 0
    assert capsys.readouterr().out.startswith("wrote other.zip: 3 files")
    assert read_scenario("other.zip").digest == read_scenario("mine").digest != ""


def test_a_parent_that_a_pack_cannot_hold_is_told(mine: Path, capsys: Capture) -> None:
    Path("mine/parts").mkdir()
    mine.rename("mine/parts/base.yaml")
    mine.write_text("extends: ./parts/base.yaml\nid: other\n", encoding="utf-8")

    assert cli.run(["pack", "mine"]) == 1
    assert "what it extends is not found inside the pack" in capsys.readouterr().err
    assert not Path("other.zip").exists()


SLIPS: dict[str, Callable[[str], str]] = {
    "an error": lambda text: text.replace("months: 6", "moths: 6"),
    "a test that fails": lambda text: text.replace("lowland.support <= 4", "lowland.support >= 9"),
    "a warning": lambda text: text.replace("chance: 40", "chance: yes"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_nothing_is_packed_that_is_not_ready(slip: str, mine: Path, capsys: Capture) -> None:
    before = mine.read_text(encoding="utf-8")
    mine.write_text(SLIPS[slip](before), encoding="utf-8")

    assert mine.read_text(encoding="utf-8") != before
    assert cli.run(["pack", "mine"]) == 1
    assert capsys.readouterr().err == "'mine' is not packed yet.\n"
    assert not Path("mine.zip").exists()


def test_an_unfinished_translation_is_not_packed(mine: Path, capsys: Capture) -> None:
    assert cli.run(["translate", "mine", "--to", "ko"]) == 0
    capsys.readouterr()

    assert cli.run(["pack", "mine"]) == 1
    assert "ko: " in capsys.readouterr().out


def test_what_is_not_there_cannot_be_packed(capsys: Capture) -> None:
    assert cli.run(["pack", "nowhere"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    Path("slip.yaml").write_text(with_slip("months: 6", "moths: 6"), encoding="utf-8")
    assert cli.run(["pack", "slip.yaml"]) == 1
