"""The bundled pack teaches all of its two documents, in words of its own, and says what it cannot vouch for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from content.packfile import load
from lessons.grade import Band
from lessons.items import ChoiceItem, ClozeItem, DateItem, EstimateItem, Item, NumberItem, TextItem, TruthItem
from lessons.pack import Lesson, Pack, Reading
from lessons.response import Typed
from lessons.source import READING

ROOT = Path(__file__).parents[2]
PACK = ROOT / "content" / "packs" / "lend-lease"
SEEDS = ROOT.parent / "shared" / "seeds"
LONGEST_COMMON_RUN = 7

FIGURES = {
    "worth of the goods": ("11300000000", "goods"),
    "the same today": ("180000000000", "today"),
    "road vehicles": ("400000", "vehicles"),
    "airplanes": ("14000", "airplanes"),
    "tractors": ("8000", "tractors"),
    "tanks": ("13000", "tanks"),
    "blankets": ("1500000", "blankets"),
    "boots": ("15000000", "boots"),
    "cotton": ("107000", "cotton"),
    "petrol": ("2700000", "petrol"),
    "food": ("4500000", "food"),
    "Americans in Moscow": ("60000", "Moscow"),
    "days of the visit": ("5", "days"),
    "years of the treaty": ("20", "years"),
}
DATES = {
    "the act": ("1941", "Lend-Lease Act"),
    "the decade of espionage": ("193X", "espionage"),
    "Yalta and Potsdam": ("1945", "Yalta"),
    "the article's turning point": ("1945", "enemy"),
    "the end of the visit": ("1942-06-04", "visit"),
    "the agreement": ("1942-06-11", "basic agreement"),
    "the report": ("1943-04-01", "report"),
}


@cache
def pack() -> Pack:
    parsed = load(PACK)
    assert [diagnostic.text() for diagnostic in parsed.diagnostics] == []
    assert parsed.pack is not None
    return parsed.pack


def readings() -> Iterator[Reading]:
    for lesson in pack().lessons:
        yield from lesson.readings


def items() -> Iterator[tuple[Lesson, Item]]:
    return pack().items()


def reading_of(lesson: Lesson, item: Item) -> Reading:
    return next(reading for reading in lesson.readings if reading.id == item.reading)


def inner(item: Item) -> Item:
    """What grades a cloze; any other item itself."""
    return item.answer if isinstance(item, ClozeItem) else item


def folded(text: str) -> str:
    """One space between words, as a quotation may be broken over lines."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Lower-case words, with abbreviations and grouped digits as one word each."""
    text = re.sub(r"(?<=\d)[,  ](?=\d{3}\b)", "", text.lower())
    text = re.sub(r"\bu\. ?s\. ?(?:s\. ?r\.)?", lambda found: re.sub(r"\W", "", found[0]) + " ", text)
    return re.findall(r"[a-z0-9]+", text)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def test_it_has_enough_readings_of_a_good_length() -> None:
    lengths = {reading.id: len(reading.text.split()) for reading in readings()}
    assert len(lengths) >= 6
    assert {key: length for key, length in lengths.items() if not 60 <= length <= 120} == {}


def test_it_has_enough_items_of_enough_kinds() -> None:
    found = [item for _, item in items()]
    assert len(found) >= 40
    assert {item.kind for item in found} >= {
        "choice",
        "truth",
        "number",
        "date",
        "text",
        "cloze",
        "order",
        "first",
        "estimate",
        "match",
    }


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_the_documents_is_asked(name: str) -> None:
    value, about = FIGURES[name]
    asked = [
        item.prompt
        for _, item in items()
        if isinstance(inner(item), NumberItem | EstimateItem) and inner(item).answer.value == Decimal(value)  # type: ignore[union-attr]
    ]
    assert any(about in prompt for prompt in asked)


@pytest.mark.parametrize("name", DATES)
def test_every_date_of_the_documents_is_asked(name: str) -> None:
    edtf, about = DATES[name]
    asked = [
        item.prompt for _, item in items() if isinstance(answer := inner(item), DateItem) and answer.answer.edtf == edtf
    ]
    assert any(about in prompt for prompt in asked)


def test_every_item_quotes_its_own_reading_and_cites_its_document() -> None:
    for lesson, item in items():
        quotes = [citation.exact for citation in item.sources if citation.ref == READING]
        assert quotes, item.id
        text = folded(reading_of(lesson, item).text)
        assert [quote for quote in quotes if quote is None or folded(quote) not in text] == [], item.id
        assert {citation.ref for citation in item.sources} & {"article", "report"}, item.id


def test_every_item_explains_its_answer() -> None:
    assert [item.id for _, item in items() if not item.why] == []


def test_every_key_is_right_and_no_decoy_is() -> None:
    for _, item in items():
        assert item.grade(Typed(item.key), seed=1).band is Band.RIGHT, item.id
        for decoy in getattr(inner(item), "decoys", ()):
            assert item.grade(Typed(decoy), seed=1).band is not Band.RIGHT, (item.id, decoy)


def test_a_date_or_name_stands_in_the_words_quoted_for_it() -> None:
    for _, item in items():
        if isinstance(inner(item), DateItem | TextItem):
            quoted = " ".join(citation.exact or "" for citation in item.sources)
            assert set(words(inner(item).key)) <= set(words(quoted)), item.id


def test_neither_true_nor_false_is_the_better_guess() -> None:
    answers = [item.answer for _, item in items() if isinstance(item, TruthItem)]
    assert 0.4 <= sum(answers) / len(answers) <= 0.6


def test_no_heading_gives_a_key_away() -> None:
    for lesson, item in items():
        answer = inner(item)
        if isinstance(answer, ChoiceItem):
            keys = [option.text for option in answer.answer if option.right]
        elif isinstance(answer, NumberItem | DateItem):
            keys = [answer.key]
        else:
            continue
        heading = f"{pack().title} {lesson.title} {reading_of(lesson, item).title}".casefold()
        assert [key for key in keys if key.casefold() in heading] == [], item.id


def test_what_the_article_alone_claims_is_said_to_be_its_claim() -> None:
    for lesson, item in items():
        if any(citation.ref == "article" for citation in item.sources) and lesson.id == "the-present":
            assert "article" in item.prompt, item.id


def test_the_americans_in_moscow_are_marked_as_a_claim_without_a_source() -> None:
    lesson, item = next((lesson, item) for lesson, item in items() if item.id == "moscow-americans")
    assert "source has dropped out" in folded(reading_of(lesson, item).text)
    assert item.why is not None
    assert "source are missing" in item.why


def test_the_sum_of_today_says_that_the_year_is_unknown() -> None:
    lesson, item = next((lesson, item) for lesson, item in items() if item.id == "goods-worth-today")
    assert "does not say which year" in folded(reading_of(lesson, item).text)
    assert item.why is not None
    assert "year" in item.why


def test_no_sentence_of_the_documents_is_copied() -> None:
    if not SEEDS.is_dir():
        pytest.skip("The two documents behind the pack are not part of the repository, and not beside it.")
    length = LONGEST_COMMON_RUN + 1
    theirs = set().union(*(runs(path.read_text("utf-8"), length) for path in SEEDS.glob("*.txt")))
    titles = [source.title for source in pack().sources if source.title]
    for path in sorted(PACK.rglob("*.md")):
        text = folded(path.read_text("utf-8"))
        for title in titles:  # a document is cited by its title
            text = text.replace(title, " | ")
        assert [" ".join(run) for run in sorted(runs(text, length) & theirs)] == [], path.name
