"""How does a sitting look? Its reading, its question, its outcome, its summary: whatever the session's state says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import buttons
from bot.render import lesson_text
from bot.render.cut import shorten
from bot.render.reasons import explain
from bot.render.reply import Button, Reply, Rows
from bot.texts import Html, Texts, bold, escape, italic
from lessons import days
from lessons.enrollment import Learner
from lessons.grade import Band
from lessons.items import ClozeItem, EstimateItem, FirstItem, Item, MatchItem, NumberItem, OrderItem, TruthItem
from lessons.pack import Lesson, Pack, Reading
from lessons.quote import sentence_of
from lessons.session import Phase, Result, Session, SessionKind
from lessons.source import READING, Citation

LETTERS = "ABCDEFGHIJKL"
LONG_OPTION = 26
"""Longer options are listed in the text, and the buttons carry their letters only."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to show a session: loaded by `views`, drawn here.

    `reading` is the one to read, or the one that teaches `item`. `next_due` is when the item just answered comes back.
    `missed` are the items to repeat; `due_next` the learner's next review of all.
    """

    session: Session
    learner: Learner
    now: datetime
    pack: Pack | None = None
    lesson: Lesson | None = None
    reading: Reading | None = None
    item: Item | None = None
    seed: int = 0
    next_due: datetime | None = None
    missed: Sequence[Item] = ()
    due_next: datetime | None = None
    more_lessons: bool = False
    reminder: bool = False


def draw(scene: Scene, t: Texts) -> list[Reply]:
    """The messages that show this scene, the live one last."""
    match scene.session.phase:
        case Phase.READING:
            return _reading(scene, t)
        case Phase.ASKING:
            return [_question(scene, t)]
        case Phase.ANSWERED:
            return [_outcome(scene, t)]
        case Phase.SUMMARY:
            return [_summary(scene, t)]
        case _:
            return [Reply(t("This sitting is closed. Your progress is kept. /learn goes on, /review repeats."))]


# Reading


def _reading(scene: Scene, t: Texts) -> list[Reply]:
    session, reading = scene.session, scene.reading
    assert reading is not None
    texts = lesson_text.parts(reading)
    readings = [step for step in session.steps if step.kind == "reading"]
    number = sum(step.kind == "reading" for step in session.steps[: session.position + 1])
    minutes = max(1, round(len(reading.text.split()) / 180))
    head = [bold(shorten(reading.title, 200))]
    head.append(
        italic(
            t("Reading {number} of {total}", number=number, total=len(readings))
            + " · "
            + t.n("about {count} minute", "about {count} minutes", minutes)
        )
    )
    if scene.pack and scene.pack.notice and number == 1:
        head.append(Html(f"<blockquote>{escape(shorten(scene.pack.notice, 400))}</blockquote>"))
    texts[0] = Html("\n".join(head) + "\n\n" + texts[0])
    credit = _credit(scene, reading)
    if credit:
        texts[-1] = Html(texts[-1] + "\n\n" + italic(t("Source: {credit}", credit=credit)))
    count = _questions_after(session)
    label = t.n("Ask me {count} question", "Ask me {count} questions", count) if count else t("Go on")
    rows: Rows = ((_button(label, buttons.Next(session.id, session.position)),),)
    return [*(Reply(text) for text in texts[:-1]), Reply(texts[-1], rows)]


def _questions_after(session: Session) -> int:
    """Questions until the next reading."""
    count = 0
    for step in session.steps[session.position + 1 :]:
        if step.kind == "reading":
            break
        count += 1
    return count


def _credit(scene: Scene, reading: Reading) -> str:
    source = scene.pack.source(reading.source) if scene.pack and reading.source else None
    return shorten(source.citation, 300) if source else ""


# Question


def _question(scene: Scene, t: Texts) -> Reply:
    session, item = scene.session, scene.item
    assert item is not None
    options = [t.figures(option) if _is_figure(item) else option for option in item.options(scene.seed)]
    listed = bool(options) and item.mode in ("one", "many") and any(len(option) > LONG_OPTION for option in options)
    lines: list[str] = [italic(_progress(session, t))]
    if scene.reminder and session.position == 0:
        lines.insert(0, _reminder_line(session, t))
    if session.kind is not SessionKind.LESSON and scene.pack:
        lines[-1] = italic(lines[-1][3:-4] + " · " + escape(shorten(scene.pack.title, 60)))
    if item.context:
        lines += ["", italic(shorten(item.context, 400))]
    lines += ["", bold(shorten(_asked(item, t), 900))]
    if listed:
        lines += ["", *(f"{LETTERS[i]}. {escape(shorten(option, 300))}" for i, option in enumerate(options))]
    lines += _so_far(session, item, options, t)
    lines += ["", italic(_how(item, t))]
    for number in range(session.hints):
        hint = item.hint(number)
        if hint:
            lines += ["", t("Hint: {hint}", hint=shorten(hint, 300))]
    rows = (*_option_rows(session, item, options, listed, t), _help_row(scene, item, t))
    if scene.reminder and session.position == 0:
        rows = (*rows, _snooze_row(session, t))
    return Reply(Html("\n".join(lines)), rows, placeholder=None)


def _asked(item: Item, t: Texts) -> str:
    if isinstance(item, TruthItem):
        return t("True or false?") + " " + item.prompt
    return item.prompt


def _progress(session: Session, t: Texts) -> Html:
    number, total = session.questions
    return t("Question {number} of {total}", number=number, total=total)


def _reminder_line(session: Session, t: Texts) -> Html:
    count = sum(step.kind == "question" for step in session.steps)
    minutes = max(1, round(count / 3))
    return bold(
        t.n("Time to remember: {count} fact", "Time to remember: {count} facts", count)
        + ", "
        + t.n("about {count} minute", "about {count} minutes", minutes)
    )


def _how(item: Item, t: Texts) -> Html:
    match item.mode:
        case "typed":
            if item.kind == "estimate":
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
            lines.append(f"{arrow}{place + 1}. {escape(pair.left)} → {chosen}")
        return ["", *lines, "", *(f"{LETTERS[i]}. {escape(option)}" for i, option in enumerate(options))]
    return []


def _option_rows(session: Session, item: Item, options: Sequence[str], listed: bool, t: Texts) -> Rows:
    def press(i: int, label: str) -> Button:
        return _button(label, buttons.Answer(session.id, session.position, i))

    shown = [i for i in range(len(options)) if item.mode in ("one", "many") or i not in session.picked]
    labels = {i: _label(item, i, options[i], listed, i in session.picked, t) for i in shown}
    in_a_row = 4 if listed and item.mode == "one" else (2 if all(len(label) <= 14 for label in labels.values()) else 1)
    presses = [press(i, labels[i]) for i in shown]
    rows: list[tuple[Button, ...]] = [tuple(presses[i : i + in_a_row]) for i in range(0, len(presses), in_a_row)]
    if item.mode == "many":
        rows.append((_button(t("Done"), buttons.Done(session.id, session.position)),))
    if item.mode in ("sequence", "pairs") and session.picked:
        rows.append((_button(t("Start again"), buttons.Clear(session.id, session.position)),))
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
        row.append(_button(t("Hint"), buttons.Hint(session.id, session.position)))
    row.append(_button(t("I don't know"), buttons.GiveUp(session.id, session.position)))
    return tuple(row)


def _snooze_row(session: Session, t: Texts) -> tuple[Button, ...]:
    return (
        _button(t("In an hour"), buttons.Snooze(session.id, session.position, 60)),
        _button(t("Not today"), buttons.Snooze(session.id, session.position, 0)),
        _button(t("Pause"), buttons.Menu("pause")),
    )


# Outcome


def _outcome(scene: Scene, t: Texts) -> Reply:
    session, item = scene.session, scene.item
    assert item is not None
    result = session.results[-1]
    lines: list[str] = [italic(_progress(session, t)), "", escape(shorten(_asked(item, t), 600)), ""]
    lines.append(bold(_judged(result, t)))
    if result.said and result.grade.reason != "gave_up":
        understood = result.grade.understood
        heard = f"{result.said} ({understood})" if understood and understood != result.said else result.said
        heard = t.figures(heard) if _is_figure(item) else heard
        lines.append(t("You said: {said}", said=shorten(heard.replace("\n", ", "), 300)))
    reason = explain(result.grade, t)
    if reason:
        lines.append(reason)
    if result.grade.feedback:
        lines.append(escape(shorten(result.grade.feedback, 400)))
    lines += ["", _key_line(item, t)]
    if item.why:
        lines += [escape(shorten(item.why, 600))]
    lines += _quoted(scene, item, t)
    if scene.next_due:
        lines += ["", italic(_comes_back(scene, t))]
    return Reply(Html("\n".join(lines)), _outcome_rows(scene, t))


def _judged(result: Result, t: Texts) -> Html:
    match result.grade.band:
        case Band.RIGHT:
            return Html("✔ " + (t("Right, with a hint.") if result.hints else t("Right.")))
        case Band.PARTIAL:
            return Html("◐ " + t("Partly right."))
        case _:
            return Html("✘ " + t("Not this time."))


def _key_line(item: Item, t: Texts) -> Html:
    key = _short_key(item, t) if "\n" not in item.key else item.key
    if isinstance(item, TruthItem):
        key = t("True") if item.answer else t("False")
    if isinstance(item, FirstItem):
        earlier, later = item.answer
        dated = [f"{entry.text} ({entry.date})" if entry.date else entry.text for entry in (earlier, later)]
        return t("First {earlier}, then {later}.", earlier=bold(dated[0]), later=dated[1])
    if "\n" in key:
        return Html(t("Answer:") + "\n" + bold(shorten(key, 800)))
    return t("Answer: {key}", key=bold(shorten(key, 500)))


def _quoted(scene: Scene, item: Item, t: Texts) -> list[str]:
    """The sentence that the key rests on, and where it stands."""
    lines: list[str] = []
    named: list[str] = []
    for citation in item.sources:
        if citation.exact and not lines:
            lines += ["", f"<blockquote>“{_sentence(scene, citation)}”</blockquote>"]
        if citation.ref == READING:
            if scene.reading:
                named.append(escape(shorten(scene.reading.title, 100)))
        elif scene.pack:
            source = scene.pack.source(citation.ref)
            if source:
                named.append(escape(shorten(source.citation, 250)))
    if named:
        lines.append(italic(Html("— " + "; ".join(dict.fromkeys(named)))))
    return lines


def _sentence(scene: Scene, citation: Citation) -> Html:
    """The cited words inside their sentence, where the reading is at hand."""
    assert citation.exact is not None
    if scene.reading is None or citation.ref != READING:
        return escape(shorten(citation.exact, 700))
    before, words, after = sentence_of(scene.reading, citation.exact)
    if len(before) + len(words) + len(after) > 700:
        before, after = "", ""
    return Html(escape(before) + bold(shorten(words, 700)) + escape(after))


def _comes_back(scene: Scene, t: Texts) -> Html:
    assert scene.next_due is not None
    kept = scene.learner.preferences
    then, today = (days.study_day(moment, kept.zone, kept.rollover_hour) for moment in (scene.next_due, scene.now))
    return t.n("I will ask this again tomorrow.", "I will ask this again in {count} days.", (then - today).days)


def _outcome_rows(scene: Scene, t: Texts) -> Rows:
    session = scene.session
    at = (session.id, session.position)
    last = session.position + 1 >= len(session.steps)
    first = [_button(t("Finish") if last else t("Next"), buttons.Next(*at))]
    second = [_button(t("Undo"), buttons.Undo(*at))]
    if scene.reading is not None:
        second.append(_button(t("Read again"), buttons.Reread(*at)))
    second.append(_button(t("Report"), buttons.Report(*at)))
    return (tuple(first), tuple(second))


# Summary


def _summary(scene: Scene, t: Texts) -> Reply:
    session = scene.session
    right, asked = session.score
    lines: list[str] = [bold(t("Done.") if asked else t("Nothing left to ask here."))]
    if asked:
        lines.append(t("{right} of {asked} right.", right=right, asked=asked))
    if scene.missed:
        lines += ["", t("To look at again:")]
        lines += [
            f"• {escape(shorten(item.prompt, 120))} — {bold(shorten(_short_key(item, t), 80))}"
            for item in scene.missed[:8]
        ]
    if scene.due_next:
        when = t.moment(scene.due_next, scene.learner.preferences.zone)
        lines += ["", t("Your next review: {when}.", when=when)]
    rows: list[tuple[Button, ...]] = []
    at = (session.id, session.position)
    if scene.missed:
        label = t.n("Only the one I missed", "Only the {count} I missed", len(scene.missed))
        rows.append((_button(label, buttons.Missed(*at)),))
    if scene.more_lessons and session.pack_id:
        rows.append((_button(t("Go on learning"), buttons.Learn(session.pack_id)),))
    rows.append((_button(t("My progress"), buttons.Menu("progress")), _button(t("Packs"), buttons.Menu("packs"))))
    return Reply(Html("\n".join(lines)), tuple(rows))


def _short_key(item: Item, t: Texts) -> str:
    if isinstance(item, TruthItem):
        return t("True") if item.answer else t("False")
    key = item.key.replace("\n", " → ")
    return t.figures(key) if _is_figure(item) else key


def _is_figure(item: Item) -> bool:
    return isinstance(item, NumberItem | EstimateItem) or (
        isinstance(item, ClozeItem) and isinstance(item.answer, NumberItem)
    )


def _button(label: str, payload: buttons.Payload) -> Button:
    return Button(str(label), buttons.pack(payload))
