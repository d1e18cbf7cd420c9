"""What holds for every pack that is built, whatever the document says."""

import re
import socket
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.build import Built, build
from content.document import Document, Span
from content.facts import extract
from content.looks import date_look, look
from content.readers import read
from content.shown import key_in
from lessons.canonical import dumps
from lessons.items import ClozeItem, DateItem, Item, NumberItem
from lessons.source import READING

SAMPLES = sorted((Path(__file__).parents[1] / "documents").glob("build-*"))

_NAMES = (
    "Ada Lovelace",
    "The Sydney Harbour Bridge",
    "Parliament",
    "She",
    "The canal",
    "It",
    "The Royal Society",
    "Workers",
)
_VERBS = ("was founded", "opened a school", "cost", "has", "produced", "was signed", "said", "will build", "died")
_FIGURES = (
    "1,234",
    "11.3 billion dollars",
    "nine",
    "45 percent",
    "2.7 million tons",
    "$5m",
    "12 km",
    "$1,000",
    "20-year",
)
_DATES = (
    "in 1941",
    "on June 11, 1942",
    "on 4 March 1801",
    "in 44 BC",
    "in the 1930s",
    "since 1990",
    "by 1945",
    "in May 2003",
)
_ENDS = (".", ", and the war ended.", "; 14,000 tanks; 3 ships; 8 guns.", "?", " (about 300).", ", which was new.", "")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Something like a sentence, right or wrong."""
    pieces = [draw(st.sampled_from(_NAMES)), draw(st.sampled_from(_VERBS))]
    pieces += draw(st.lists(st.sampled_from(_FIGURES + _DATES + ("in London", "of the town", "for trade")), max_size=4))
    return " ".join(pieces) + draw(st.sampled_from(_ENDS))


documents = st.lists(st.lists(sentences(), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6).map(
    "\n\n".join
)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("building a pack opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def _inner(item: Item) -> Item:
    return item.answer if isinstance(item, ClozeItem) else item


def single(built: Built) -> Iterator[Item]:
    """The items on one fact."""
    return (item for _, item in built.pack.items() if isinstance(_inner(item), NumberItem | DateItem))


def check(document: Document, built: Built) -> None:
    """Every promise of a pack."""
    taken = [item.id for _, item in built.pack.items()]
    assert len(taken) == len(set(taken))
    for lesson, item in built.pack.items():
        assert item.reading in {reading.id for reading in lesson.readings}
        taught = "\n".join(reading.text for reading in lesson.readings)
        assert all(cited.exact in taught for cited in item.sources if cited.ref == READING and cited.exact)
        assert len(item.prompt) <= 300
    for item in single(built):
        check_single(document, built, item)


def check_single(document: Document, built: Built, item: Item) -> None:
    """The promises of an item on one fact: key in its proof, proof in its reading, options fair."""
    proof, place = item.sources
    reading = next(r for lesson in built.pack.lessons for r in lesson.readings if r.id == item.reading)
    assert proof.exact is not None
    assert proof.exact in reading.text
    assert place.start is not None
    assert place.end is not None
    told = document[Span(place.start, place.end)]
    assert told in proof.exact
    assert told == item.key or (" | " in proof.exact and told in re.findall(r"[\d.,]+", item.key))
    assert not key_in(item.key, f"{item.prompt} {item.context or ''}")
    options = item.options(0)
    assert options.count(item.key) == 1
    assert 3 <= len(options) <= 4
    assert len({option.casefold() for option in options}) == len(options)
    assert all(len(option) <= 100 for option in options)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_keeps_every_promise(sample: Path) -> None:
    document = read(sample.read_bytes(), sample.name)

    check(document, build([document]))


@settings(max_examples=60, deadline=None)
@given(documents)
def test_any_text_keeps_every_promise(text: str) -> None:
    document = read(text.encode(), "any.txt")

    check(document, build([document]))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=400).filter(lambda text: text.strip()))
def test_no_text_breaks_the_build(text: str) -> None:
    from content.errors import DocumentError

    try:
        document = read(text.encode(), "odd.txt")
    except DocumentError:
        return
    check(document, build([document]))


@pytest.mark.parametrize("sample", SAMPLES[::4], ids=lambda file: file.stem)
def test_the_same_document_gives_the_same_pack_byte_for_byte(sample: Path) -> None:
    first = build([read(sample.read_bytes(), sample.name)]).pack
    second = build([read(sample.read_bytes(), sample.name)]).pack

    assert dumps(first) == dumps(second)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_figures_and_years_stand_in_ascending_order(sample: Path) -> None:
    for item in single(build([read(sample.read_bytes(), sample.name)])):
        inner = _inner(item)
        looks = [look(option) if isinstance(inner, NumberItem) else date_look(option) for option in inner.options(0)]
        if isinstance(inner, NumberItem):
            values = [shape.value for shape in looks if shape is not None]
        else:
            values = [(shape.year or 0, shape.month or 0, shape.day or 0) for shape in looks if shape is not None]
        assert all(one < other for one, other in pairwise(values))


def test_the_key_of_a_fact_reads_back_to_its_value() -> None:
    for sample in SAMPLES:
        document = read(sample.read_bytes(), sample.name)
        values = {fact.span.start: fact.value for fact in extract(document)}
        for item in single(build([document])):
            inner = _inner(item)
            if isinstance(inner, NumberItem):
                value = values.get(item.sources[1].start or 0)
                assert value is None or inner.answer.value == look(item.key).value  # type: ignore[union-attr]


def test_a_small_edit_elsewhere_leaves_every_id_alone() -> None:
    sample = next(file for file in SAMPLES if "canal" in file.name)
    text = sample.read_text(encoding="utf-8")
    before = {item.id: item.key for item in single(build([read(text.encode(), sample.name)]))}
    edited = text.replace("The idea was old.", "The idea was a very old one.").replace("22 years", "twenty-two years")

    after = {item.id: item.key for item in single(build([read(edited.encode(), sample.name)]))}

    assert after == before


def test_progress_runs_from_nought_to_one() -> None:
    told: list[float] = []
    document = read(SAMPLES[0].read_bytes(), SAMPLES[0].name)

    build([document, document], on_progress=lambda _, share: told.append(share))

    assert told == sorted(told)
    assert told[-1] == 1.0


def test_two_documents_make_one_pack_with_two_sources() -> None:
    documents = [read(file.read_bytes(), file.name) for file in SAMPLES[:2]]

    pack = build(documents, title="Two texts").pack

    assert pack.title == "Two texts"
    assert len(pack.sources) == 2
    assert len({lesson.id for lesson in pack.lessons}) == len(pack.lessons)
