"""Composing YAML into a tree with positions."""

import json

import pytest
from hypothesis import given

from game.located.compose import LOADER, Loader, compose
from game.located.findings import Finding
from game.located.invisible import first_odd
from game.located.node import Block, Items, Plain, Scalar
from tests.located.loaders import BOTH, both_loaders
from tests.located.work import steps
from tests.strategies.texts import NESTED, RAW_YAML


def value_of(source: str, loader: Loader = BOTH[0]) -> Plain:
    root = compose(source, loader=loader).root
    assert root is not None
    return root.value


def only(source: str, loader: Loader) -> Finding:
    (finding,) = compose(source, "f.yaml", loader).findings
    return finding


@both_loaders
def test_values_and_places_stand_side_by_side(loader: Loader) -> None:
    root = compose("카드:\n  tension: {start: 6, 'why': \"so\"}\n  list: [a, -1.5]\n", loader=loader).root

    assert isinstance(root, Block)
    assert root.value == {"카드": {"tension": {"start": 6, "why": "so"}, "list": ["a", -1.5]}}
    cards = root.entries["카드"].node
    assert isinstance(cards, Block)
    key, tension = cards.entries["tension"]
    assert isinstance(tension, Block)
    assert (key.line, key.column, tension.line, tension.column) == (1, 2, 1, 11)
    why = tension.entries["why"].node
    assert isinstance(why, Scalar)
    assert (why.line, why.column, why.end_column, why.style) == (1, 29, 33, '"')
    items = cards.entries["list"].node
    assert isinstance(items, Items)
    assert [(each.line, each.column) for each in items.nodes] == [(2, 9), (2, 12)]


@both_loaders
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("FALSE", False),
        ("7", 7),
        ("+2", 2),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("2017-09-03", "2017-09-03"),
        ("2020-05", "2020-05"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("tRue", "tRue"),
        ("'7'", "7"),
        ('"true"', "true"),
        ("１２", "１２"),
    ],
)
def test_a_plain_word_is_read_as_yaml_1_2_core(written: str, value: Plain, loader: Loader) -> None:
    composition = compose(f"a: {written}", loader=loader)

    assert composition.root is not None
    assert composition.root.value == {"a": value}
    assert type(value_of(f"a: {written}", loader)["a"]) is type(value)  # type: ignore[index,call-overload]
    assert composition.findings == ()


@both_loaders
@pytest.mark.parametrize(
    ("written", "value", "code", "hint"),
    [
        ("yes", "yes", "Y031", 'write true, or put it in quotes: "yes"'),
        ("No", "No", "Y031", 'write false, or put it in quotes: "No"'),
        ("off", "off", "Y031", 'write false, or put it in quotes: "off"'),
        ("010", 10, "Y032", "leave out the leading zero, or put it in quotes"),
        ("0x1F", "0x1F", "Y032", "write a number in plain digits"),
        ("0o17", "0o17", "Y032", "write a number in plain digits"),
        ("1_000", "1_000", "Y032", "write a number in plain digits"),
        ("12:30", "12:30", "Y032", 'put it in quotes: "12:30"'),
        ("9" * 5000, "9" * 5000, "Y033", "put it in quotes if it is meant as text"),
        ("1e999", "1e999", "Y033", "put it in quotes if it is meant as text"),
    ],
)
def test_a_word_that_other_readers_take_differently_is_doubted(
    written: str, value: Plain, code: str, hint: str, loader: Loader
) -> None:
    finding = only(f"a: {written}", loader)

    assert value_of(f"a: {written}", loader) == {"a": value}
    assert (finding.code, finding.line, finding.column, finding.hint) == (code, 0, 3, hint)


@both_loaders
@pytest.mark.parametrize(
    ("source", "place", "hint"),
    [
        ("a: Round #2 of talks", (0, 9, 11), '"Round #2 of talks"'),
        ("a: Runde «é» #2", (0, 13, 2), '"Runde «é» #2"'),
        ("a: [x, y #2\n  , z]", (0, 9, 2), '"y #2"'),
        ("a: They met\n  again  #2 \nb: 1", (1, 9, 2), "the whole in quotes"),
    ],
)
def test_text_that_ends_before_a_stuck_hash_is_doubted(
    source: str, place: tuple[int, int, int], hint: str, loader: Loader
) -> None:
    finding = only(source, loader)

    assert (finding.code, (finding.line, finding.column, finding.span)) == ("Y036", place)
    assert finding.hint == f"write {hint}, or a blank after '#' if a remark is meant"


@both_loaders
@pytest.mark.parametrize(
    "source",
    ["a: x # of 2", "a: x  ## 2", "a: 3 #2", "a: 'x' #2", "a: #2", "a: x#2", "#2\na: x", "a: |\n  x #2\n"],
)
def test_a_remark_that_is_meant_as_one_is_not_doubted(source: str, loader: Loader) -> None:
    assert compose(source, loader=loader).findings == ()


@both_loaders
def test_a_key_is_always_text(loader: Loader) -> None:
    assert value_of("on: 1\n2020: 2\ntrue: 3\n010: 4\n", loader) == {"on": 1, "2020": 2, "true": 3, "010": 4}
    assert compose("on: 1\n2020: 2\n010: 4", loader=loader).findings == ()


@both_loaders
@pytest.mark.parametrize(
    ("source", "code", "line", "column"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", "Y030", 2, 0, id="a key given twice"),
        pytest.param("x: {a: 1, a: 2}", "Y030", 0, 10, id="a key given twice on one line"),
        pytest.param("a: &here 1", "Y024", 0, 3, id="an anchor"),
        pytest.param("a: *here", "Y024", 0, 3, id="an alias"),
        pytest.param("a: 1\n<<: {b: 2}", "Y024", 1, 0, id="a merge key"),
        pytest.param("a: !!python/object/apply:os.system [ls]", "Y020", 0, 3, id="a tag that runs a program"),
        pytest.param("a: !!str 1", "Y020", 0, 3, id="a tag of YAML itself"),
        pytest.param("a: 1\n---\nb: 2\n", "Y025", 1, 0, id="a second document"),
        pytest.param("[a]: 1", "Y022", 0, 0, id="a list as a key"),
        pytest.param("a: {{b}: c}", "Y022", 0, 4, id="a block as a key"),
        pytest.param("", "Y004", 0, 0, id="nothing"),
        pytest.param("# only a remark\n", "Y004", 0, 0, id="only a remark"),
        pytest.param("a: 1\nb: x\0y", "Y003", 1, 4, id="a NUL"),
        pytest.param("a: 1\nb: x\u200by", "Y003", 1, 4, id="a zero-width blank"),
        pytest.param('a: "x\\0y"', "Y003", 0, 3, id="a NUL spelt out"),
        pytest.param('a: "\\e[31m"', "Y003", 0, 3, id="a terminal command spelt out"),
        pytest.param("a:\n\u00a0 b: 1", "Y011", 1, 0, id="a no-break space as indent"),
        pytest.param("{: 1}", "Y034", 0, 1, id="no key"),
        pytest.param("[" * 200_000, "Y021", 0, 30, id="deep nesting"),
        pytest.param("- " * 100_000, "Y021", 0, 60, id="deep nesting of lists"),
        pytest.param("a: '" + "x" * 2_000_000 + "'", "Y001", 0, 0, id="too long"),
    ],
)
def test_what_scenarios_do_not_use_is_found_at_its_place(
    source: str, code: str, line: int, column: int, loader: Loader
) -> None:
    finding = only(source, loader)

    assert (finding.code, finding.line, finding.column) == (code, line, column)


def test_a_file_with_too_many_values_is_refused_where_it_grows_too_long() -> None:
    finding = only("[" + "1," * 200_000 + "]", LOADER)

    assert (finding.code, finding.column) == ("Y023", 199_999)


@pytest.mark.parametrize("text", [r'"a\0b"', r'"\ud800"', r'"\x1b[2J"', r'"\ufeff"'])
def test_an_invisible_character_spelt_out_never_reaches_a_value_or_a_key(text: str) -> None:
    for loader in BOTH:
        composition = compose(f"{{{text}: {text}}}", loader=loader)

        value = composition.root.value if composition.root else {}
        assert isinstance(value, dict)
        assert first_odd("".join(f"{key}{held}" for key, held in value.items())) is None
        assert {each.code for each in composition.findings} & {"Y003", "Y013"}


@both_loaders
def test_growing_by_aliases_costs_no_work(loader: Loader) -> None:
    laughs = "".join(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]\n" for level in range(1, 31))
    source = "l0: &l0 lol\n" + laughs

    findings = compose(source, loader=loader).findings

    assert {finding.code for finding in findings} == {"Y024"}
    assert steps(lambda: compose(source, loader=loader)) < 150 * len(source)


@both_loaders
def test_of_a_key_given_twice_the_first_counts_and_both_lines_are_named(loader: Loader) -> None:
    assert value_of("a: 1\nb: 2\na: {c: 3}\n", loader) == {"a": 1, "b": 2}
    assert "first on line 1" in only("a: 1\nb: 2\na: {c: 3}\n", loader).message


@both_loaders
def test_a_byte_order_mark_moves_no_column(loader: Loader) -> None:
    finding = only("\ufeffa: yes", loader)

    assert (finding.line, finding.column) == (0, 3)


@both_loaders
def test_windows_line_ends_move_no_line(loader: Loader) -> None:
    finding = only("a: 1\r\nb:\r\n  c: yes\r\n", loader)

    assert (finding.line, finding.column) == (2, 5)


@given(NESTED)
def test_a_quoted_text_is_read_back_by_both_parsers(value: Plain) -> None:
    source = json.dumps({"a": value}, ensure_ascii=False)

    assert [value_of(source, loader) for loader in BOTH] == [{"a": value}] * len(BOTH)


@given(RAW_YAML)
def test_no_text_is_too_odd_to_be_composed(source: str) -> None:
    for loader in BOTH:
        composition = compose(source, "f.yaml", loader)

        assert composition.root is not None or composition.findings
