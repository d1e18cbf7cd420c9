"""What is remembered of an item is that item's, whatever else is made and let go meanwhile."""

from dataclasses import dataclass

from lessons import remembering
from lessons.remembering import remembered


@dataclass(frozen=True, slots=True)
class Thing:
    """Two with the same name are equal, and yet two."""

    name: str
    calls: list[int]

    @remembered
    def times(self, number: int) -> str:
        self.calls.append(number)
        return self.name * number


def test_it_is_worked_out_once_for_each_argument() -> None:
    thing = Thing("a", [])
    assert [thing.times(2), thing.times(3), thing.times(2)] == ["aa", "aaa", "aa"]
    assert thing.calls == [2, 3]


def test_equal_things_are_remembered_apart() -> None:
    for _ in range(50):  # each would come by the number of the one before, were that one let go of
        thing = Thing("b", [])
        assert thing.times(1) == "b"
        assert thing.calls == [1]


def test_only_the_last_ones_are_kept() -> None:
    first = Thing("c", [])
    assert first.times(1) == "c"
    for number in range(remembering.KEPT + 1):
        Thing(str(number), []).times(1)
    assert first.times(1) == "c"
    assert first.calls == [1, 1]


def test_arguments_are_told_apart_by_their_names() -> None:
    class Pair:
        @remembered
        def less(self, one: int = 0, other: int = 0) -> int:
            return one - other

    pair = Pair()
    assert [pair.less(one=3), pair.less(other=3), pair.less(3)] == [3, -3, 3]
