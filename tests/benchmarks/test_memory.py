"""The simulated learners: the same seed gives the same days, the same minutes hold for every plan."""

import pytest

from benchmarks.memory.__main__ import interval, main
from benchmarks.memory.days import missed_days, play
from benchmarks.memory.plans import PLANS, NoReview
from benchmarks.memory.truths import TRUTHS


@pytest.mark.parametrize("truth", TRUTHS)
def test_every_memory_fades_and_is_strengthened(truth: type) -> None:
    learner = truth(1, 3)
    assert learner.recall(0, 5) == 0.0
    learner.meet(0, 0)
    learner.meet(1, 0)
    learner.answer(1, 3, True)
    assert 1 > learner.recall(0, 4) > learner.recall(0, 20) > 0
    assert learner.recall(1, 20) > learner.recall(0, 20)


@pytest.mark.parametrize("plan", PLANS)
def test_no_plan_gets_more_minutes_and_the_same_seed_gives_the_same_end(plan: type) -> None:
    def end() -> object:
        return play(TRUTHS[0](2, 30), plan(3, 20), facts=30, minutes=3, days=20, seed=2)

    first = end()
    assert first == end()
    # The last answer of a day may run over by what a wrong one takes longer.
    assert first.minutes <= 3.2 * (20 - len(missed_days(2, 20))) / 20
    assert 0 < first.known <= first.met <= 30


def test_reviews_lead_to_more_than_none() -> None:
    ends = {plan: play(TRUTHS[1](3, 20), plan(3, 30), facts=20, minutes=3, days=30, seed=3) for plan in PLANS}
    assert all(end.known > ends[NoReview].known for plan, end in ends.items() if plan is not NoReview)


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--seeds", "1"])
    out = capsys.readouterr().out
    assert out.count("known at day 60") == 16
    assert interval([1.0, 2.0, 3.0]) == "2.0 ± 1.1"
