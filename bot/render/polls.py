"""How does a question become a quiz poll? Plain words within Telegram's limits, the source in the explanation."""

import html

from bot import group_buttons as press
from bot.render.cut import shorten, units
from bot.render.pages import button
from bot.render.reply import QuizPoll, Reply
from bot.render.round_scene import RoundScene, option_words
from bot.render.rounds import question
from bot.render.sitting.words import asked, short_key
from bot.texts import Texts, escape
from lessons.items import Item, TruthItem
from lessons.pack import Pack, Reading
from lessons.quote import sentence_of
from lessons.source import READING

QUESTION, OPTION, EXPLANATION = 300, 100, 200
"""Telegram's limits."""


def quiz_poll(item: Item, seed: int, reading: Reading | None, pack: Pack | None, t: Texts) -> QuizPoll | None:
    """The question as a poll; None where it has no single right option, or does not fit."""
    if item.mode != "one":
        return None
    question = " ".join(filter(None, (item.context, _plain(asked(item, t)))))
    options = tuple(option_words(item, seed, t))
    key = ("true" if item.answer else "false") if isinstance(item, TruthItem) else item.key
    codes = item.options(seed)
    fits = units(question) <= QUESTION and all(0 < units(option) <= OPTION for option in options)
    if key not in codes or not 2 <= len(options) <= 12 or len(set(options)) < len(options) or not fits:
        return None
    return QuizPoll(question, options, codes.index(key), short_source(item, reading, pack, t, EXPLANATION))


def round_poll(scene: RoundScene, t: Texts) -> Reply:
    """A round's question as a poll; one that does not fit after all (its pack changed) comes with buttons."""
    assert scene.item is not None
    poll = quiz_poll(scene.item, scene.seed, scene.reading, scene.pack, t)
    if poll is None:
        return question(scene, t)
    number = scene.round.id
    row = (
        button(t("Show the answer"), press.RoundShow(number, scene.position)),
        button(t("Stop"), press.RoundStop(number)),
    )
    return Reply(escape(poll.question), (row,), thread=scene.round.thread_id, poll=poll)


def short_source(item: Item, reading: Reading | None, pack: Pack | None, t: Texts, most: int) -> str:
    """The key with the sentence it rests on and where that stands, in one line of at most so many characters."""
    key = _plain(short_key(item, t))
    quote = source = ""
    for citation in item.sources:
        if citation.exact and not quote:
            here = reading if citation.ref == READING else None
            quote = " ".join("".join(sentence_of(here, citation.exact) if here else citation.exact).split())
        if not source:
            named = pack.source(citation.ref) if pack else None
            source = (
                (reading.title if reading else "") if citation.ref == READING else (named.citation if named else "")
            )
    source = f" — {shorten(source, 60)}" if source else ""
    head = f"{shorten(key, 80)}."
    room = most - units(head) - units(source) - 3
    middle = f" “{shorten(quote, room)}”" if quote and room > 20 else ""
    return shorten(head + middle + source, most)


def _named(ref: str, reading: Reading | None, pack: Pack | None) -> str:
    """What a citation's place is called."""
    if ref == READING:
        return reading.title if reading else ""
    source = pack.source(ref) if pack else None
    return source.citation if source else ""


def _plain(text: str) -> str:
    """Polls take no HTML."""
    return html.unescape(str(text))
