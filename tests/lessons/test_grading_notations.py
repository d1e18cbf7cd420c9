"""Is the key right in every fair way of writing it? Separators and digits of ten languages, notations, hostile text."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.grade import REASONS, Verdict
from lessons.items import (
    ChoiceItem,
    DateAnswer,
    DateItem,
    Item,
    NumberItem,
    Option,
    OrderItem,
    Quantity,
    TextItem,
    TruthItem,
)
from lessons.items.order import Entry
from lessons.languages import language, languages
from lessons.response import Typed
from lessons.typed.dates import dates

QUICK = settings(max_examples=120, deadline=None)
CODES = tuple(one.code for one in languages())
DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "hi": "०१२३४५६७८९"}
WORDS = {
    "en": ("thousand", "million", "billion"),
    "ru": ("тысяч", "миллионов", "миллиардов"),
    "uk": ("тисяч", "мільйонів", "мільярдів"),
    "de": ("Tausend", "Millionen", "Milliarden"),
    "fr": ("mille", "millions", "milliards"),
    "es": ("mil", "millones", "mil millones"),
    "pt": ("mil", "milhões", "bilhões"),
    "id": ("ribu", "juta", "miliar"),
    "fa": ("هزار", "میلیون", "میلیارد"),
    "hi": ("हज़ार", "मिलियन", "अरब"),
}
MONTHS = {code: {number: name for name, number in reversed(language(code).months.items())} for code in CODES}


def counted(value: int, unit: str | None = None) -> NumberItem:
    """An item whose key is that figure, written as in English."""
    return NumberItem(id="n", stem=(), answer=Quantity(Decimal(value), unit, None, f"{value:,}"))


def in_style(value: int, code: str, mark: str) -> str:
    """The figure with that sign between its thousands, in the digits of the language."""
    text = f"{value:,}".replace(",", mark)
    return text.translate(str.maketrans("0123456789", DIGITS[code])) if code in DIGITS else text


@QUICK
@given(
    value=st.integers(0, 10**12),
    code=st.sampled_from(CODES),
    mark=st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "'", ""]),
)
def test_a_figure_in_any_style_and_script_is_exact(value: int, code: str, mark: str) -> None:
    typed = in_style(value, code, mark)

    for text in (typed, f"  {typed} ", f"{typed}.", f"({typed})", f"{typed}!"):
        assert counted(value).grade(Typed(text, code), 0).verdict is Verdict.EXACT, text


@QUICK
@given(value=st.integers(1, 999), power=st.sampled_from([1, 2, 3]), code=st.sampled_from(sorted(WORDS)))
def test_a_size_word_of_any_language_is_exact(value: int, power: int, code: str) -> None:
    text = f"{in_style(value, code, '')} {WORDS[code][power - 1]}"

    grade = counted(value * 1000**power).grade(Typed(text, code), 0)

    assert grade.verdict is Verdict.EXACT, (text, grade)


@QUICK
@given(value=st.integers(21, 9_999_999))
def test_equal_figures_in_another_notation_are_exact(value: int) -> None:
    item = counted(value)
    mantissa = Decimal(value).scaleb(-Decimal(value).adjusted())
    power = Decimal(value).adjusted()
    raised = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))

    for text in (
        f"{mantissa}e{power}",
        f"{mantissa} x 10^{power}",
        f"{mantissa} × 10{raised}",
        f"{Decimal(value) / 1000} thousand",
        f"{Decimal(value) / 1_000_000:f} million",
        f"{Decimal(value) / 1000}k",
    ):
        assert item.grade(Typed(text), 0).verdict is Verdict.EXACT, text


@QUICK
@given(
    date=st.dates(),
    code=st.sampled_from(CODES),
    order=st.sampled_from(["{d} {name} {y}", "{name} {d}, {y}", "{y} {name} {d}", "{d}. {name} {y}", "{d}-{name}-{y}"]),
)
def test_a_day_with_its_month_named_in_any_language_and_order_is_exact(date: object, code: str, order: str) -> None:
    year, month, day = date.year, date.month, date.day  # type: ignore[attr-defined]
    item = DateItem(id="d", stem=(), answer=DateAnswer(f"{year:04d}-{month:02d}-{day:02d}"))
    text = order.format(d=day, name=MONTHS[code][month], y=f"{year:04d}")

    assert item.grade(Typed(text, code), 0).verdict is Verdict.EXACT, text


@QUICK
@given(year=st.integers(1000, 2100), code=st.sampled_from(CODES))
def test_a_year_in_any_digits_is_exact(year: int, code: str) -> None:
    item = DateItem(id="d", stem=(), answer=DateAnswer(f"{year}"))

    for text in (in_style(year, code, ""), f"{year}?", f"~{year}", f"{year} "):
        assert item.grade(Typed(text, code), 0).verdict is Verdict.EXACT, text


HOSTILE = (
    "9" * 10_000,
    "9" * 399,
    "1" + ",000" * 90,
    "\u202e" * 300,
    "\u200b" * 399,
    "1/" * 150,
    "-" * 399,
    "e" * 399,
    "1e" * 190,
    "(" * 399,
    "eins" * 90,
    "hundert" * 57,
    "und" * 130,
    "one " * 99,
    "million " * 49,
    "1 to " * 79,
    "'" * 399,
    "٫" * 399,
    "1:" * 190,
    "a b c " * 66,
    "XVI" * 130,
    "\U0001f600" * 399,
    "\x00\x01\x1b[31m",
    "null\ud800",
)
ITEMS: tuple[Item, ...] = (
    counted(11_300, "USD"),
    NumberItem(id="t", stem=(), answer=Quantity(Decimal(90), "min", None, "90 minutes")),
    DateItem(id="d", stem=(), answer=DateAnswer("1942-06-11")),
    DateItem(id="s", stem=(), answer=DateAnswer("1939/1945")),
    TextItem(id="x", stem=(), answer="Treaty of Tordesillas"),
    ChoiceItem(id="c", stem=(), answer=(Option("Rome", right=True), Option("Bern"))),
    TruthItem(id="b", stem=(), answer=True),
    OrderItem(id="o", stem=(), answer=(Entry("Pact"), Entry("Act"), Entry("Yalta"))),
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:6]))
@pytest.mark.parametrize("code", ["en", "de", "fa", "hi"])
def test_nothing_typed_breaks_or_passes(text: str, code: str) -> None:
    for item in ITEMS:
        grade = item.grade(Typed(text, code), 0)

        assert grade.reason in REASONS
        assert grade.verdict not in (Verdict.EXACT, Verdict.CLOSE), (item.id, grade)


@pytest.mark.parametrize(
    ("text", "code"), [("13 billion", "en"), ("11,3 Milliarden", "de"), ("1,3 millones", "es"), ("13 миллиардов", "ru")]
)
def test_an_amount_typed_for_a_date_is_no_wrong_date(text: str, code: str) -> None:
    assert dates(text, code) == ()
    assert dates("dos mil uno", "es")[0].date.edtf == "2001", "a thousand stands in years as they are written in words"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        (Quantity(Decimal(3), None, None, "3rd"), "second", "2nd"),
        (Quantity(Decimal(49), None, None, "49th"), "111", "111th"),
        (Quantity(Decimal(-12), "°C", None, "−12 °C"), "12", "12 °C"),
        (Quantity(Decimal(-12), "°C", None, "−12 °C"), "-13", "−13 °C"),
        (Quantity(Decimal(-650_000_000), "EUR", None, "−€650 million", 6), "600 million", "€600 million"),
    ],
)
def test_what_was_understood_looks_like_the_key(key: Quantity, typed: str, told: str) -> None:
    assert NumberItem(id="n", stem=(), answer=key).grade(Typed(typed, "en"), 0).understood == told
