"""Do the words for strength mean what they say, and are weak spots found?"""

from hypothesis import given
from hypothesis import strategies as st

from lessons.strength import Held, Strength, spot, strength, strongest, weak_spots, weakest

chances = st.floats(0, 1)
days = st.floats(0.01, 3000)


def test_a_fresh_memory_is_not_strong_however_sure_it_is_today() -> None:
    assert strength(1.0, 2.3) is Strength.GROWING
    assert strength(0.92, 30) is Strength.STRONG
    assert strength(0.75, 30) is Strength.GROWING
    assert strength(0.5, 300) is Strength.WEAK


@given(chances, days, chances, days)
def test_more_of_both_is_never_called_weaker(chance: float, stability: float, more: float, longer: float) -> None:
    order = [Strength.WEAK, Strength.GROWING, Strength.STRONG]
    low = strength(min(chance, more), min(stability, longer))
    assert order.index(low) <= order.index(strength(max(chance, more), max(stability, longer)))


@given(st.lists(st.builds(Held, st.integers(1, 99), chances, days), max_size=20))
def test_the_weakest_and_the_strongest_are_all_of_them_in_order(facts: list[Held]) -> None:
    assert sorted(weakest(facts), key=repr) == sorted(strongest(facts), key=repr) == sorted(facts, key=repr)
    found = [one.chance for one in weakest(facts)]
    assert found == sorted(found)


def test_of_too_few_facts_nothing_is_said_and_the_weakest_comes_first() -> None:
    held = [Held(number, 0.4, 3) for number in range(3)]
    good = [Held(number, 0.9, 30) for number in range(5)]
    found = weak_spots([spot("good", good, [(3, 3)]), spot("few", held[:2]), spot("bad", held, [(1, 2), (0, 3)])])
    assert [one.name for one in found] == ["bad", "good"]
    assert (found[0].right, found[0].answers, found[0].weak, found[0].met) == (1, 5, 3, 3)
