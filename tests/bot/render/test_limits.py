"""Whatever a pack holds within its own limits fits into Telegram's messages."""

import html
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.playground.html import parse_html
from bot.render import pages
from bot.render.cut import MESSAGE, units
from bot.render.reply import Reply
from bot.render.sitting import Scene, draw
from bot.texts import Texts
from lessons import session as sessions
from lessons.canonical import LIMITS
from lessons.enrollment import Learner
from lessons.items import ChoiceItem, Item, MatchItem, NumberItem, Option, OrderItem, Pair, Quantity
from lessons.items.order import Entry
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.response import Typed
from lessons.rich import rich
from lessons.source import Citation, Source
from storage.packs import PackCard

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
T = Texts("en")


def words(length: int, *, salt: str = "") -> str:
    """Text of that length with characters that HTML must escape, and words to cut at."""
    return (f"{salt}R&D <b>x</b> 𝔞bc " * length)[:length]


def common() -> dict[str, object]:
    quote = words(LIMITS.quote)
    cited = tuple(Citation(f"s{i}", quote) for i in range(LIMITS.citations))
    return {
        "stem": rich(words(LIMITS.stem)),
        "context": words(LIMITS.context),
        "hints": tuple(words(LIMITS.hint) for _ in range(LIMITS.hints)),
        "why": words(LIMITS.why),
        "sources": cited,
    }


SALTS = [f"{i} " for i in range(LIMITS.options)]
ITEMS: list[Item] = [
    ChoiceItem(
        id="c",
        answer=tuple(
            Option(words(LIMITS.option, salt=s), right=i < 2, feedback=words(LIMITS.feedback))
            for i, s in enumerate(SALTS)
        ),
        **common(),
    ),
    OrderItem(id="o", answer=tuple(Entry(words(LIMITS.option, salt=s)) for s in SALTS), **common()),
    MatchItem(
        id="m",
        answer=tuple(Pair(words(LIMITS.option, salt=s), words(LIMITS.option, salt=s)) for s in SALTS),
        **common(),
    ),
    NumberItem(id="n", answer=Quantity(value=Decimal(5), written=words(LIMITS.answer)), **common()),
]


def fits(reply: Reply) -> None:
    text, _ = parse_html(reply.text)
    assert units(text) <= MESSAGE
    for row in reply.rows:
        assert len(row) <= 8
        assert all(units(button.label) > 0 and len(button.data.encode()) <= 64 for button in row)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_the_largest_question_and_its_outcome_fit(item: Item) -> None:
    sources = tuple(Source(f"s{i}", words(LIMITS.citation, salt=str(i))) for i in range(LIMITS.citations))
    reading = Reading("r", words(LIMITS.title), (Block("paragraph", rich(words(3000))),))
    pack = Pack(
        "k", "1.0.0", words(LIMITS.title), "en", "CC0-1.0", (Lesson("l", "L", (reading,), ()),), sources=sources
    )
    asking = sessions.open_session(1, 1, sessions.SessionKind.REVIEW, (sessions.Step("question", 1),), NOW)
    for _ in range(LIMITS.hints):
        asking = sessions.hint(asking)
    if item.mode != "typed":
        for option in range(len(item.options(7)) - 1):
            asking = sessions.pick(asking, option)
    ada = Learner(1, 1, "Ada", NOW)
    scene = Scene(asking, ada, NOW, pack=pack, reading=reading, item=item, seed=7, reminder=True)
    fits(draw(scene, T)[-1])
    answered = sessions.answer(
        asking, item, Typed("?" if item.mode != "typed" else "7 " + words(90)), now=NOW, seed=7, key="k"
    ).session
    if answered.phase is sessions.Phase.ASKING:
        answered = sessions.answer(asking, item, Typed("?"), now=NOW, seed=7, key="k").session
    fits(
        draw(
            Scene(answered, ada, NOW, pack=pack, reading=reading, item=item, seed=7, next_due=NOW + timedelta(days=3)),
            T,
        )[-1]
    )


def test_a_long_reading_comes_in_parts_that_fit() -> None:
    blocks = tuple(Block("paragraph", rich(words(2500, salt=str(i)))) for i in range(9))
    reading = Reading("r", words(LIMITS.title), blocks)
    session = sessions.open_session(1, 1, sessions.SessionKind.LESSON, (sessions.Step("reading", 1),), NOW)
    replies = draw(Scene(session, Learner(1, 1, "Ada", NOW), NOW, reading=reading), T)
    assert len(replies) == 9
    assert [reply for reply in replies[:-1] if reply.rows] == []
    for reply in replies:
        fits(reply)
    told = "".join(html.unescape(re.sub(r"</?[biu]>", "", reply.text)) for reply in replies)
    assert words(2500, salt="8").strip() in told


def test_one_endless_paragraph_is_cut_at_a_word() -> None:
    reading = Reading("r", "Title", (Block("paragraph", rich(words(LIMITS.block))),))
    session = sessions.open_session(1, 1, sessions.SessionKind.LESSON, (sessions.Step("reading", 1),), NOW)
    for reply in draw(Scene(session, Learner(1, 1, "Ada", NOW), NOW, reading=reading), T):
        fits(reply)


def test_the_largest_pack_card_and_list_fit() -> None:
    sources = tuple(Source(str(i), words(LIMITS.citation), note=words(LIMITS.note)) for i in range(50))
    lessons = tuple(Lesson(str(i), words(LIMITS.title), (), ()) for i in range(LIMITS.lessons))
    pack = Pack(
        "k", "1.0.0", words(LIMITS.title), "en", words(100), lessons, words(LIMITS.description), sources=sources
    )
    card = PackCard(1, "k", words(LIMITS.title), "1.0.0", "en", 200, 100_000, "public")
    fits(pages.pack_card(card, pack, 5, T))
    fits(pages.packs([card] * 80, 1, T))
