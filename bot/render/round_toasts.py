"""What is told to the one who presses, and to nobody else? At most 200 characters.

Whether an answer was right is not told before the question is closed: who knows it first could call it out to others.
"""

import html
from collections.abc import Callable

from bot.render.cut import shorten, units
from bot.render.sitting.words import shown
from bot.texts import Html, Texts
from lessons.items import Item, TruthItem
from lessons.round import Player

LONGEST = 200


def joined(me: Player, t: Texts, *, named: bool) -> str:
    """Under which name they play, and in which team."""
    first = t("You are in, as {name}.", name=me.name)
    team = f" {team_name(me.team, t)}." if me.team is not None else ""
    return _fit(f"{first}{team}" + ("" if named else " " + t("Only you are told that this is you.")))


def team_name(team: int, t: Texts) -> Html:
    """What a team is called."""
    return t("Team B") if team else t("Team A")


def taken(option: str, t: Texts) -> str:
    """The answer is in."""
    return _fit(t("Your answer is in: {option}", option=shorten(option, 120)))


def first_counts(option: str, t: Texts) -> str:
    """A second press: the first one stands."""
    return _fit(t("Your first answer counts: {option}", option=shorten(option, 120)))


def closed(t: Texts) -> str:
    """Too late, or an old message."""
    return _fit(t("That question is closed."))


def void(t: Texts) -> str:
    """Corrected while it was asked."""
    return _fit(void_line(t))


def void_line(t: Texts) -> Html:
    """Said under the key, too."""
    return t("The answer was corrected after the question was asked, so it counts for nobody.")


def only_starter(t: Texts) -> str:
    """Not theirs to press."""
    return _fit(t("That is for whoever started the round, or an administrator."))


def nobody(t: Texts) -> str:
    """An anonymous administrator has no name to play under."""
    return _fit(t("To play, write as yourself and not as the group."))


def mine(right: bool, points: int, asked: int, t: Texts) -> str:
    """How they did at a question, and so far."""
    first = t("You were right.") if right else t("Not this time.")
    return _fit(first + " " + t("So far you have {points} of {asked}.", points=points, asked=asked))


def told(right: bool, source: Callable[[int], str], t: Texts) -> str:
    """Right or wrong, and the key with its source in the room that is left."""
    first = _plain(t("Right.") if right else t("Not this time."))
    return _fit(f"{first} {source(LONGEST - units(first) - 1)}")


def not_answered(t: Texts) -> str:
    """They did not answer that question."""
    return _fit(t("You did not answer that question."))


def sealed(t: Texts) -> str:
    """A class of theirs is told only after its deadline."""
    return _fit(t("Your class is told right or wrong after its deadline, so I cannot tell you here."))


def over(t: Texts) -> str:
    """The round has ended."""
    return _fit(t("That round is over. /quiz begins another."))


def nothing_to_ask(t: Texts) -> str:
    """The pack has no questions that a group can tap."""
    return _fit(t("This pack has no questions that can be tapped here. Choose another pack."))


def option(item: Item, chosen: str, t: Texts) -> str:
    """An option as people read it."""
    if isinstance(item, TruthItem):
        return str(t("True") if chosen == "true" else t("False"))
    return shown(item, chosen, t)


def _fit(text: str) -> str:
    return shorten(_plain(text), LONGEST)


def _plain(text: str) -> str:
    """Toasts are no HTML."""
    return html.unescape(str(text))
