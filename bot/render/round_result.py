"""How does a round's end look? Names of those who score, and of nobody else; both teams by their share."""

from collections.abc import Sequence

from bot.render.cut import shorten
from bot.render.reply import Button, Reply, Rows
from bot.render.round_scene import RoundScene
from bot.render.round_toasts import team_name
from bot.texts import Html, Texts, bold, escape
from lessons.round_scores import standing, team_scores, top

MOST_NAMES = 12
"""So many names stand in the result; who has fewer points is counted."""


def result(scene: RoundScene, t: Texts) -> Reply:
    """The end: those with points by place, equal points at one place; the others are not named. Of a round that never
    began, only that.
    """
    found = scene.round
    if not found.items:
        text = t("The round on “{title}” ended before it began.", title=shorten(scene.pack.title, 200))
        return Reply(text, thread=found.thread_id)
    asked_ = found.position + 1
    head = bold(t("The round is over"))
    lines: list[str] = [head, escape(shorten(scene.pack.title, 200)), ""]
    lines += _team_lines(scene, asked_, t)
    ranks = standing(scene.players, scene.answers)
    shown_ranks = top(ranks, MOST_NAMES)
    for rank in shown_ranks:
        points = t.n("{count} point", "{count} points", rank.points)
        lines.append(f"{t.number(rank.place)}. {bold(_names(rank.names, t))} · {points}")
    rest = sum(len(rank.names) for rank in ranks[len(shown_ranks) :])
    if rest:
        lines.append(t.n("and {count} more with points", "and {count} more with points", rest))
    if not ranks:
        lines.append(t("No points this time."))
    lines += ["", t.n("{count} question was asked.", "{count} questions were asked.", asked_)]
    rows: Rows = ()
    if scene.learn:
        lines.append(t("What you missed comes back to you alone, if you like."))
        rows = ((Button(str(t("Learn these in private")), url=scene.learn),),)
    return Reply(Html("\n".join(lines)), rows, thread=found.thread_id)


def _team_lines(scene: RoundScene, asked_: int, t: Texts) -> list[str]:
    """Both teams with the share of points that they won; of unequal teams the shares are compared."""
    if not scene.round.teams:
        return []
    scores = team_scores(scene.players, scene.answers, asked_)
    lines: list[str] = [
        t.n(
            "{team}: {share} right, {count} player",
            "{team}: {share} right, {count} players",
            one.members,
            team=bold(team_name(one.team, t)),
            share=t.percent(one.share),
        )
        for one in scores
    ]
    best = t("A draw.") if scores[0].share == scores[1].share else t("{team} wins.", team=team_name(scores[0].team, t))
    return [*lines, best, ""]


def _names(names: Sequence[str], t: Texts) -> str:
    """The names at one place; of very many, how many more there are."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + " " + t.n("and {count} more", "and {count} more", more)
