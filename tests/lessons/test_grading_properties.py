"""What must hold for whatever is typed: no text breaks the grader, and the key typed back is always right."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.calendars import day_number, from_day_number
from lessons.edtf import Partial, parse
from lessons.grade import REASON_DATA, REASONS, Band, Verdict
from lessons.grading.date import spelled_out
from lessons.items import (
    ChoiceItem,
    ClozeItem,
    DateAnswer,
    DateItem,
    Entry,
    EstimateItem,
    FirstItem,
    Item,
    MatchItem,
    NumberItem,
    Option,
    OrderItem,
    Pair,
    Quantity,
    TextItem,
    Tolerance,
    TruthItem,
    WrongQuantity,
)
from lessons.response import Tap, Typed

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BILLIONS = Quantity(Decimal(11_300_000_000), "USD", None, "$11.3 billion", 9)
HEIGHT = NumberItem(
    id="height",
    stem=(),
    answer=Quantity(Decimal(55), "m", Tolerance("absolute", Decimal(2)), "55 m"),
    accept=(Quantity(Decimal(180), "ft", Tolerance("absolute", Decimal(7)), "180 ft"),),
    wrong=(WrongQuantity(Quantity(Decimal(100), "m"), "That is the Pharos."),),
    decoys=("34 m", "78 m", "133 m"),
)
ITEMS: tuple[Item, ...] = (
    ChoiceItem(id="c", stem=(), answer=(Option("Rome", True), Option("Paris"), Option("Bern"))),
    ChoiceItem(id="cc", stem=(), answer=(Option("Hull", True), Option("Litvinoff", True), Option("Eden"))),
    TruthItem(id="t", stem=(), answer=False),
    NumberItem(id="n", stem=(), answer=BILLIONS),
    HEIGHT,
    EstimateItem(id="e", stem=(), answer=BILLIONS),
    DateItem(id="d", stem=(), answer=DateAnswer("1942-06-11", "June 11, 1942")),
    DateItem(id="dd", stem=(), answer=DateAnswer("1939/1945", "1939–1945")),
    DateItem(id="db", stem=(), answer=DateAnswer("-0279", "280 BC", plus_minus=20), decoys=("100 BC", "50 AD")),
    TextItem(id="x", stem=(), answer="Augustin Fresnel", accept=("Fresnel",), decoys=("Smeaton",)),
    ClozeItem(id="z", stem=(), answer=NumberItem(id="z", stem=(), answer=BILLIONS)),
    OrderItem(id="o", stem=(), answer=(Entry("Pact"), Entry("Act"), Entry("Yalta"))),
    FirstItem(id="f", stem=(), answer=(Entry("Pearl Harbor"), Entry("D-Day"))),
    MatchItem(id="m", stem=(), answer=(Pair("tanks", "13,000"), Pair("planes", "14,000"), Pair("boots", "15 m"))),
)
LANGUAGES = st.sampled_from(["en", "ru", "es", "de", "fr", "pt", "uk", "fa", "hi", "id", "xx", "pt-BR"])
PIECES = """11.3 11,300 billion m k bn $ € % - – / to or and half a of point dozen June juin 11 1942 '42 BC s 1940s th
. , e10 ×10^ 1/2 ½ million миллиард Mrd ۱۱ ११ quatre-vingt einundzwanzig between about km² ft in ? b 2) true"""
WORDS = st.sampled_from(PIECES.split())
SOUP = st.one_of(
    st.text(max_size=60),
    st.lists(WORDS, max_size=9).map(" ".join),
    st.lists(WORDS, max_size=6).map("".join),
)
UNITS = st.sampled_from(["", " km"])


@QUICK
@given(item=st.sampled_from(ITEMS), text=SOUP, language=LANGUAGES, seed=st.integers(0, 2**31))
def test_any_text_gets_a_grade_with_a_known_reason(item: Item, text: str, language: str, seed: int) -> None:
    grade = item.grade(Typed(text, language), seed)

    assert 0 <= grade.fraction <= 1
    assert grade.reason in REASONS
    assert set(REASON_DATA[grade.reason]) <= set(grade.data)
    assert (grade.fraction == 0) == (grade.band in (Band.WRONG, Band.UNREADABLE))


@QUICK
@given(item=st.sampled_from(ITEMS), taps=st.lists(st.integers(-2, 9), max_size=5), seed=st.integers(0, 2**31))
def test_any_taps_get_a_grade(item: Item, taps: list[int], seed: int) -> None:
    assert item.grade(Tap(tuple(taps)), seed).reason in REASONS


@QUICK
@given(item=st.sampled_from(ITEMS), language=LANGUAGES, seed=st.integers(0, 2**31))
def test_the_key_typed_back_is_exact(item: Item, language: str, seed: int) -> None:
    text = item.key.replace("\n", "; ")

    assert item.grade(Typed(text, language), seed).verdict is Verdict.EXACT


@QUICK
@given(item=st.sampled_from(ITEMS), seed=st.integers(0, 2**31))
def test_options_are_distinct_and_hold_the_key(item: Item, seed: int) -> None:
    options = item.options(seed)

    assert len(set(options)) == len(options)
    if options and item.mode == "one":
        assert options.count(item.key) == 1
        right = [item.grade(Tap((index,)), seed).band for index in range(len(options))].count(Band.RIGHT)
        assert right == 1


@QUICK
@given(
    value=st.decimals("0.01", "99999", places=2), scale=st.sampled_from([0, 3, 6, 9]), unit=st.sampled_from(["", " km"])
)
def test_any_figure_typed_back_is_exact(value: Decimal, scale: int, unit: str) -> None:
    word = {0: "", 3: " thousand", 6: " million", 9: " billion"}[scale]
    shown = f"{value.normalize():f}{word}{unit}"
    key = Quantity(value.scaleb(scale), unit.strip() or None, None, shown, scale)
    item = NumberItem(id="n", stem=(), answer=key)

    for text in (shown, shown.replace(".", ","), f"{value.scaleb(scale):f}{unit}", f"about {shown}"):
        assert item.grade(Typed(text), 0).verdict is Verdict.EXACT, text


@QUICK
@given(date=st.dates(), order=st.sampled_from(["{d}.{m}.{y}", "{m}/{d}/{y}", "{y}-{m:02d}-{d:02d}"]))
def test_any_day_typed_back_is_exact(date: object, order: str) -> None:
    year, month, day = date.year, date.month, date.day  # type: ignore[attr-defined]
    item = DateItem(id="d", stem=(), answer=DateAnswer(f"{year:04d}-{month:02d}-{day:02d}"))
    typed = order.format(d=day, m=month, y=f"{year:04d}")

    assert item.grade(Typed(typed), 0).verdict is Verdict.EXACT
    for code in ("en", "ru", "de", "fr", "es", "pt", "uk", "fa", "hi", "id"):
        assert item.grade(Typed(spelled_out(item.answer.edtf, code), code), 0).verdict is Verdict.EXACT


@QUICK
@given(number=st.integers(-2_000_000, 4_000_000))
def test_day_numbers_go_there_and_back(number: int) -> None:
    assert day_number(*from_day_number(number)) == number


def test_edtf_reads_what_packs_use() -> None:
    assert day_number(2000, 1, 1) == 2451545
    assert day_number(1917, 10, 25, julian=True) == day_number(1917, 11, 7)
    for text in ("1942-06-11", "1942-06", "1941", "193X", "18XX", "XXXX-06-11", "-0279", "1941-21", "-03XX", "-034X"):
        period = parse(text)
        assert period is not None
        assert isinstance(period.start, Partial)
        assert period.start.edtf == text
    assert parse("1942-02-30") is None
    assert parse("hello") is None
    assert parse("1939/..") is not None


def test_decades_and_centuries_before_christ_count_backwards() -> None:
    century = DateItem(id="d", stem=(), answer=DateAnswer("-03XX"))
    decade = DateItem(id="d", stem=(), answer=DateAnswer("-034X"))

    assert century.grade(Typed("4th century BC"), 0).reason == "exact"
    for said in ("350 BC", "301 BC", "340s BC"):
        assert century.grade(Typed(said), 0).reason == "in_period", said
    assert century.grade(Typed("250 BC"), 0).reason == "too_late"
    assert decade.grade(Typed("340s BC"), 0).reason == "exact"
    assert decade.grade(Typed("345 BC"), 0).reason == "in_period"


def test_a_day_that_the_old_style_alone_has_is_a_key_like_any() -> None:
    item = DateItem(id="d", stem=(), answer=DateAnswer("1700-02-29", calendar="julian"))

    assert item.grade(Typed("29 February 1700"), 0).reason == "exact"
    assert item.grade(Typed("11 March 1700"), 0).reason == "converted"
    assert item.grade(Typed("1700"), 0).reason == "year_only"


def test_an_old_style_date_may_be_given_in_the_new_style() -> None:
    item = DateItem(id="d", stem=(), answer=DateAnswer("1917-10-25", calendar="julian"))

    assert item.grade(Typed("7 November 1917"), 0).reason == "converted"
    assert item.grade(Typed("25 October 1917"), 0).reason == "exact"
