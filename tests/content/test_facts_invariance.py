"""What must not matter to the reader of facts: how letters are composed, the shape of quotes, the order of documents.

And a value said in words anew is the same value.
"""

import calendar
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.document import Document
from content.facts import extract, extract_text
from content.facts.fact import DateValue, Fact, FigureValue
from content.readers import read

DOCUMENTS = sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))
MONTHS = list(calendar.month_name)[1:]
CURLY = str.maketrans({"'": "’", '"': "”"})
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})

days = st.dates(date(1500, 1, 1), date(2099, 12, 31))


def said(facts: tuple[Fact, ...], text: str) -> list[tuple[object, str]]:
    return [(fact.value, unicodedata.normalize("NFC", text[fact.span.start : fact.span.end])) for fact in facts]


def words(path: Path) -> str:
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_decomposed_letters_give_the_same_facts(path: Path) -> None:
    composed = words(path)
    apart = unicodedata.normalize("NFD", composed)
    assert said(extract_text(composed), composed) == said(extract_text(apart), apart)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_straight_and_curly_quotes_give_the_same_facts(path: Path) -> None:
    curly, straight = words(path).translate(CURLY), words(path).translate(STRAIGHT)
    found, other = extract_text(curly), extract_text(straight)
    assert [(fact.span, fact.value) for fact in found] == [(fact.span, fact.value) for fact in other]


def test_the_order_of_documents_does_not_matter() -> None:
    documents: list[Document] = [read(path.read_bytes(), path.name) for path in DOCUMENTS]
    forwards = [extract(document) for document in documents]
    backwards = [extract(document) for document in reversed(documents)]
    assert forwards == backwards[::-1]


@given(days)
def test_a_day_in_any_spelling_is_that_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    spellings = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}"
        if day.day > 3 and day.day not in (21, 22, 23, 31)
        else day.isoformat(),
        f"{day.day} {month[:3]}. {day.year}" if len(month) > 4 else day.isoformat(),
        day.isoformat(),
    )
    for spelling in spellings:
        (fact,) = extract_text(f"The bridge was opened on {spelling} by the mayor.")
        assert isinstance(fact.value, DateValue)
        assert fact.value.edtf == day.isoformat(), spelling


@given(st.integers(1000, 10**12))
def test_a_count_with_its_digits_grouped_is_that_count(number: int) -> None:
    (fact,) = extract_text(f"The town has {number:,} inhabitants.")
    assert isinstance(fact.value, FigureValue)
    assert (Decimal(fact.value.number), fact.value.unit) == (number, "inhabitant")


@given(st.integers(11, 9999), st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12)]))
def test_money_with_a_scale_word_is_exact(tenths: int, scale: tuple[str, int]) -> None:
    amount = Decimal(tenths) / 10
    (fact,) = extract_text(f"It cost ${amount} {scale[0]} in all.")
    assert isinstance(fact.value, FigureValue)
    assert (Decimal(fact.value.number), fact.value.unit) == (amount * 10 ** scale[1], "USD")


@given(st.integers(1, 999), st.sampled_from(["kilometre", "tonne", "metre"]))
def test_a_measure_said_anew_is_the_same(number: int, unit: str) -> None:
    (fact,) = extract_text(f"It is {number} {unit}s long." if unit != "tonne" else f"It weighs {number} {unit}s.")
    assert isinstance(fact.value, FigureValue)
    assert (Decimal(fact.value.number), fact.value.unit) == (number, unit)
