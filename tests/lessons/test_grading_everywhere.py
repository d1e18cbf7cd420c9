"""Does an answer grade alike wherever it was written? As CLDR writes dates and figures in each country."""

import datetime
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.grade import Verdict
from lessons.grading.target import target
from lessons.items import DateAnswer, DateItem, NumberItem, Quantity
from lessons.response import Typed

LOCALES = (
    "en",
    "en_GB",
    "en_IN",
    "ru",
    "es",
    "es_MX",
    "de",
    "de_CH",
    "fr",
    "fr_CA",
    "pt_BR",
    "pt_PT",
    "uk",
    "fa",
    "hi",
    "id",
)
QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAYS = [datetime.date(*day) for day in ((1912, 4, 15), (1804, 1, 1), (1789, 7, 14), (1943, 2, 2), (1066, 9, 29))]
FORMS = ("full", "long", "medium", "short", "d MMM y", "d MMMM y", "MMMM d, y", "yyyy-MM-dd", "EEEE d MMMM y")
HOSTILE = (
    "1 ",
    "1,",
    "1'",
    "one ",
    "one hundred ",
    "nineteen ",
    "oh five ",
    "1/2 ",
    "साढ़े ",
    "सवा ",
    "сто ",
    "पौने 1",
    "صد ",
    "i ",
    "1 x ",
    "11:11 ",
)
HOSTILE += (
    "1e",
    "10^",
    "’",
    "half",
    "пол",
    "kilowatt-",
    "million, ",
    "فروردین ",
    "thirty-second ",
    "1 or ",
    "minus ",
    "²",
    "\u200f",
    "´",
)
TWOFOLD = {"es": ("B",), "fr": ("Bn",), "pt": ("mM", "Bi"), "id": ("M",)}
"""A million millions in print, a billion in the news; "M" is "miliar" in Jakarta, and a million elsewhere."""
BILLIONS = Quantity(Decimal(11_300_000_000), "USD", None, "$11.3 billion", 9)
ITEMS = (
    NumberItem(id="n", stem=(), answer=BILLIONS),
    NumberItem(id="t", stem=(), answer=Quantity(Decimal(90), "min", None, "90 minutes")),
    NumberItem(id="u", stem=(), answer=Quantity(Decimal("3.12"), None, None, "3.12")),
    NumberItem(id="c", stem=(), answer=Quantity(Decimal(-40), "°C", None, "−40 °C")),
    DateItem(id="d", stem=(), answer=DateAnswer("1942-06-11")),
    DateItem(id="s", stem=(), answer=DateAnswer("18XX")),
)


def right(item: NumberItem | DateItem, text: str, locale: str) -> bool:
    """Whether the text is graded exact for a learner of that country."""
    return item.grade(Typed(text, locale.replace("_", "-")), 0).verdict is Verdict.EXACT


@pytest.mark.parametrize("locale", LOCALES)
def test_a_day_as_that_country_writes_it_is_exact(locale: str) -> None:
    for day in DAYS:
        whole = DateItem(id="d", stem=(), answer=DateAnswer(day.isoformat()))
        month = DateItem(id="m", stem=(), answer=DateAnswer(day.isoformat()[:7]))
        told = [format_date(day, form, locale=locale) for form in FORMS]

        assert [text for text in told if not right(whole, text, locale)] == []
        assert right(month, format_date(day, "LLLL y", locale=locale), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_figure_as_that_country_writes_it_is_exact(locale: str) -> None:
    for value in (1234, 45_000, 228_000, 1_500_000, 17_500_000):
        money = NumberItem(id="n", stem=(), answer=Quantity(Decimal(value), "EUR", None, f"€{value:,}"))
        told = [
            format_decimal(value, locale=locale),
            format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=3),
            format_currency(value, "EUR", locale=locale),
            format_currency(value, "EUR", locale=locale, format_type="name"),
        ]
        assert [text for text in told if not right(money, text, locale)] == []
    share = NumberItem(id="p", stem=(), answer=Quantity(Decimal("42.5"), "%", None, "42.5 %"))
    assert right(share, format_percent("0.425", locale=locale, decimal_quantization=False), locale)


@QUICK
@given(
    digits=st.integers(100, 999),
    power=st.integers(2, 9),
    off=st.sampled_from([-3, -2, -1, 1, 2, 3]),
    locale=st.sampled_from(LOCALES),
)
def test_a_figure_of_another_size_is_never_exact(digits: int, power: int, off: int, locale: str) -> None:
    value = Decimal(digits).scaleb(power)
    item = NumberItem(id="n", stem=(), answer=Quantity(value, "t", None, f"{value:,f} tons"))
    other = int(value.scaleb(off))

    for text in (format_decimal(other, locale=locale), format_compact_decimal(other, locale=locale, fraction_digits=6)):
        if off == 3 and any(size in text for size in TWOFOLD.get(locale[:2], ())):
            continue  # read as the smaller of the two in their favour
        assert not right(item, f"{text} t", locale), text


@QUICK
@given(
    digits=st.integers(11, 999),
    power=st.sampled_from([3, 6, 9]),
    other=st.sampled_from([3, 6, 9]),
    money=st.sampled_from(["USD", None]),
)
def test_another_size_word_is_never_exact(digits: int, power: int, other: int, money: str | None) -> None:
    words = {3: "thousand", 6: "million", 9: "billion"}
    key = Quantity(Decimal(digits).scaleb(power), money, None, f"{digits} {words[power]}", power)
    item = NumberItem(id="n", stem=(), answer=key)

    assert right(item, f"{digits} {words[other]}", "en") == (power == other)


@QUICK
@given(
    value=st.decimals("0.01", "99999", places=2),
    scale=st.sampled_from([0, 3, 6, 9]),
    locale=st.sampled_from(LOCALES),
)
def test_the_key_as_it_is_shown_is_exact_for_everybody(value: Decimal, scale: int, locale: str) -> None:
    word = {0: "", 3: " thousand", 6: " million", 9: " billion"}[scale]
    key = Quantity(value.scaleb(scale), "km", None, f"{value.normalize():f}{word} km", scale)
    item = NumberItem(id="n", stem=(), answer=key)

    for text in (item.key, target(key).like(key.value)):
        assert right(item, text, locale), text


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("locale", ["en", "ru", "hi"])
def test_one_thing_over_and_over_gets_a_grade(piece: str, locale: str) -> None:
    for text in (
        (piece * 200)[:400],
        (piece * 200)[:399] + "z",
        (f"1{piece}" * 200)[:400],
        piece,
        f"{piece}m",
        f"{piece}1",
    ):
        for item in ITEMS:
            assert 0 <= item.grade(Typed(text, locale), 0).fraction <= 1
