"""A Russian history of our own: its language, its date, every figure and date, and the sentences they stand in."""

import unicodedata
from pathlib import Path

import pytest

from content.build import build
from content.document import Document
from content.facts import DateValue, Fact, extract, extract_text
from content.letters import language_of
from content.readers import read

FILE = Path(__file__).parents[1] / "documents" / "facts-arctic-road.txt"
WANTED = """
конце XIX века = 18XX late
1913 году = 1913
312 км = 312 километр
18,4 млн рублей = 18400000 RUB
3 мая 1926 года = 1926-05-03
240 = 240 человек
Зимой 1926/27 г. = 1926-24
−47 °C = -47 градус Цельсия
30 м/с = 30 метр в секунду
208 = 208 человек
1927 по 1931 год = 1927/1931
12 тысяч = <=12000 рабочий
40 % = ~40 %
Каждый пятый = 0.2 рабочий
1,5 тонны = 1.5 тонна
6 тыс. = >6000 пара валенок
Весной 1931 года = 1931-21
486 метров = 486 метр
одиннадцать месяцев = 11 месяц
5 июля 1931 года по 2 июня 1932 года = 1931-07-05/1932-06-02
22–23 июня = 1932-06-22/1932-06-23 context
два = 2 пробных поезда
900 тонн = 900 тонна
1941–1945 гг. = 1941/1945
2,7 млн тонн = 2700000 тонна
107 000 тонн = 107000 тонна
400 тыс. = ~400000 раненых
1943 году = 1943
три = 3 раз
8 = 8
24 = 24 поезд
11 июня 1942 г. = 1942-06-11
60 часов = 60 час
19 = >=19 железнодорожник
1950-х годах = 195X
35 процентов = 35 %
началу 1960-х = 196X early
1959 года = 1959
31 280 = 31280 человек
1987 г. = 1987
11,3 млн тонн = 11300000 тонна
десять лет = 10 год
вдвое = 2 раз
12 октября 2001 года = 2001-10-12
4500 = 4500 фотография
36 = 36 дневник
1889 году = 1889
15 до 20 тысяч = 15000..20000 гость
250 руб. = 250 RUB
"""
BOUNDS = {"more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", None: ""}


@pytest.fixture(scope="module")
def document() -> Document:
    return read(FILE.read_bytes(), FILE.name)


def told(document: Document, fact: Fact) -> str:
    value = fact.value
    words = document[fact.span]
    if isinstance(value, DateValue):
        context = " context" if value.needs_context else ""
        return f"{words} = {value.edtf}" + (f" {value.part}" if value.part else "") + context
    high = f"..{value.number_high}" if value.number_high else ""
    about = "~" if value.approximate else ""
    return f"{words} = {about}{BOUNDS[value.bound]}{value.number}{high}" + (f" {value.unit}" if value.unit else "")


def test_the_letters_tell_the_language_and_the_date_line_the_date(document: Document) -> None:
    assert (document.language, document.date) == ("ru", "2004-03-14")
    assert language_of("11 June 1942") == "en"
    assert language_of("11 июня 1942 г.") == "ru"


def test_every_figure_and_date_is_found_with_its_value(document: Document) -> None:
    found = [told(document, fact) for fact in extract(document) if not fact.in_junk]
    assert found == WANTED.strip().splitlines()


def test_an_abbreviation_ends_no_sentence(document: Document) -> None:
    sentences = [document[fact.sentence] for fact in extract(document)]
    assert (
        "В 1941–1945 гг. по дороге перевезли 2,7 млн тонн угля, 107 000 тонн рыбы и почти 400 тыс. раненых."
        in sentences
    )
    assert "Билет стоит 250 руб." in sentences


def test_what_is_counted_and_the_hedge_are_told_as_printed(document: Document) -> None:
    facts = {document[fact.span]: fact for fact in extract(document)}
    assert facts["6 тыс."].counted == "пар валенок"
    assert facts["6 тыс."].hedge == "более"
    assert facts["1,5 тонны"].counted == "тонны клюквы"


def test_a_language_without_data_is_read_with_english_words() -> None:
    (fact,) = extract_text("1942-06-11", language="de")
    assert fact.kind == "date"


def test_a_russian_document_becomes_a_pack(document: Document) -> None:
    built = build([document])
    assert built.report.dates >= 15


def test_letters_with_marks_of_their_own_mean_the_same(document: Document) -> None:
    apart = unicodedata.normalize("NFD", document.text)
    assert [fact.value for fact in extract_text(apart)] == [fact.value for fact in extract_text(document.text)]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["30-х и ", "5 пар ", "до н. ", "I и ", "1 (13) ", "2 млн 3 тыс. ", "тысяча "])
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in extract_text(text, language="ru"))
