"""How does a round's question look? Its options while it is open, its key once it is closed; never who was wrong."""

from bot import group_buttons as press
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.render.round_scene import RoundScene, option_words, right_line, where
from bot.render.sitting.key import key_line, quoted
from bot.render.sitting.question import LETTERS, LONG_OPTION
from bot.render.sitting.words import asked
from bot.texts import Html, Texts, bold, escape, italic
from lessons.items import Item, TruthItem
from lessons.round import Round, RoundKind
from lessons.round_scores import right_of


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


def _label(item: Item, index: int, option: str, *, listed: bool) -> str:
    if isinstance(item, TruthItem):
        return option
    return LETTERS[index] if listed else f"{LETTERS[index]}. {shorten(option, 60)}"


def _rule(found: Round, t: Texts) -> Html:
    if found.limit_secs:
        return t.n(
            "Tap an answer; the first tap counts. It closes in about {count} second.",
            "Tap an answer; the first tap counts. It closes in about {count} seconds.",
            found.limit_secs,
        )
    return t("Tap an answer; the first tap counts.")


def _count(scene: RoundScene, t: Texts) -> Html:
    _, given = right_of(scene.answers, scene.position)
    if scene.round.kind is RoundKind.DAILY:
        return t("Answers so far: {count}", count=given)
    return t("Answers so far: {count} of {total}", count=given, total=max(scene.joined, given))
