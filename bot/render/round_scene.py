"""What is needed to show a message of a round, and what all of them say alike?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.render.cut import shorten
from bot.render.round_toasts import void_line
from bot.render.sitting.words import shown
from bot.texts import Html, Texts
from lessons.items import Item, TruthItem
from lessons.pack import Pack, Reading
from lessons.round import Given, Player, Round, RoundKind, Stage
from lessons.round_scores import right_of


@dataclass(frozen=True, slots=True)
class RoundScene:
    """What is needed to show a round: its players and answers, the pack, and the question that is meant."""

    round: Round
    players: Sequence[Player]
    answers: Sequence[Given]
    pack: Pack
    position: int = 0
    item: Item | None = None
    reading: Reading | None = None
    seed: int = 0
    before: "RoundScene | None" = None
    """Yesterday's question, told above today's."""
    void: bool = False
    """Whether the question counts for nobody: its answer was corrected while it was asked."""
    learn: str = ""
    """The link by which a player learns what they missed; "" where the pack is not for everybody."""

    @property
    def is_open(self) -> bool:
        """Whether the question takes answers."""
        return self.round.stage is Stage.ASKING and self.round.position == self.position

    @property
    def is_here(self) -> bool:
        """Whether the round stands at this question."""
        return self.round.is_open and self.round.position == self.position

    @property
    def joined(self) -> int:
        """How many play."""
        return sum(player.joined for player in self.players)


def where(scene: RoundScene, t: Texts) -> Html:
    """Which question of how many, on what."""
    title = shorten(scene.pack.title, 60)
    if scene.round.kind is RoundKind.DAILY:
        return t("Question of the day · {title}", title=title)
    place = t("Question {number} of {total}", number=scene.position + 1, total=len(scene.round.items))
    return place + " · " + title


def right_line(scene: RoundScene, t: Texts) -> Html:
    """How many were right."""
    if scene.void:
        return void_line(t)
    right, of = right_of(scene.answers, scene.position)
    if not of:
        return t("Nobody answered.")
    return t("Right: {right} of {of}", right=right, of=of)


def option_words(item: Item, seed: int, t: Texts) -> list[str]:
    """The options as people read them."""
    if isinstance(item, TruthItem):
        return [str(t("True")), str(t("False"))]
    return [shown(item, option, t) for option in item.options(seed)]
