"""How does a round look in its group? Invitation, question, key, result; names only of those who score."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import group_buttons as press
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply, Rows
from bot.render.round_toasts import team_name
from bot.render.sitting.key import key_line, quoted
from bot.render.sitting.question import LETTERS, LONG_OPTION
from bot.render.sitting.words import asked, shown
from bot.texts import Html, Texts, bold, escape, italic
from lessons import round as rounds
from lessons.items import Item, TruthItem
from lessons.pack import Pack, Reading
from lessons.round import Given, Player, RoundKind, Stage
from storage.packs import PackCard

MOST_NAMES = 12
"""So many names stand in the result; who has fewer points is counted."""
MOST_PACKS = 20


@dataclass(frozen=True, slots=True)
class RoundScene:
    """What is needed to show a round: its players and answers, the pack, and the question that is meant."""

    round: rounds.Round
    players: Sequence[Player]
    answers: Sequence[Given]
    pack: Pack
    position: int = 0
    item: Item | None = None
    reading: Reading | None = None
    seed: int = 0
    before: "RoundScene | None" = None
    """Yesterday's question, told above today's."""
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


def invitation(scene: RoundScene, t: Texts) -> Reply:
    """Join, begin, and how the round is run."""
    found = scene.round
    title = shorten(scene.pack.title, 200)
    head = bold(t("A round on “{title}”", title=title))
    if found.stage is not Stage.INVITED:
        begun = t("It has begun. Whoever answers a question is in.")
        return Reply(Html(f"{head}\n{begun}"), thread=found.thread_id)
    lines: list[str] = [head, _how(found, t), ""]
    lines.append(t("Press Join to play, under a made-up name. Nobody is told who was wrong."))
    if found.polls:
        lines.append(t("Quiz polls are Telegram's own: in them members can see who chose what. Buttons tell nobody."))
    lines += ["", t("Playing: {count}", count=scene.joined)]
    return Reply(Html("\n".join(lines)), _invitation_rows(found, t), thread=found.thread_id)


def _how(found: rounds.Round, t: Texts) -> Html:
    said = t.n("{count} question", "{count} questions", found.size)
    if found.teams:
        said = said + t.comma + t("two teams")
    if found.limit_secs:
        return said + t.comma + t.n("about {count} second for each", "about {count} seconds for each", found.limit_secs)
    return said + t.comma + t("without a time limit")


def _invitation_rows(found: rounds.Round, t: Texts) -> Rows:
    number = found.id
    limits = {0: t("No limit"), 30: t("30 seconds"), 60: t("60 seconds")}
    return (
        (button(t("Join"), press.RoundJoin(number)), button(t("Join by first name"), press.RoundJoin(number, 1))),
        (button(t("Begin"), press.RoundBegin(number)),),
        tuple(
            _choice(label, found.limit_secs == secs, press.RoundSet(number, "limit", secs))
            for secs, label in limits.items()
        ),
        (
            _choice(t("Buttons"), not found.polls, press.RoundSet(number, "polls", 0)),
            _choice(t("Quiz polls"), found.polls, press.RoundSet(number, "polls", 1)),
            _choice(t("Two teams"), found.teams, press.RoundSet(number, "teams", int(not found.teams))),
        ),
        (button(t("Another pack"), press.RoundPacks(number)), button(t("Stop"), press.RoundStop(number))),
    )


def _choice(label: str, chosen: bool, payload: press.InRound) -> Button:
    return button(f"✓ {label}" if chosen else label, payload)


def choice_of_packs(found: rounds.Round, cards: Sequence[PackCard], t: Texts) -> Reply:
    """Which pack shall the round be about?"""
    rows = [
        (button(shorten(card.title, 40), press.RoundPack(found.id, card.id)),)
        for card in cards[:MOST_PACKS]
        if card.items
    ]
    rows.append((button(t("Back"), press.RoundPacks(found.id, 0)),))
    return Reply(t("Which pack shall the round be about?"), tuple(rows), thread=found.thread_id)


def question(scene: RoundScene, t: Texts) -> Reply:
    """The question with its options; once it is closed, its key and how many were right."""
    item, found = scene.item, scene.round
    assert item is not None
    if not scene.is_open:
        return key(scene, t)
    options = option_words(item, scene.seed, t)
    listed = any(len(option) > LONG_OPTION for option in options)
    lines: list[str] = [*_yesterday(scene, t), italic(where(scene, t))]
    if item.context:
        lines += ["", italic(shorten(item.context, 400))]
    lines += ["", bold(shorten(asked(item, t), 800))]
    if listed:
        lines += ["", *(f"{LETTERS[i]}. {escape(shorten(option, 150))}" for i, option in enumerate(options))]
    lines += ["", italic(_rule(found, t)), _count(scene, t)]
    presses = [
        button(
            _label(item, i, option, listed=listed),
            press.RoundAnswer(found.id, scene.position, i),
        )
        for i, option in enumerate(options)
    ]
    in_a_row = 4 if listed else (2 if all(len(one.label) <= 14 for one in presses) else 1)
    rows = [tuple(presses[at : at + in_a_row]) for at in range(0, len(presses), in_a_row)]
    if found.kind is RoundKind.ROUND:
        rows.append(
            (
                button(t("Show the answer"), press.RoundShow(found.id, scene.position)),
                button(t("Stop"), press.RoundStop(found.id)),
            )
        )
    return Reply(Html("\n".join(lines)), tuple(rows), thread=found.thread_id)


def _yesterday(scene: RoundScene, t: Texts) -> list[str]:
    """The key of the question before, above the question of the day."""
    before = scene.before
    if before is None or before.item is None:
        return []
    asked_ = escape(shorten(asked(before.item, t), 300))
    return [bold(t("Last time")), asked_, key_line(before.item, t), right_line(before, t), ""]


def key(scene: RoundScene, t: Texts) -> Reply:
    """The question's key with its sentence, and how many were right; never who."""
    item, found = scene.item, scene.round
    assert item is not None
    lines: list[str] = [italic(where(scene, t)), "", escape(shorten(asked(item, t), 600)), "", key_line(item, t)]
    lines += quoted(item, scene.reading, scene.pack)
    lines += ["", right_line(scene, t)]
    rows: list[tuple[Button, ...]] = [
        (button(t("How did I do?"), press.RoundMine(found.id, scene.position)),),
    ]
    if scene.is_here and found.kind is RoundKind.ROUND:
        label = t("See the result") if found.is_last else t("Next question")
        rows.insert(0, (button(label, press.RoundNext(found.id, scene.position)),))
    return Reply(Html("\n".join(lines)), tuple(rows), thread=found.thread_id)


def result(scene: RoundScene, t: Texts) -> Reply:
    """The end: those with points by place, equal points at one place; the others are not named."""
    found = scene.round
    asked_ = found.position + 1 if found.items else 0
    head = bold(t("The round is over"))
    lines: list[str] = [head, escape(shorten(scene.pack.title, 200)), ""]
    lines += _team_lines(scene, asked_, t)
    ranks = rounds.standing(scene.players, scene.answers)
    shown_ranks = rounds.top(ranks, MOST_NAMES)
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
    if scene.learn and asked_:
        lines.append(t("What you missed comes back to you alone, if you like."))
        rows = ((Button(str(t("Learn these in private")), url=scene.learn),),)
    return Reply(Html("\n".join(lines)), rows, thread=found.thread_id)


def _team_lines(scene: RoundScene, asked_: int, t: Texts) -> list[str]:
    """Both teams with the share of points that they won; of unequal teams the shares are compared."""
    if not scene.round.teams or not asked_:
        return []
    scores = rounds.team_scores(scene.players, scene.answers, asked_)
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


def where(scene: RoundScene, t: Texts) -> Html:
    """Which question of how many, on what."""
    title = shorten(scene.pack.title, 60)
    if scene.round.kind is RoundKind.DAILY:
        return t("Question of the day · {title}", title=title)
    place = t("Question {number} of {total}", number=scene.position + 1, total=len(scene.round.items))
    return place + " · " + title


def right_line(scene: RoundScene, t: Texts) -> Html:
    """How many were right."""
    right, of = rounds.right_of(scene.answers, scene.position)
    if not of:
        return t("Nobody answered.")
    return t("Right: {right} of {of}", right=right, of=of)


def option_words(item: Item, seed: int, t: Texts) -> list[str]:
    """The options as people read them."""
    if isinstance(item, TruthItem):
        return [str(t("True")), str(t("False"))]
    return [shown(item, option, t) for option in item.options(seed)]


def _label(item: Item, index: int, option: str, *, listed: bool) -> str:
    if isinstance(item, TruthItem):
        return option
    return LETTERS[index] if listed else f"{LETTERS[index]}. {shorten(option, 60)}"


def _rule(found: rounds.Round, t: Texts) -> Html:
    if found.limit_secs:
        return t.n(
            "Tap an answer; the first tap counts. It closes in about {count} second.",
            "Tap an answer; the first tap counts. It closes in about {count} seconds.",
            found.limit_secs,
        )
    return t("Tap an answer; the first tap counts.")


def _count(scene: RoundScene, t: Texts) -> Html:
    _, given = rounds.right_of(scene.answers, scene.position)
    if scene.round.kind is RoundKind.DAILY:
        return t("Answers so far: {count}", count=given)
    return t("Answers so far: {count} of {total}", count=given, total=max(scene.joined, given))


def _names(names: Sequence[str], t: Texts) -> str:
    """The names at one place; of very many, how many more there are."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + " " + t.n("and {count} more", "and {count} more", more)
