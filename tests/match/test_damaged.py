"""Damaged saves: refused, or the very game that their bytes spell out; never a traceback."""

from tests.match.damaging import damage


def test_a_damaged_save_is_refused_or_is_what_its_bytes_spell(whole: bool) -> None:
    tally = damage(1_000_000 if whole else 4_000, seed=417)

    told = " ".join(tally)
    for way in ("flipped", "cut"):
        assert {each for each in tally if each.startswith(way)} <= {f"{way}: damaged", f"{way}: unhurt"}
    assert "resealed: unsound" in told
    assert "rewritten: unsound" in told
