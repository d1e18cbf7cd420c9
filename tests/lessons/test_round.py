"""A round's rules: who scores what, ties, when it moves on, what is asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lessons.round import (
    IDLE,
    Given,
    Player,
    Round,
    RoundKind,
    Stage,
    begin,
    close,
    count_pause,
    go_on,
    move,
    spread,
)
from lessons.round_scores import (
    Rank,
    all_answered,
    points_of,
    right_of,
    standing,
    team_for,
    team_scores,
    top,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
A_ROUND = Round(
    id=1, group_id=-1, thread_id=None, kind=RoundKind.ROUND, pack_id=1, stage=Stage.INVITED, language="en", salt="s"
)
PLAYERS = (Player(1, "Blue Heron"), Player(2, "Red Fox"), Player(3, "Grey Owl"), Player(4, "Jade Hare", joined=False))


def answers(*rows: tuple[int, int, bool]) -> list[Given]:
    return [Given(position, who, 0, right) for position, who, right in rows]


def test_a_round_goes_from_question_to_key_to_question_to_end() -> None:
    asked = begin(A_ROUND, (11, 12), NOW)
    assert (asked.stage, asked.item, asked.is_last) == (Stage.ASKING, 11, False)
    shown = close(asked, NOW)
    assert shown.stage is Stage.SHOWN
    second = go_on(shown, NOW)
    assert (second.stage, second.item, second.is_last) == (Stage.ASKING, 12, True)
    over = go_on(close(second, NOW), NOW)
    assert (over.stage, over.due_at, over.is_open) == (Stage.OVER, None, False)


def test_without_a_limit_nothing_moves_by_itself_but_a_forgotten_round_ends() -> None:
    asked = begin(A_ROUND, (11, 12), NOW)
    assert asked.due_at == NOW + IDLE
    assert move(asked, NOW + IDLE).stage is Stage.OVER


def test_with_a_limit_the_question_closes_and_the_next_one_comes() -> None:
    asked = begin(replace(A_ROUND, limit_secs=30), (11, 12), NOW)
    assert asked.due_at == NOW + timedelta(seconds=30)
    shown = move(asked, NOW)
    assert (shown.stage, shown.due_at) == (Stage.SHOWN, NOW + timedelta(seconds=15))
    assert move(shown, NOW).item == 12


def test_all_have_answered_when_everyone_who_joined_has() -> None:
    asked = begin(A_ROUND, (11, 12), NOW)
    assert not all_answered(asked, PLAYERS, answers((0, 1, True), (0, 2, False)))
    assert all_answered(asked, PLAYERS, answers((0, 1, True), (0, 2, False), (0, 3, True)))
    second = go_on(close(asked, NOW), NOW)
    assert not all_answered(second, PLAYERS, answers((0, 1, True), (0, 2, False), (0, 3, True)))


def test_where_nobody_pressed_join_the_first_answer_does_not_shut_the_others_out() -> None:
    asked = begin(A_ROUND, (11, 12), NOW)
    late = [Player(number, f"N{number}", since=NOW + timedelta(seconds=number)) for number in (1, 2, 3)]
    assert not all_answered(asked, (), [])
    assert not all_answered(asked, late[:1], answers((0, 1, True)))
    assert not all_answered(asked, late, answers((0, 1, True), (0, 2, False), (0, 3, True)))
    second = go_on(close(asked, NOW), NOW + timedelta(minutes=1))
    assert all_answered(second, late, answers((1, 1, True), (1, 2, False), (1, 3, True)))


def test_equal_points_share_a_place_and_the_next_place_counts_them() -> None:
    given_ = answers((0, 1, True), (0, 2, True), (0, 3, False), (1, 1, True), (1, 2, True), (1, 3, True))
    assert standing(PLAYERS, given_) == (Rank(1, 2, ("Blue Heron", "Red Fox")), Rank(3, 1, ("Grey Owl",)))
    assert right_of(given_, 0) == (2, 3)
    assert points_of(given_, 3) == 1


def test_nobody_without_points_is_named() -> None:
    assert standing(PLAYERS, answers((0, 1, False), (0, 2, False))) == ()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 30), st.booleans()), unique_by=lambda row: row[:2]))
def test_the_result_names_each_scorer_once_and_nobody_else(rows: list[tuple[int, int, bool]]) -> None:
    players = [Player(number, f"N{number:02}") for number in range(1, 31)]
    given_ = answers(*rows)
    ranks = standing(players, given_)
    named = [name for rank in ranks for name in rank.names]
    assert sorted(named) == sorted({f"N{who:02}" for _, who, right in rows if right})
    assert [rank.points for rank in ranks] == sorted({rank.points for rank in ranks}, reverse=True)
    for rank in ranks:
        better = sum(points_of(given_, player.chat_id) > rank.points for player in players)
        assert rank.place == better + 1


def test_teams_fill_in_turn_and_shares_are_compared_not_sums() -> None:
    players: list[Player] = []
    for number in range(1, 6):
        players.append(Player(number, f"N{number}", team=team_for(players)))
    assert [player.team for player in players] == [0, 1, 0, 1, 0]
    given_ = answers((0, 1, True), (0, 3, True), (0, 2, True), (0, 4, True))
    first, second = team_scores(players, given_, 1)
    assert (first.team, first.points, first.members, first.share) == (1, 2, 2, 1.0)
    assert (second.points, second.members) == (2, 3)
    assert [one.share for one in team_scores((), (), 0)] == [0.0, 0.0]


def test_the_top_never_cuts_through_equal_points() -> None:
    ranks = (Rank(1, 3, ("a",)), Rank(2, 2, ("b", "c", "d")), Rank(5, 1, ("e",)))
    assert top(ranks, 4) == ranks[:2]
    assert top(ranks, 2) == ranks[:1]
    assert top((Rank(1, 1, tuple("abcdef")),), 3) == (Rank(1, 1, tuple("abcdef")),)
    assert top((), 3) == ()


def test_questions_that_give_each_others_answer_are_kept_apart() -> None:
    told = {1: frozenset({"x"}), 2: frozenset({"x"}), 3: frozenset({"y"}), 4: frozenset()}
    for seed in range(20):
        chosen = spread((1, 2, 3, 4), told, 3, seed=seed)
        assert len({1, 2} & set(chosen)) == 1
        assert sorted(spread((1, 2, 3, 4), told, 9, seed=seed)) == [1, 2, 3, 4], "where they are few, all are asked"
    assert spread((1, 2, 3, 4), told, 4, seed=1) == spread((1, 2, 3, 4), told, 4, seed=1)


def test_counts_are_shown_less_often_the_longer_a_question_stands() -> None:
    moment, shown = 0.0, 0
    while moment < 60:
        moment += count_pause(moment)
        shown += 1
    assert shown <= 6
    assert count_pause(0) == 3
