"""Whatever a pack, a name or a group holds, a round's messages, polls and toasts fit into Telegram's limits."""

from dataclasses import replace

import pytest

from bot.render import polls, round_invitation, round_result, sharing
from bot.render import round_toasts as toasts
from bot.render import rounds as render
from bot.render.cut import units
from bot.render.reply import Reply
from bot.render.round_scene import RoundScene
from lessons.canonical import LIMITS
from lessons.items import ChoiceItem, FirstItem, Item, Option, TruthItem
from lessons.items.order import Entry
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rich import rich
from lessons.round import Given, Player, Round, RoundKind, Stage
from lessons.source import Source
from tests.bot.render.test_limits import T, common, fits, words

MANY = tuple(Player(number, f"{'W' * 28} {number}", team=number % 2) for number in range(1, 400))
CHOICE = ChoiceItem(
    id="c",
    answer=tuple(Option(words(LIMITS.option, salt=f"{i} "), right=i == 0) for i in range(10)),
    **common(),  # type: ignore[arg-type]
)
ITEMS: list[Item] = [
    CHOICE,
    TruthItem(id="t", answer=True, **common()),  # type: ignore[arg-type]
    FirstItem(
        id="f",
        answer=(Entry(words(LIMITS.option, salt="a ")), Entry(words(LIMITS.option, salt="b "))),
        **common(),  # type: ignore[arg-type]
    ),
]


def scene(item: Item, stage: Stage, **changes: object) -> RoundScene:
    sources = tuple(Source(f"s{i}", words(LIMITS.citation, salt=str(i))) for i in range(LIMITS.citations))
    reading = Reading("r", words(LIMITS.title), (Block("paragraph", rich(words(3000))),))
    pack = Pack(
        "k", "1.0.0", words(LIMITS.title), "en", "CC0-1.0", (Lesson("l", "L", (reading,), ()),), sources=sources
    )
    found = Round(
        id=10**17,
        group_id=-1,
        thread_id=5,
        kind=RoundKind.ROUND,
        pack_id=1,
        stage=stage,
        language="en",
        salt="s",
        items=(1,),
        limit_secs=60,
        teams=True,
        polls=True,
    )
    answers = [Given(0, player.chat_id, 0, right=True) for player in MANY]
    made = RoundScene(found, MANY, answers, pack, item=item, reading=reading, seed=7, learn="https://t.me/x")
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_the_largest_question_key_and_result_fit(item: Item) -> None:
    for stage in Stage:
        shown = scene(item, stage)
        daily = replace(shown, round=replace(shown.round, kind=RoundKind.DAILY), before=shown)
        for one in (shown, daily):
            every: list[Reply] = [round_invitation.invitation(one, T), render.question(one, T), render.key(one, T)]
            every += [round_result.result(one, T), polls.round_poll(one, T)]
            for reply in every:
                fits(reply)
                assert reply.thread == 5
    fits(sharing.shared_question(10**17, item, shown.pack, "0" * 16, "https://t.me/x", T))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_a_poll_fits_or_there_is_none(item: Item) -> None:
    shown = scene(item, Stage.ASKING)
    assert polls.quiz_poll(item, 7, shown.reading, shown.pack, T) is None, "the words are too long for a poll"
    short = replace(item, stem=rich("Which?"), context=None)
    if isinstance(short, ChoiceItem):
        short = replace(short, answer=(Option("x" * 100, right=True), Option("y" * 100)))
    if isinstance(short, FirstItem):
        short = replace(short, answer=(Entry("x" * 100), Entry("y" * 100)))
    poll = polls.quiz_poll(short, 7, shown.reading, shown.pack, T)
    assert poll is not None
    assert units(poll.question) <= 300
    assert all(0 < units(option) <= 100 for option in poll.options)
    assert 0 < units(poll.explanation) <= 200
    assert poll.explanation.count("\n") <= 2
    key = short.key if not isinstance(short, TruthItem) else "True"
    assert poll.options[poll.right] == key


def test_what_one_person_is_told_fits() -> None:
    long = words(900)
    me = Player(1, "𝔞" * 32, team=1)
    told = [
        toasts.joined(me, T, named=False),
        toasts.taken(long, T),
        toasts.first_counts(long, T),
        toasts.mine(True, 20, 20, T),
        toasts.told(False, lambda room: polls.short_source(CHOICE, None, None, T, room), T),
        toasts.only_starter(T),
        toasts.sealed(T),
        toasts.nothing_to_ask(T),
    ]
    for text in told:
        assert 0 < units(text) <= 200
        assert "&amp;" not in text, "a toast is no HTML"


def test_a_great_many_with_equal_points_are_counted_not_cut() -> None:
    shown = round_result.result(scene(CHOICE, Stage.OVER), T)
    assert "and 387 more" in shown.text
