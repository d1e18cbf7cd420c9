"""How does a question look? Its words, its options as buttons, what has been chosen so far."""

from collections.abc import Sequence

from bot import buttons, sitting_buttons
from bot.render.cut import shorten
from bot.render.pages import MOST_TOLD, button
from bot.render.reply import Button, Reply, Rows
from bot.render.sitting.reading import where_left
from bot.render.sitting.scene import Scene
from bot.render.sitting.words import asked, position, shown
from bot.texts import Html, Texts, bold, escape, italic
from lessons.items import Item, MatchItem, OrderItem, TruthItem
from lessons.items.base import Mode
from lessons.session import Session, SessionKind

LETTERS = "ABCDEFGHIJKL"
OPTIONS_ROOM = 1700
LONG_OPTION = 26
"""Longer options are listed in the text, and the buttons carry their letters only."""


def question(scene: Scene, t: Texts) -> Reply:
    """The question with a button for each way of answering it by a tap."""
    session, item = scene.session, scene.item
    assert item is not None
    options = _in_full(item, [shown(item, option, t) for option in item.options(scene.seed)])
    listed = bool(options) and item.mode in ("one", "many") and any(len(option) > LONG_OPTION for option in options)
    number, total = session.questions
    frightening = bool(scene.away) and total > MOST_TOLD
    where = t("Question {number}", number=number) if frightening else position(session, t)
    if session.kind is not SessionKind.LESSON and scene.pack:
        where += " · " + shorten(scene.pack.title, 60)
    lines: list[str] = [italic(where)]
    if scene.reminder and session.position == 0:
        lines.insert(0, bold(t("Time to remember")) if frightening else _reminder_line(scene, t))
        if scene.mention:
            lines.insert(1, scene.mention)
    if scene.resumed is not None:
        lines.insert(0, where_left(scene.resumed, t))
    if scene.away:
        lines.append(t("Good to see you again. Nothing is lost, and it need not be done at once."))
    if scene.spread:
        lines.append(t("That is enough for today; the rest is spread over the coming days."))
    if item.context:
        lines += ["", italic(shorten(item.context, 400))]
    lines += ["", bold(shorten(asked(item, t), 800))]
    if listed:
        lines += ["", *(f"{LETTERS[i]}. {escape(option)}" for i, option in enumerate(options))]
    lines += _so_far(session, item, options, t)
    lines += ["", italic(how(item.mode, t, item.kind))]
    hint = item.hint(session.hints - 1) if session.hints else None
    if hint:
        lines += ["", t("Hint: {hint}", hint=shorten(hint, 300))]
    rows = (*_option_rows(session, item, options, listed, t), _help_row(scene, item, t))
    if scene.resumed is not None and scene.reading is not None:
        rows = (*rows, (button(t("Read again"), buttons.Reread(session.id, session.position)),))
    if scene.away:
        rows = (*rows, (button(t("Spread it over a week"), sitting_buttons.SpreadOut(7)),))
    if scene.reminder and session.position == 0:
        rows = (*rows, _snooze_row(session, t))
    return Reply(Html("\n".join(lines)), rows, placeholder=None)


def _in_full(item: Item, options: Sequence[str]) -> list[str]:
    """The options as long as the message has room for, at most `OPTIONS_ROOM` in all; some kinds print them twice."""
    times = {"sequence": 2, "pairs": 3}.get(item.mode, 1)
    width = OPTIONS_ROOM // (times * len(options)) if options else 0
    return [shorten(option, max(40, width)) for option in options]


def _reminder_line(scene: Scene, t: Texts) -> Html:
    count = sum(step.kind == "question" for step in scene.session.steps)
    minutes = scene.minutes or max(1, round(count / 3))
    return bold(
        t.n("Time to remember: {count} fact", "Time to remember: {count} facts", count)
        + t.comma
        + t.n("about {count} minute", "about {count} minutes", minutes)
    )


def how(mode: Mode, t: Texts, kind: str = "") -> Html:
    """In which ways a question of that mode, and of that kind, is answered."""
    match mode:
        case "typed":
            if kind == "estimate":
                return t("Type your best guess; the closer, the better.")
            return t("Type your answer.")
        case "many":
            return t("Tick all that are right, then press Done. Or type the letters.")
        case "sequence":
            return t("Tap them in order, first to last. Or type the order, such as “b a c”.")
        case "pairs":
            return t("Tap what belongs to it. Or type pairs, such as “1b 2a”.")
        case _:
            return t("Tap an answer, or type it.")


def _so_far(session: Session, item: Item, options: Sequence[str], t: Texts) -> list[str]:
    if isinstance(item, OrderItem):
        lines = [f"{LETTERS[i]}. {escape(option)}" for i, option in enumerate(options)]
        if session.picked:
            lines += ["", t("Your order so far:")]
            lines += [f"{place}. {escape(options[i])}" for place, i in enumerate(session.picked, 1)]
        return ["", *lines]
    if isinstance(item, MatchItem):
        lines = []
        for place, pair in enumerate(item.answer):
            chosen = escape(options[session.picked[place]]) if place < len(session.picked) else "…"
            arrow = "▸ " if place == len(session.picked) else ""
            lines.append(f"{arrow}{place + 1}. {escape(shorten(pair.left, 100))} → {chosen}")
        return ["", *lines, "", *(f"{LETTERS[i]}. {escape(option)}" for i, option in enumerate(options))]
    return []


def _option_rows(session: Session, item: Item, options: Sequence[str], listed: bool, t: Texts) -> Rows:
    def press(i: int, label: str) -> Button:
        return button(label, buttons.Answer(session.id, session.position, i))

    shown = [i for i in range(len(options)) if item.mode in ("one", "many") or i not in session.picked]
    labels = {i: _label(item, i, options[i], listed, i in session.picked, t) for i in shown}
    in_a_row = 4 if listed and item.mode == "one" else (2 if all(len(label) <= 14 for label in labels.values()) else 1)
    presses = [press(i, labels[i]) for i in shown]
    rows: list[tuple[Button, ...]] = [tuple(presses[i : i + in_a_row]) for i in range(0, len(presses), in_a_row)]
    if item.mode == "many":
        rows.append((button(t("Done"), buttons.Done(session.id, session.position)),))
    if item.mode in ("sequence", "pairs") and session.picked:
        rows.append((button(t("Start again"), buttons.Clear(session.id, session.position)),))
    return tuple(rows)


def _label(item: Item, index: int, option: str, listed: bool, picked: bool, t: Texts) -> str:
    if isinstance(item, TruthItem):
        return str(t("True")) if option == "true" else str(t("False"))
    if item.mode == "many":
        return f"{'☑' if picked else '☐'} {LETTERS[index]}" + ("" if listed else f". {option}")
    return LETTERS[index] if listed else f"{LETTERS[index]}. {shorten(option, 60)}"


def _help_row(scene: Scene, item: Item, t: Texts) -> tuple[Button, ...]:
    session = scene.session
    row = []
    if item.hint(session.hints):
        row.append(button(t("Hint"), buttons.Hint(session.id, session.position)))
    row.append(button(t("I don't know"), buttons.GiveUp(session.id, session.position)))
    return tuple(row)


def _snooze_row(session: Session, t: Texts) -> tuple[Button, ...]:
    return (
        button(t("In an hour"), buttons.Snooze(session.id, session.position, 60)),
        button(t("Not today"), buttons.Snooze(session.id, session.position, 0)),
        button(t("Pause"), buttons.Menu("pause")),
    )
