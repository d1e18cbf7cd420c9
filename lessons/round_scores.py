"""Who scores what in a round? Points for right answers only, equal points at one place, teams by their share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lessons.round import Given, Player, Round


@dataclass(frozen=True, slots=True)
class Rank:
    """Those with equal points share a place; the next place counts them all."""

    place: int
    points: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamScore:
    """A team's points, and their share of what all its members could have: teams need not be equally large."""

    team: int
    members: int
    points: int
    share: float


def all_answered(found: Round, players: Iterable[Player], answers: Iterable[Given]) -> bool:
    """Whether all who had joined when the question came have answered it.

    Of one alone it is never said: where a group does not press Join, the first answer must not shut the others out.
    """
    expected = {player.chat_id for player in players if player.joined and _was_there(player, found)}
    return len(expected) > 1 and expected <= {given.chat_id for given in answers if given.position == found.position}


def _was_there(player: Player, found: Round) -> bool:
    return player.since is None or found.asked_at is None or player.since <= found.asked_at


def right_of(answers: Iterable[Given], position: int) -> tuple[int, int]:
    """How many were right at that question, of how many who answered."""
    there = [given.right for given in answers if given.position == position]
    return sum(there), len(there)


def points_of(answers: Iterable[Given], chat_id: int) -> int:
    """One point for each right answer: nothing for haste."""
    return sum(given.right for given in answers if given.chat_id == chat_id)


def standing(players: Iterable[Player], answers: Sequence[Given]) -> tuple[Rank, ...]:
    """Those who have points, the most first, equal points at one place; nobody without points is named."""
    by_points: dict[int, list[str]] = {}
    for player in players:
        points = points_of(answers, player.chat_id)
        if points:
            by_points.setdefault(points, []).append(player.name)
    ranks, place = [], 1
    for points in sorted(by_points, reverse=True):
        names = tuple(sorted(by_points[points]))
        ranks.append(Rank(place, points, names))
        place += len(names)
    return tuple(ranks)


def team_for(players: Iterable[Player]) -> int:
    """The smaller team, the first of two equal ones: who joins goes to one and the other in turn."""
    teams = [player.team for player in players if player.joined]
    return int(teams.count(0) > teams.count(1))


def team_scores(players: Sequence[Player], answers: Sequence[Given], asked: int) -> tuple[TeamScore, ...]:
    """Both teams, the better one first; equal shares are a draw."""
    scores = []
    for team in (0, 1):
        members = [player.chat_id for player in players if player.joined and player.team == team]
        points = sum(points_of(answers, member) for member in members)
        could = len(members) * asked
        scores.append(TeamScore(team, len(members), points, points / could if could else 0.0))
    return tuple(sorted(scores, key=lambda score: -score.share))


def top(ranks: Sequence[Rank], most: int) -> tuple[Rank, ...]:
    """The first places, never cutting through equal points; at least the first one."""
    shown: list[Rank] = []
    for rank in ranks:
        if shown and sum(len(one.names) for one in (*shown, rank)) > most:
            break
        shown.append(rank)
    return tuple(shown)
