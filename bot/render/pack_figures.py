"""How good are a pack's questions, seen from all answers? The hardest first, and those that do not tell who knows."""

from collections.abc import Mapping

from bot import buttons
from bot.render.class_glance import figures, fit
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Texts, bold, escape, italic
from lessons.item_statistics import ItemStatistics, worst
from lessons.items import Item

HARDEST = 12
WEAKEST = 5
LITTLE = 0.1
"""Below this discrimination a question deserves a look."""


def pack_figures(title: str, found: Mapping[int, ItemStatistics], items: Mapping[int, Item], t: Texts) -> Reply:
    """Difficulty and discrimination of a pack's questions, with n."""
    lines: list[str] = [bold(shorten(title, 120))]
    answered = sum(1 for one in found.values() if not one.few)
    lines.append(t("{count} of {total} questions have enough answers to judge.", count=answered, total=len(items)))
    hardest = [one for one in worst(found, HARDEST) if one.item_id in items]
    if hardest:
        lines += ["", bold(t("The hardest, by the first answer:"))]
        lines += [_line(one, items, t) for one in hardest]
    weak = [one for one in found.values() if one.discrimination is not None and one.discrimination < LITTLE]
    weak = sorted((one for one in weak if one.item_id in items), key=lambda one: one.discrimination or 0)[:WEAKEST]
    if weak:
        lines += ["", bold(t("Look at these: those who know the rest get them wrong as often."))]
        lines += [_line(one, items, t) for one in weak]
    if not found:
        lines += ["", t("Nobody has answered them yet.")]
    lines += [
        "",
        italic(t("Of each question the newest 500 first answers count. A class's own are on its page.")),
    ]
    return Reply(fit(lines, MESSAGE), ((button(t("Classes"), buttons.Menu("classes")),),))


def _line(one: ItemStatistics, items: Mapping[int, Item], t: Texts) -> str:
    return f"• {escape(shorten(items[one.item_id].prompt, 110))} — {figures(one, t)}"
