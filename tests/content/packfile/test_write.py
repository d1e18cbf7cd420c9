"""A pack that is written is read as the same pack."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.packfile import NoRoomForMedia, load, loads, parse, save, write, write_single, write_zip
from content.packfile.answers.numerals import plain_number
from content.packfile.inline import inline, literal, markdown, words
from content.packs import bundled, bundled_path
from lessons import items
from lessons.items import Item
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rich import Rich, Run
from lessons.source import Citation, Source


def test_the_manuals_pack_comes_back_the_same(lighthouses):
    pack = parse(lighthouses).pack
    again = parse(write(pack))
    assert again.diagnostics == ()
    assert again.pack == pack


@pytest.mark.parametrize("name", bundled())
def test_a_bundled_pack_comes_back_the_same(name):
    pack = load(bundled_path(name)).pack
    assert parse(write(pack)).pack == pack
    assert parse({"one.md": write_single(replace(pack, media=()))}).pack == replace(pack, media=())


def test_a_zip_is_the_same_bytes_each_time(lighthouses):
    pack = parse(lighthouses).pack
    data = write_zip(pack)
    assert data == write_zip(loads(data, "x.zip").pack)


@pytest.mark.parametrize("name", ["pack", "pack.zip"])
def test_a_saved_pack_is_loaded(lighthouses, tmp_path: Path, name):
    pack = parse(lighthouses).pack
    save(pack, tmp_path / name)
    assert load(tmp_path / name).pack == pack


def test_pictures_do_not_fit_into_one_text_file(lighthouses, tmp_path: Path):
    with pytest.raises(NoRoomForMedia):
        save(parse(lighthouses).pack, tmp_path / "pack.md")


def test_an_item_below_another_reading_keeps_its_own(one):
    pack = one("# A {#a}\n\nText.\n\n# B {#b}\n\nText.\n\n## ? So? {#q reading=a}\n\ntruth: true\n").pack
    assert pack.lessons[0].items[0].reading == "a"
    assert parse(write(pack)).pack == pack


def test_words_that_cannot_be_read_back_are_kept_as_shown(one):
    pack = one("# A\n\nText.\n\n## ? So? {#q}\n\nnumber: 60 000 Americans\nshown: 60,000 Americans\n").pack
    assert pack.lessons[0].items[0].answer.written == "60,000 Americans"
    assert parse(write(pack)).pack == pack


letters = st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\u0340\u0341")
tricky = st.sampled_from(["- a", "1. b", "# c", "key: d", "*e*", "_f_", "`g`", "[h](i)", "![j](k)", "<!-- l", "a;b"])
raw = st.one_of(
    st.text(letters, max_size=12), tricky, st.sampled_from(["->", "→", ";", "\\", "{#x}", "____", '"', "> q"])
)
text = st.lists(raw, min_size=1, max_size=4).map(
    lambda parts: words(literal(" ".join(normalize("NFC", " ".join(parts)).split())))
)


def same_when_read(found: str) -> bool:
    return bool(found) and words(literal(found)) == found and not found.isspace()


sentence = text.filter(same_when_read).filter(lambda found: "____" not in found)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
maybe = st.none() | sentence


@st.composite
def runs(draw: st.DrawFn) -> Rich:
    styles = st.sampled_from(["text", "strong", "em", "code"])
    found = draw(st.lists(st.builds(Run, sentence, styles), min_size=1, max_size=3))
    joined = [part for run in found for part in (run, Run(" and "))][:-1]
    return inline(markdown(tuple(joined)))


numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False).map(
    lambda found: found.normalize()
)
units = st.sampled_from([None, "m", "USD", "vehicles", "pairs of boots"])
edtf = st.dates().map(lambda day: day.isoformat()) | st.integers(1, 9999).map(lambda year: f"{year:04d}")


@st.composite
def quantities(draw: st.DrawFn, *, about: bool = True) -> items.Quantity:
    value, unit = draw(numbers), draw(units)
    shown = plain_number(value) + (f" {unit}" if unit else "")
    tolerance = draw(
        st.none()
        | st.just(items.Tolerance("exact"))
        | st.integers(1, 50).map(lambda percent: items.Tolerance("relative", Decimal(percent)))
        | st.integers(1, 9).map(lambda figures: items.Tolerance("figures", Decimal(figures)))
    )
    return items.Quantity(value, unit, tolerance if about else None, shown, 0, draw(st.booleans()))


def dates() -> st.SearchStrategy[items.DateAnswer]:
    return st.builds(items.DateAnswer, edtf, plus_minus=st.integers(0, 50))


def options() -> st.SearchStrategy[tuple[items.Option, ...]]:
    texts = st.lists(sentence, min_size=2, max_size=5, unique_by=str.casefold)
    said = st.lists(maybe, min_size=5, max_size=5)
    return st.builds(
        lambda found, feedback: tuple(
            items.Option(one, right=index == 0, feedback=feedback[index]) for index, one in enumerate(found)
        ),
        texts,
        said,
    )


@st.composite
def questions(draw: st.DrawFn) -> Item:
    common = {
        "id": draw(ids),
        "stem": draw(runs()),
        "reading": "r",
        "context": draw(maybe),
        "hints": tuple(draw(st.lists(sentence, max_size=2))),
        "why": draw(maybe),
        "sources": tuple(draw(st.lists(st.builds(Citation, st.just("book"), maybe), max_size=2))),
        "level": draw(st.none() | st.integers(1, 5)),
    }
    wrong = st.lists(sentence, max_size=2, unique_by=str.casefold)
    match draw(st.integers(0, 8)):
        case 0:
            return items.ChoiceItem(answer=draw(options()), **common)
        case 1:
            return items.TruthItem(answer=draw(st.booleans()), **common)
        case 2:
            return items.NumberItem(answer=draw(quantities()), unit_only=draw(st.booleans()), **common)
        case 3:
            return items.DateItem(answer=draw(dates()), **common)
        case 4:
            answer, *rest = draw(st.lists(sentence, min_size=2, max_size=4, unique_by=str.casefold))
            return items.TextItem(answer=answer, accept=tuple(draw(wrong)), decoys=tuple(rest), **common)
        case 5:
            entries = draw(st.lists(sentence, min_size=2, max_size=4, unique_by=str.casefold))
            return items.OrderItem(answer=tuple(items.Entry(one) for one in entries), **common)
        case 6:
            first, second = draw(st.lists(sentence, min_size=2, max_size=2, unique_by=str.casefold))
            return items.FirstItem(answer=(items.Entry(first, "1941"), items.Entry(second, "1942-06")), **common)
        case 7:
            lefts = draw(st.lists(sentence, min_size=2, max_size=3, unique_by=str.casefold))
            return items.MatchItem(answer=tuple(items.Pair(one, f"to {n}") for n, one in enumerate(lefts)), **common)
    common["stem"] = (Run("It was in ____ at last."),)
    inner = items.DateItem(id=common["id"], stem=common["stem"], answer=draw(dates()))
    return items.ClozeItem(answer=inner, **common)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    kinds = st.sampled_from(["paragraph", "heading", "bullet", "numbered", "quote"])
    # a quotation after a quotation is one, and a heading begins a reading where there is none
    blocks = draw(st.lists(st.builds(Block, kinds, runs()), min_size=1, max_size=5))
    blocks = [Block("paragraph", blocks[0].text), *(one for one in blocks[1:] if one.kind != "quote")]
    reading = Reading("r", draw(sentence), tuple(blocks), draw(st.none() | st.just("book")))
    asked = tuple(draw(st.lists(questions(), max_size=4, unique_by=lambda item: item.id)))
    lesson = Lesson("one", draw(sentence), (reading,), asked)
    return Pack("p", "1.0.0", draw(sentence), "en", "CC0-1.0", (lesson,), sources=(Source("book", draw(sentence)),))


@given(packs())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_any_pack_comes_back_the_same(pack):
    files = write(pack)
    parsed = parse(files)
    assert parsed.pack is not None, ([one.text() for one in parsed.errors], files)
    assert parsed.pack == pack


@given(runs())
@settings(max_examples=100, deadline=None)
def test_styles_survive_writing(found):
    assert inline(markdown(found)) == found


@pytest.mark.parametrize("title", ["_0_ {}", "_a_ {#b}", "{#b}", "the end ##", "_a_ ##", "? who", "a\\{#b}"])
def test_any_words_can_be_a_title(title):
    lesson = Lesson("one", "One", (Reading("r", title, (Block("paragraph", (Run("Words."),)),)),), ())
    pack = Pack("p", "1.0.0", "P", "en", "CC0-1.0", (lesson,))
    assert parse(write(pack)).pack == pack


def test_a_value_that_begins_like_an_address_comes_back(one):
    pack = one("# A\n\nText.\n\n## ? So? {#q}\n\ntext: \\//x\nwhy: \\// because\n").pack
    assert (pack.lessons[0].items[0].answer, pack.lessons[0].items[0].why) == ("//x", "// because")
    assert parse(write(pack)).pack == pack
