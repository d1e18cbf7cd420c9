"""What two sources say of one thing: graded as pairs, and how the two stand to each other."""

import pytest

from lessons.grade import Verdict
from lessons.items import Claim, CompareItem
from lessons.response import Tap, Typed


def item(one: str, other: str) -> CompareItem:
    return CompareItem(
        id="c", stem=(), answer=(Claim("The survey", one, "survey"), Claim("The ledger", other, "ledger"))
    )


@pytest.mark.parametrize(
    ("one", "other", "percent", "exact"),
    [
        ("$11.3 billion", "$11 billion", 3, "The survey"),
        ("420 m", "418 m", 0, "The ledger"),
        ("14,000 airplanes", "9,000 airplanes", 56, None),
        ("15 km", "10 km", 50, None),
        ("1942", "11 June 1942", None, "The ledger"),
        ("June 1942", "1942", None, "The survey"),
        ("11 June 1942", "12 June 1942", None, None),
    ],
)
def test_how_far_two_claims_are_apart(one: str, other: str, percent: int | None, exact: str | None) -> None:
    found = item(one, other).apart("en")
    assert found is not None
    assert (found.percent is None) == (percent is None)
    assert found.percent is None or round(found.percent) == percent
    assert (found.exact.left if found.exact else None) == exact


@pytest.mark.parametrize(("one", "other"), [("the king", "the duke"), ("3 m", "4 t"), ("from 3 to 5 m", "4 m")])
def test_what_cannot_be_compared_is_not(one: str, other: str) -> None:
    assert item(one, other).apart("en") is None


def test_three_claims_are_shown_without_a_verdict() -> None:
    three = CompareItem(
        id="c", stem=(), answer=(Claim("A", "1 m", "a"), Claim("B", "2 m", "b"), Claim("C", "3 m", "c"))
    )
    assert three.apart("en") is None


def test_it_is_answered_like_pairs() -> None:
    asked = item("420 m", "418 m")
    options = asked.options(3)
    taps = Tap(tuple(options.index(claim.right) for claim in asked.answer))
    assert asked.grade(taps, 3).verdict is Verdict.EXACT
    assert asked.grade(Tap(taps.options[::-1]), 3).verdict is Verdict.WRONG
    assert asked.grade(Typed("survey: 420 m, ledger: 418 m"), 3).verdict is Verdict.EXACT
    assert asked.grade(Typed("?"), 3).reason == "gave_up"


def test_a_format_without_sources_is_given_pairs() -> None:
    pairs = item("420 m", "418 m").as_match
    assert pairs.kind == "match"
    assert pairs.key == "The survey → 420 m\nThe ledger → 418 m"
