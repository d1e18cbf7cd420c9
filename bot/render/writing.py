"""How is a teacher led through writing a question? One thing to type at a time."""

from collections.abc import Sequence

from bot import buttons
from bot import teaching_buttons as teaching
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold
from storage.packs import PackCard

MOST_PACKS = 20


def choose(cards: Sequence[PackCard], t: Texts) -> Reply:
    """For which pack?"""
    rows = [(button(shorten(card.title, 40), teaching.Write(card.id)),) for card in cards[:MOST_PACKS]]
    rows.append((button(t("A new pack"), teaching.Write(0)),))
    rows.append((button(t("My packs"), buttons.Menu("teach")),))
    return Reply(t("For which pack is the question?"), tuple(rows))


def step(name: str, t: Texts) -> Reply:
    """What to type now."""
    asked = {
        "stem": t("Send the question. With ____ in a sentence it is a gap to fill."),
        "key": t("Send the right answer: a figure with its unit, a date, a few words, or true or false."),
        "wrong": t("Send the wrong answers to choose from, one a line. Without any, the answer is typed."),
        "sentence": t("Send the sentence that proves it. Learners see it after answering."),
    }
    place = list(asked).index(name) + 1
    head = bold(t("{number} of {total}", number=place, total=len(asked)))
    rows = ((button(t("Leave it out"), teaching.Skip()),),) if name in ("wrong", "sentence") else ()
    return Reply(Html(f"{head}\n{asked[name]}"), (*rows, (button(t("Never mind"), buttons.Menu("teach")),)))
