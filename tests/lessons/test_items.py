"""How are the kinds of question answered by tap and by typing?"""

import pytest

from lessons.grade import Verdict
from lessons.items import (
    ChoiceItem,
    DateAnswer,
    DateItem,
    Entry,
    FirstItem,
    MatchItem,
    Option,
    OrderItem,
    Pair,
    TextItem,
    TruthItem,
    WrongText,
)
from lessons.response import Tap, Typed

CHOICE = ChoiceItem(
    id="light",
    stem=(),
    answer=(
        Option("The Pharos of Alexandria", feedback="Earthquakes brought it down."),
        Option("The Tower of Hercules", right=True),
        Option("Winstanley's tower"),
    ),
)
SEVERAL = ChoiceItem(
    id="who", stem=(), answer=(Option("Hull", True), Option("Litvinoff", True), Option("Eden"), Option("Molotov"))
)
ORDER = OrderItem(
    id="order", stem=(), answer=(Entry("The Pact"), Entry("Pearl Harbor"), Entry("D-Day"), Entry("Yalta"))
)
MATCH = MatchItem(
    id="match", stem=(), answer=(Pair("tanks", "13,000"), Pair("planes", "14,000"), Pair("jeeps", "50,000"))
)
TEXT = TextItem(
    id="lens",
    stem=(),
    answer="Augustin Fresnel",
    accept=("Fresnel",),
    wrong=(WrongText("Smeaton", "He built the Eddystone."),),
)


def letter(index: int) -> str:
    return "abcdefgh"[index]


@pytest.mark.parametrize("said", ["The Tower of Hercules", "tower of hercules", "the tower of herculse", "Hercules"])
def test_a_choice_is_made_by_its_words(said: str) -> None:
    assert CHOICE.grade(Typed(said), 5).verdict is Verdict.EXACT


@pytest.mark.parametrize("form", ["{}", "{})", "({})", "{}.", "option {}", "I think {}", "i think it's {}"])
def test_a_choice_is_made_by_its_letter_or_number(form: str) -> None:
    place = CHOICE.options(5).index("The Tower of Hercules")

    assert CHOICE.grade(Typed(form.format(letter(place).upper())), 5).verdict is Verdict.EXACT
    if "think" not in form:
        assert CHOICE.grade(Typed(form.format(place + 1)), 5).verdict is Verdict.EXACT


def test_a_wrong_choice_shows_its_own_feedback() -> None:
    place = CHOICE.options(5).index("The Pharos of Alexandria")

    assert CHOICE.grade(Tap((place,)), 5).feedback == "Earthquakes brought it down."
    assert CHOICE.grade(Typed("pharos of alexandria"), 5).feedback == "Earthquakes brought it down."


@pytest.mark.parametrize("said", ["z", "7", "the moon", "", "tower"])
def test_what_names_no_option_is_asked_again(said: str) -> None:
    assert CHOICE.grade(Typed(said), 5).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Hull and Litvinoff", Verdict.EXACT),
        ("litvinof, hull", Verdict.EXACT),
        ("Hull", Verdict.NEAR),
        ("Hull, Eden", Verdict.WRONG),
        ("Hull, Litvinoff, Eden", Verdict.NEAR),
        ("Eden", Verdict.WRONG),
    ],
)
def test_several_right_options(said: str, verdict: Verdict) -> None:
    assert SEVERAL.grade(Typed(said), 5).verdict is verdict


@pytest.mark.parametrize(
    ("said", "language", "right"),
    [
        ("true", "en", True), ("T", "en", True), ("yes", "en", True), ("correct", "en", True), ("ture", "en", True),
        ("false", "en", False), ("no", "en", False), ("F", "en", False), ("да", "ru", True), ("нет", "ru", False),
        ("verdadero", "es", True), ("falsch", "de", False), ("stimmt", "de", True), ("vrai", "fr", True),
        ("não", "pt", False), ("ні", "uk", False), ("بله", "fa", True), ("गलत", "hi", False), ("salah", "id", False),
        ("1", "en", True), ("B", "en", False), ("ja", "en", True),
    ],
)  # fmt: skip
def test_true_and_false_in_many_words(said: str, language: str, right: bool) -> None:
    for answer in (True, False):
        grade = TruthItem(id="t", stem=(), answer=answer).grade(Typed(said, language), 0)
        assert grade.verdict is (Verdict.EXACT if answer is right else Verdict.WRONG)


def test_maybe_is_neither() -> None:
    assert TruthItem(id="t", stem=(), answer=True).grade(Typed("maybe"), 0).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_order_is_typed_by_letters_numbers_or_words(seed: int) -> None:
    options = ORDER.options(seed)
    places = [options.index(entry.text) for entry in ORDER.answer]

    for said in (
        " ".join(letter(place) for place in places),
        "".join(letter(place) for place in places).upper(),
        ", ".join(letter(place) for place in places),
        " > ".join(str(place + 1) for place in places),
        " ".join(letter(place) for place in places[:3]),
        "the pact, pearl harbour, d-day, yalta",
        "1. The Pact\n2. Pearl Harbor\n3. D-Day\n4. Yalta",
    ):
        assert ORDER.grade(Typed(said), seed).verdict is Verdict.EXACT, said
    assert options != tuple(entry.text for entry in ORDER.answer)


def test_an_order_nearly_right_is_worth_half_and_a_reversed_one_nothing() -> None:
    assert ORDER.grade(Typed("Pearl Harbor, The Pact, D-Day, Yalta"), 1).fraction == 0.5
    assert ORDER.grade(Typed("Yalta, D-Day, Pearl Harbor, The Pact"), 1).fraction == 0
    assert ORDER.grade(Typed("a a b"), 1).verdict is Verdict.UNREADABLE


def test_entries_of_one_date_stand_in_either_order() -> None:
    item = OrderItem(id="o", stem=(), answer=(Entry("Pact", "1939"), Entry("War", "1939"), Entry("Peace", "1945")))

    assert item.grade(Typed("War, Pact, Peace"), 0).verdict is Verdict.EXACT


def test_which_came_first() -> None:
    item = FirstItem(id="f", stem=(), answer=(Entry("Pearl Harbor", "1941"), Entry("D-Day", "1944")))

    assert item.key == "Pearl Harbor"
    assert item.grade(Typed("pearl harbour"), 0).verdict is Verdict.EXACT
    assert item.grade(Typed("d day"), 0).verdict is Verdict.WRONG


def test_pairs_are_typed_by_marks_or_words() -> None:
    options = MATCH.options(2)
    places = [options.index(pair.right) for pair in MATCH.answer]

    for said in (
        " ".join(f"{number}{letter(place)}" for number, place in enumerate(places, 1)),
        ", ".join(f"{number}-{letter(place).upper()}" for number, place in enumerate(places, 1)),
        " ".join(letter(place) for place in places),
        "tanks: 13,000\nplanes: 14,000\njeeps: 50,000",
        "jeeps = 50000; tanks = 13000; planes = 14000",
        f"1{letter(places[0])} 2{letter(places[1])}",
    ):
        assert MATCH.grade(Typed(said), 2).verdict is Verdict.EXACT, said
    assert MATCH.grade(Tap(tuple(places)), 2).verdict is Verdict.EXACT
    assert MATCH.grade(Typed("tanks: 14,000\nplanes: 13,000\njeeps: 50,000"), 2).fraction == 0


@pytest.mark.parametrize(
    ("said", "verdict", "reason"),
    [
        ("Augustin Fresnel", Verdict.EXACT, "exact"),
        ("fresnel", Verdict.EXACT, "accepted"),
        ("Augustin Fresnell", Verdict.EXACT, "spelling"),
        ("it was Fresnel", Verdict.EXACT, "accepted"),
        ("Smeaton", Verdict.WRONG, "known_mistake"),
        ("smeeton", Verdict.WRONG, "known_mistake"),
        ("Edison", Verdict.WRONG, "wrong_text"),
        ("don't know", Verdict.UNREADABLE, "gave_up"),
        ("...", Verdict.UNREADABLE, "empty"),
    ],
)
def test_text_is_forgiving_but_not_of_foreseen_mistakes(said: str, verdict: Verdict, reason: str) -> None:
    grade = TEXT.grade(Typed(said), 0)

    assert (grade.verdict, grade.reason) == (verdict, reason)


def test_a_decoy_is_wrong_when_chosen_and_never_right_when_typed() -> None:
    item = DateItem(id="d", stem=(), answer=DateAnswer("1942"), decoys=("1941", "1943", "1939"))

    assert item.options(0) == ("1939", "1941", "1942", "1943")
    assert item.grade(Tap((1,)), 0).verdict is Verdict.WRONG
    assert item.grade(Typed("b"), 0).verdict is Verdict.WRONG
    assert item.grade(Typed("1941"), 0).reason == "year_off"
    assert item.grade(Typed("c"), 0).verdict is Verdict.EXACT
    assert item.grade(Typed("1940"), 0).verdict is Verdict.WRONG


def test_a_day_off_that_is_an_option_is_not_right() -> None:
    item = DateItem(id="d", stem=(), answer=DateAnswer("1956-10-29"), decoys=("30 October 1956", "2 November 1956"))

    assert item.grade(Typed("30 October 1956"), 0).fraction == 0.5
    assert item.grade(Typed("28 October 1956"), 0).fraction == 0.75
