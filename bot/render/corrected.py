"""How is a learner told that an answer was corrected? The question, both keys, how their own answer counts now."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.render.sitting.words import asked, short_key
from bot.texts import Html, Texts, bold, escape
from lessons.items import Item

RIGHT = 0.75
"""From so much credit an answer counts as right."""


@dataclass(frozen=True, slots=True)
class Told:
    """One corrected question; `was` is the old key, `said` the last answer with its credit before and after."""

    item: Item
    was: str
    said: str
    before: float
    after: float


def corrected(title: str, told: Sequence[Told], more: int, t: Texts) -> Reply:
    """Said once to everybody who had answered."""
    lines: list[str] = [bold(t("A correction in “{title}”", title=shorten(title, 100)))]
    for one in told:
        lines += ["", escape(shorten(asked(one.item, t), 300))]
        was = shorten(one.was.replace("\n", " · "), 120)
        lines.append(t("It said {was}; right is {key}.", was=was, key=bold(shorten(short_key(one.item, t), 120))))
        lines += _counts(one, t)
    if more:
        lines += ["", t.n("{count} more question was corrected.", "{count} more questions were corrected.", more)]
    lines += ["", t("What you learned is kept. These questions come back within a day.")]
    return Reply(Html("\n".join(lines)), ((button(t("Review"), buttons.Review()),),), silent=True)


def _counts(one: Told, t: Texts) -> list[str]:
    """How the last answer counts now, where that has changed."""
    before, after = one.before >= RIGHT, one.after >= RIGHT
    if before == after or one.said == "?":
        return []
    said = shorten(one.said.replace("\n", ", "), 100)
    if after:
        return [t("Your answer, {said}, counts as right now.", said=said)]
    return [t("Your answer, {said}, counted as right and does not any more; that was not your fault.", said=said)]
