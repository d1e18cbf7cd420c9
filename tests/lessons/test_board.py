"""Is the board fair to equals, and is nobody shown last?"""

from hypothesis import given
from hypothesis import strategies as st

from lessons.board import MOST_SHOWN, TOP, board

scores = st.dictionaries(st.integers(1, 60), st.integers(0, 8), max_size=40)


def test_equals_share_a_place_and_the_next_one_counts_them() -> None:
    found = board({1: 9, 2: 9, 3: 4, 4: 2, 5: 1, 6: 0}, me=4)
    assert [(line.place, line.learner_id) for line in found.top] == [(1, 1), (1, 2), (3, 3)]
    assert found.mine is not None
    assert (found.mine.place, found.mine.score) == (4, 2)


def test_whoever_holds_nothing_stands_nowhere() -> None:
    found = board({1: 3, 2: 0, 3: 0}, me=2)
    assert found.mine is None
    assert [line.learner_id for line in found.top] == [1]


@given(scores, st.integers(1, 60))
def test_only_the_better_half_is_shown_and_equals_stand_together(found: dict[int, int], me: int) -> None:
    seen = board(found, me)
    shown = {line.learner_id for line in seen.top}
    assert len(seen.top) <= MOST_SHOWN
    for line in seen.top:
        better = sum(score > line.score for score in found.values())
        assert line.place == better + 1 <= min(TOP, (len(found) + 1) // 2)
        assert {who for who, score in found.items() if score == line.score} <= shown, "equals are shown together"
    hidden = [score for who, score in found.items() if who not in shown and score]
    assert all(line.score > score for line in seen.top for score in hidden)
    assert (seen.mine is None) == (not found.get(me))
