from lessons.item_statistics import First, item_statistics, worst


def given(*rows: str) -> list[First]:
    """A line a learner, a letter an item: "1" right, "0" wrong, "." never answered."""
    return [
        First(learner, item, mark == "1")
        for learner, row in enumerate(rows)
        for item, mark in enumerate(row)
        if mark != "."
    ]


def test_difficulty_is_the_share_right_at_first() -> None:
    found = item_statistics(given("11", "01", "01", "0."))
    assert [(found[item].n, found[item].share_right) for item in (0, 1)] == [(4, 0.25), (3, 1.0)]
    assert found[0].few


def test_discrimination_against_the_textbooks_formula() -> None:
    # Point-biserial of item 0 with the share right of items 1 and 2: by hand (mean of those right minus mean of those
    # wrong) / standard deviation * sqrt(p q) = (0.75 - 0.25) / 0.35355... * 0.5
    rows = ["111", "110", "111", "110", "001", "000", "010", "000"]
    found = item_statistics(given(*rows))[0]
    assert found.n == 8
    assert found.discrimination is not None
    assert abs(found.discrimination - 0.5 / 0.125**0.5 * 0.5) < 1e-9


def test_no_discrimination_from_too_few_or_from_everybody_alike() -> None:
    assert item_statistics(given(*["10", "01"] * 3))[0].discrimination is None
    assert item_statistics(given(*["10"] * 20))[0].discrimination is None
    assert item_statistics(given(*["1"] * 20))[0].discrimination is None


def test_a_question_that_the_best_get_wrong_shows() -> None:
    found = item_statistics(given(*["011", "011", "011", "011", "100", "100", "100", "100"]))[0].discrimination
    assert found is not None
    assert found < -0.99


def test_only_the_first_answer_counts() -> None:
    assert item_statistics([First(1, 5, False), First(1, 5, True)])[5].share_right == 0


def test_the_worst_first_and_few_answers_last() -> None:
    rows = ["01.", "01.", "01.", "00.", "11.", "01.", "00.", "010"]
    found = [one.item_id for one in worst(item_statistics(given(*rows)), 3)]
    assert found == [0, 1, 2]
    assert item_statistics([]) == {}
