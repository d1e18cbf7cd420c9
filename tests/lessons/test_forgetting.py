from datetime import UTC, datetime, timedelta

import pytest

from lessons.forgetting import fading
from lessons.memory import Memory
from lessons.pseudonyms import pseudonym
from lessons.schedule import Schedule

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def memory(stability: float, ago: int = 0) -> Memory:
    return Memory(stability, 5.0, NOW, NOW - ago * DAY)


def test_the_least_remembered_comes_first_with_how_many_it_is_about() -> None:
    found = fading([(1, memory(100)), (1, memory(50)), (2, memory(2)), (3, memory(2)), (3, memory(2))], now=NOW)
    assert [(one.item_id, one.n) for one in found] == [(3, 2), (2, 1), (1, 2)]
    assert found[0].recall < 0.9 < found[2].recall


@pytest.mark.parametrize("days", [0, 1, 7, 90])
@pytest.mark.parametrize("stability", [0.5, 3.0, 200.0])
def test_recall_is_the_schedules_own(days: int, stability: float) -> None:
    schedule, kept = Schedule(), memory(stability, days)
    wanted = schedule.retrievability(kept, now=NOW, zone=None, rollover_hour=0)
    assert schedule.recall_after(kept, days) == pytest.approx(wanted, abs=1e-12)


def test_at_its_stability_a_fact_stands_at_nine_in_ten() -> None:
    assert Schedule().recall_after(memory(7.0), 7) == pytest.approx(0.9)


def test_a_pseudonym_is_friendly_the_same_each_time_and_another_in_another_class() -> None:
    name = pseudonym("ABCD", 7)
    assert name == pseudonym("ABCD", 7)
    assert name != pseudonym("EFGH", 7)
    assert name != pseudonym("ABCD", 7, 1)
    colour, animal, number = name.split()
    assert colour.isalpha()
    assert animal.isalpha()
    assert number in "123456789"
    assert len({pseudonym("ABCD", learner) for learner in range(300)}) > 285
