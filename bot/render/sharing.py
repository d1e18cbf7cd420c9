"""How does a question look that is shared into any chat? Its words, a button an option, the way to its pack."""

from bot import group_buttons as press
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.render.round_scene import option_words
from bot.render.sitting.question import LETTERS, LONG_OPTION
from bot.render.sitting.words import asked
from bot.texts import Html, Texts, bold, escape, italic
from lessons.items import Item, TruthItem
from lessons.pack import Pack


def shared_question(item_id: int, item: Item, pack: Pack, seal: str, link: str, t: Texts) -> Reply:
    """The question; `link` leads to its pack, "" where that is not for everybody."""
    options = option_words(item, item_id, t)
    listed = any(len(option) > LONG_OPTION for option in options)
    lines: list[str] = [italic(shorten(pack.title, 100))]
    if item.context:
        lines += ["", italic(shorten(item.context, 400))]
    lines += ["", bold(shorten(asked(item, t), 800))]
    if listed:
        lines += ["", *(f"{LETTERS[i]}. {escape(shorten(option, 150))}" for i, option in enumerate(options))]
    lines += ["", italic(t("Tap an answer: only you are told whether it is right."))]
    presses = [
        button(_label(item, i, option, listed=listed), press.SharedAnswer(item_id, i, seal))
        for i, option in enumerate(options)
    ]
    in_a_row = 4 if listed else (2 if all(len(one.label) <= 14 for one in presses) else 1)
    rows = [tuple(presses[at : at + in_a_row]) for at in range(0, len(presses), in_a_row)]
    if link:
        rows.append((Button(str(t("Learn this pack")), url=link),))
    return Reply(Html("\n".join(lines)), tuple(rows))


def _label(item: Item, index: int, option: str, *, listed: bool) -> str:
    if isinstance(item, TruthItem):
        return option
    return LETTERS[index] if listed else f"{LETTERS[index]}. {shorten(option, 60)}"
