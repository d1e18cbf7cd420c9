"""A question is mended by typed words: taken as they are meant, or refused with the reason."""

from decimal import Decimal

import pytest

from content import mending
from content.mending import Part, Unfit, mended, parts, present, stands
from content.twins import twins
from lessons.items import (
    BLANK,
    ChoiceItem,
    ClozeItem,
    DateAnswer,
    DateItem,
    Item,
    NumberItem,
    Option,
    Quantity,
    TextItem,
    Tolerance,
    TruthItem,
)
from lessons.rich import rich
from lessons.source import READING, Citation

CITED = (Citation(READING, "The bridge is 7,845 m long and cost 30.1 billion kroner."),)
LENGTH = NumberItem(
    id="n",
    stem=rich("How long is it?"),
    answer=Quantity(Decimal(7845), "m", Tolerance("figures", Decimal(3)), "7,845 m"),
    decoys=("4,055 m", "13,730 m"),
    sources=CITED,
)
COST = NumberItem(
    id="c",
    stem=rich("What did it cost?"),
    answer=Quantity(Decimal("30.1").scaleb(9), "DKK", None, "30.1 billion Danish kroner", 9),
    sources=CITED,
)
OPENED = DateItem(id="d", stem=rich("When was it opened?"), answer=DateAnswer("2000-07-01", "1 July 2000"))
CHOICE = ChoiceItem(id="o", stem=rich("Who built it?"), answer=(Option("Bo", right=True), Option("Al"), Option("Cy")))
GAP = ClozeItem(
    id="g",
    stem=rich(f"It was opened in {BLANK}."),
    answer=DateItem(id="g", stem=rich(f"It was opened in {BLANK}."), answer=DateAnswer("2000")),
)
TRUTH = TruthItem(id="t", stem=rich("It stands."), answer=True)


@pytest.mark.parametrize(
    ("item", "part", "typed", "says"),
    [
        (LENGTH, "key", "7,945 m", "7,945 m"),
        (LENGTH, "key", "7945", "7945 m"),
        (LENGTH, "key", "7,945", "7,945 m"),
        (COST, "key", "31.2", "31.2 billion Danish kroner"),
        (LENGTH, "tolerance", "2 %", "± 2 %"),
        (LENGTH, "tolerance", "5", "± 5"),
        (LENGTH, "tolerance", "exact", "exact"),
        (LENGTH, "tolerance", "7800..7900", "7800..7900"),
        (LENGTH, "options", "1 m; 2 m\n3 m", "1 m\n2 m\n3 m"),
        (LENGTH, "options", "none", ""),
        (LENGTH, "stem", "How  long is the\nbridge?", "How long is the bridge?"),
        (LENGTH, "why", "So it is.", "So it is."),
        (OPENED, "key", "2 July 2000", "2 July 2000"),
        (GAP, "key", "2001", "2001"),
        (GAP, "stem", "They opened it in ___.", f"They opened it in {BLANK}."),
        (CHOICE, "key", "Al", "Al"),
        (CHOICE, "key", "Di", "Di"),
        (CHOICE, "options", "Al", "Al"),
        (TRUTH, "key", "False", "false"),
    ],
)
def test_words_are_taken_as_they_are_meant(item: Item, part: Part, typed: str, says: str) -> None:
    assert present(mended(item, part, typed), part) == says


@pytest.mark.parametrize(
    ("item", "part", "typed", "code"),
    [
        (LENGTH, "key", "  ", "empty"),
        (LENGTH, "key", "long", "number"),
        (LENGTH, "key", "12 June 1931", "number"),
        (LENGTH, "tolerance", "a little", "tolerance"),
        (LENGTH, "options", "7,845 m; 1 m", "same_options"),
        (LENGTH, "options", "7,850 m; 1 m", "right_twice"),
        (LENGTH, "stem", "Is it 7,845 m long?", "gives_away"),
        (LENGTH, "why", "x" * 3000, "long"),
        (LENGTH, "stem", "x" * 1500, "long"),
        (OPENED, "key", "in summer some time", "date"),
        (GAP, "stem", "They opened it.", "gap"),
        (CHOICE, "options", "none", "two_options"),
        (CHOICE, "options", "Al; al", "same_options"),
        (TRUTH, "key", "perhaps", "truth"),
    ],
)
def test_what_makes_no_sound_question_is_refused(item: Item, part: Part, typed: str, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        mended(item, part, typed)
    assert refused.value.code == code


@pytest.mark.parametrize("item", [LENGTH, COST, OPENED, CHOICE, GAP, TRUTH], ids=lambda item: item.id)
def test_what_is_shown_can_be_typed_again(item: Item) -> None:
    for part in parts(item):
        if present(item, part) and part != "tolerance":
            assert present(mended(item, part, present(item, part)), part) == present(item, part)


def test_a_key_that_its_sentence_does_not_hold_is_known() -> None:
    assert stands(LENGTH)
    assert not stands(mended(LENGTH, "key", "7,945 m"))
    assert stands(mended(OPENED, "key", "2 July 2000")), "it cites nothing"


def test_a_wrong_option_that_is_the_new_key_gives_way() -> None:
    found = mended(LENGTH, "key", "4,055 m")
    assert isinstance(found, NumberItem)
    assert found.decoys == ()


def test_the_tolerance_of_the_old_key_goes_on_where_it_fits() -> None:
    found = mended(LENGTH, "key", "7,945 m")
    assert isinstance(found, NumberItem)
    assert found.answer.tolerance == Tolerance("figures", Decimal(3))
    wide = mending.mended(mended(LENGTH, "tolerance", "100"), "key", "50 m")
    assert isinstance(wide, NumberItem)
    assert wide.answer.tolerance is None


@pytest.mark.parametrize(
    ("item", "part", "typed", "spoken", "says"),
    [
        (LENGTH, "key", "7945,5", "de", "7945.5 m"),
        (LENGTH, "key", "۷۹۴۵", "fa", "7945 m"),
        (LENGTH, "key", "7 945", "ru", "7 945 m"),
        (LENGTH, "tolerance", "genau", "de", "exact"),
        (LENGTH, "tolerance", "2,5 %", "de", "± 2.5 %"),
        (COST, "key", "30,5", "pt", "30.5 billion Danish kroner"),
        (COST, "key", "30,5 milliards", "fr", "30.5 billion Danish kroner"),
        (OPENED, "key", "2 de julho de 2001", "pt", "2 July 2001"),
        (OPENED, "key", "۲ ژوئیه ۲۰۰۱", "fa", "2 July 2001"),
        (TRUTH, "key", "falsch", "de", "false"),
        (TRUTH, "key", "да", "ru", "true"),
    ],
)
def test_a_teacher_types_as_their_language_writes(item: Item, part: Part, typed: str, spoken: str, says: str) -> None:
    assert present(mended(item, part, typed, "en", spoken), part) == says


@pytest.mark.parametrize(
    ("item", "typed", "spoken", "code"),
    [
        (LENGTH, "7.945 m", "de", "two_ways"),
        (COST, "30,5 milliards de dollars", "fr", "number"),
        (LENGTH, "acht Kilo", "de", "number"),
        (OPENED, "02/07/2001", "pt", "date"),
        (OPENED, "2 de julho", "pt", "date"),
    ],
)
def test_two_readings_or_none_are_not_guessed(item: Item, typed: str, spoken: str, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        mended(item, "key", typed, "en", spoken)
    assert refused.value.code == code


def test_questions_that_ask_the_same_are_found() -> None:
    def text(name: str, stem: str, key: str = "Bo Nilsson") -> Item:
        return TextItem(id=name, stem=rich(stem), answer=key)

    found = twins(
        [
            text("a", "Who built the great bridge over the strait?"),
            text("b", "Who built the great  bridge over the strait?", "Al"),
            text("c", "The great bridge over the strait was built by whom?"),
            text("d", "Who painted the portrait of the queen?"),
        ]
    )
    assert found == {"b": "a", "c": "a"}


def test_a_key_in_a_tables_row_stands_there_by_its_numeral() -> None:
    cited = (Citation(READING, "Dues | 410 | 455"),)
    dues = NumberItem(
        id="q",
        stem=rich("How much?"),
        answer=Quantity(Decimal(455_000), "GBP", None, "£455 thousand", 3),
        sources=cited,
    )

    assert stands(dues)
    assert not stands(mended(dues, "key", "£45 thousand"))
