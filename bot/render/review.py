"""How does a draft look under review? A question as learners will see it, with its key, its sentence and its doubts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import buttons
from bot import teaching_buttons as teaching
from bot.render.class_glance import figures
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply, Rows
from bot.render.sitting.words import asked, short_key, shown
from bot.texts import Html, Texts, bold, escape, italic
from content import mending
from lessons.item_statistics import ItemStatistics
from lessons.items import ChoiceItem, ClozeItem, Item, MatchItem, NumberItem, OrderItem, TruthItem
from lessons.pack import Pack, Reading
from lessons.quote import sentence_of
from lessons.source import READING

LETTERS = "ABCDEFGHIJKL"


@dataclass(frozen=True, slots=True)
class Card:
    """A question under review: its number in the draft, its place in the line, what was decided, what is doubted."""

    pack_id: int
    version: int
    pack: Pack
    item: Item
    number: int
    place: int
    total: int
    decision: str = ""
    flags: Sequence[str] = ()
    mended: bool = False
    can_undo: bool = False
    undecided: int = 0
    show: str = "all"
    published: bool = False
    pending: bool = False
    statistics: ItemStatistics | None = None


def doubts(t: Texts) -> dict[str, Html]:
    """What each flag means, in words."""
    return {
        "disagree": t("the documents disagree here"),
        "twin": t("another question asks the same"),
        "claim": t("the text's own claim, asked as such"),
        "no_quote": t("no sentence of the text proves it"),
        "few_options": t("few wrong answers to choose from"),
        "guess": t("no wrong answers: asked as a guess"),
        "now": t("may be true of one day only"),
        "long": t("a long question"),
        "not_there": t("the answer does not stand in its sentence"),
        "mended_before": t("you mended it before; the text now reads otherwise"),
    }


def card(seen: Card, t: Texts) -> Reply:
    """The question with what a teacher needs to judge it."""
    where = t("Question {number} of {total}", number=seen.place, total=seen.total)
    lines: list[str] = [italic(Html(where + _state(seen, t)))]
    known = doubts(t)
    lines += [Html("⚑ " + known[code]) for code in seen.flags if code in known]
    if seen.item.context:
        lines += ["", italic(shorten(seen.item.context, 400))]
    lines += ["", bold(shorten(asked(seen.item, t), 800)), *answer_lines(seen.item, t)]
    if seen.item.why:
        lines += ["", escape(shorten(seen.item.why, 500))]
    lines += quoted(seen.item, seen.pack)
    if seen.statistics is not None:
        lines += ["", italic(figures(seen.statistics, t))]
    return Reply(Html("\n".join(lines)), _rows(seen, t))


def _state(seen: Card, t: Texts) -> Html:
    words = {"kept": "✔ " + t("kept"), "dropped": "✘ " + t("dropped")}
    said = [words[seen.decision]] if seen.decision in words else []
    said += ["✎ " + t("mended")] if seen.mended else []
    return Html("".join(f" · {one}" for one in said))


def answer_lines(item: Item, t: Texts) -> list[str]:
    """The options with the right one marked; what is typed, with its tolerance."""
    if isinstance(item, TruthItem):
        pair = ((t("True"), item.answer), (t("False"), not item.answer))
        return ["", *(_option(label, right) for label, right in pair)]
    if isinstance(item, OrderItem | MatchItem):
        return ["", *(escape(shorten(line, 200)) for line in item.key.split("\n"))]
    keys = item.key.split("\n") if isinstance(item, ChoiceItem) else [item.key]
    options = item.options(0)
    lines = [
        _option(Html(f"{LETTERS[place]}. ") + shown(item, option, t), option in keys)
        for place, option in enumerate(options)
    ]
    if not options:
        lines = [t("Typed answer: {key}", key=bold(short_key(item, t)))]
    inner = item.answer if isinstance(item, ClozeItem) else item
    if isinstance(inner, NumberItem):
        lines.append(italic(t("Counts as right: {tolerance}", tolerance=_tolerance(inner, t))))
    return ["", *lines]


def _option(label: str, right: bool) -> Html:
    return bold(Html("✔ " + escape(label))) if right else Html("▫ " + escape(label))


def _tolerance(item: NumberItem, t: Texts) -> str:
    said = mending.present(item, "tolerance")
    if not said:
        return t("as usual for such a figure")
    if item.answer.tolerance is not None and item.answer.tolerance.kind == "exact":
        return t("only the very figure")
    if said.endswith("figures"):
        return t("the first {count} digits", count=int(said.split()[0]))
    return said


def quoted(item: Item, pack: Pack) -> list[str]:
    """The sentence that the key rests on, the cited words in bold, and where it stands."""
    cited = next((one for one in item.sources if one.exact), None)
    if cited is None or cited.exact is None:
        return []
    reading = reading_of(pack, item) if cited.ref == READING else None
    if reading is None:
        return ["", f"<blockquote>{escape(shorten(cited.exact, 700))}</blockquote>"]
    before, words, after = sentence_of(reading, cited.exact)
    if len(before) + len(words) + len(after) > 700:
        before, words, after = "", shorten(words, 700), ""
    return ["", f"<blockquote>{escape(before)}{_marked(words, item)}{escape(after)}</blockquote>", _place(item, pack)]


def _marked(words: str, item: Item) -> Html:
    """The cited words with the key in them in bold."""
    at = words.lower().find(item.key.lower())
    if at < 0:
        return escape(words)
    end = at + len(item.key)
    return Html(escape(words[:at]) + bold(words[at:end]) + escape(words[end:]))


def _place(item: Item, pack: Pack) -> Html:
    """The reading that shows the sentence, and the document."""
    reading = reading_of(pack, item)
    source = pack.source(reading.source) if reading and reading.source else None
    named = [reading.title if reading else "", source.title or source.citation if source else ""]
    return italic(Html("— " + " · ".join(escape(shorten(one, 80)) for one in dict.fromkeys(named) if one)))


def reading_of(pack: Pack, item: Item) -> Reading | None:
    """The reading that teaches the item."""
    readings = (reading for lesson in pack.lessons for reading in lesson.readings)
    return next((reading for reading in readings if reading.id == item.reading), None)


def _rows(seen: Card, t: Texts) -> Rows:
    at = (seen.pack_id, seen.version, seen.number)

    def judge(label: str, what: str) -> Button:
        return button(label, teaching.Judge(*at, what))

    dropped = seen.decision == "dropped"
    first = [judge(t("Bring back") if dropped else "✓ " + t("Keep"), "keep")]
    first.append(button("✎ " + t("Mend"), teaching.Mend(*at)))
    if not dropped:
        first.append(judge("✘ " + t("Drop"), "drop"))
    second = [judge("‹ " + t("Back"), "prev")] if seen.place > 1 else []
    second.append(judge(t("Next") + " ›", "next"))
    rows = [tuple(first), tuple(second)]
    if seen.can_undo:
        rows.append((button(t("Undo the last mend"), teaching.UndoMend(seen.pack_id, seen.version)),))
    if seen.undecided and seen.show != "dropped":
        rest = t("Keep all the rest ({count})", count=seen.undecided)
        rows.append((judge(rest, "rest"),))
    if seen.published and seen.pending:
        rows.append((button(t("See what changes"), teaching.Diff(seen.pack_id)),))
    rows.append((button(t("The pack"), teaching.Sheet(seen.pack_id)),))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Done:
    """All questions of the line have been looked at."""

    pack_id: int
    version: int
    title: str
    kept: int
    dropped: int
    flagged: int
    undecided: int
    published: bool
    pending: bool


def done(end: Done, t: Texts) -> Reply:
    """What has been decided, and what comes next."""
    lines: list[str] = [
        bold(shorten(end.title, 200)),
        "",
        t.n("{count} question stays", "{count} questions stay", end.kept + end.undecided)
        + t.comma
        + t.n("{count} is dropped", "{count} are dropped", end.dropped)
        + ".",
    ]
    if end.undecided:
        lines.append(t.n("{count} has not been looked at.", "{count} have not been looked at.", end.undecided))
    rows: list[tuple[Button, ...]] = []
    if end.published:
        if end.pending:
            rows.append((button(t("See what changes"), teaching.Diff(end.pack_id)),))
    else:
        rows.append((button(t("Publish"), teaching.Publish(end.pack_id)),))
    shows = [button(t("All"), teaching.Look(end.pack_id, "all"))]
    if end.flagged:
        shows.append(button(t("Flagged ({count})", count=end.flagged), teaching.Look(end.pack_id, "flagged")))
    if end.dropped:
        shows.append(button(t("Dropped ({count})", count=end.dropped), teaching.Look(end.pack_id, "dropped")))
    rows.append(tuple(shows))
    rows.append((button(t("The pack"), teaching.Sheet(end.pack_id)),))
    return Reply(Html("\n".join(lines)), tuple(rows))


def parts(t: Texts) -> Mapping[str, Html]:
    """What of a question can be mended."""
    return {
        "stem": t("The question"),
        "key": t("The answer"),
        "tolerance": t("How exact"),
        "options": t("The wrong answers"),
        "why": t("The explanation"),
    }


def mend_menu(seen: Card, t: Texts) -> Reply:
    """What shall be mended?"""
    at = (seen.pack_id, seen.version, seen.number)
    names = parts(t)
    lines = [bold(shorten(asked(seen.item, t), 600)), *answer_lines(seen.item, t), "", t("What shall be mended?")]
    labels = [button(names[part], teaching.Mend(*at, part)) for part in mending.parts(seen.item)]
    rows = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    return Reply(Html("\n".join(lines)), (*rows, (button(t("Leave it"), teaching.Judge(*at, "show")),)))


def mend_part(seen: Card, part: mending.Part, t: Texts) -> Reply:
    """The present value, and what to type."""
    how = {
        "stem": t("Send the question in new words."),
        "key": t("Send the right answer, with its unit."),
        "tolerance": t("Send how far off still counts: “2 %”, “5” or “exact”."),
        "options": t("Send the wrong answers, one a line, or “none”: then the answer is typed."),
        "why": t("Send what is shown after the answer, or “none”."),
    }
    if isinstance(seen.item, ClozeItem) and part == "stem":
        how["stem"] = t("Send the sentence in new words, with ____ for what is to be filled in.")
    now = mending.present(seen.item, part)
    lines: list[str] = [how[part]]
    if now:
        lines += ["", t("Now it says (tap to copy):"), f"<code>{escape(shorten(now, 1500))}</code>"]
    back = teaching.Mend(seen.pack_id, seen.version, seen.number)
    return Reply(Html("\n".join(lines)), ((button(t("Leave it"), back),),))


def mend_sure(seen: Card, proposed: Item, t: Texts) -> Reply:
    """The new key does not stand in the sentence that the question cites."""
    lines = [
        t("“{key}” does not stand in the sentence that this question rests on:", key=short_key(proposed, t)),
        *quoted(proposed, seen.pack),
        "",
        t("Learners are shown that sentence with the answer. Take your answer all the same?"),
    ]
    rows = (
        (button(t("Yes, take it"), teaching.Sure(seen.pack_id, seen.version, 1)),),
        (button(t("No, leave it"), teaching.Sure(seen.pack_id, seen.version, 0)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def back_to_pack(pack_id: int, t: Texts) -> tuple[Button, ...]:
    """The way back to the teacher's page of the pack."""
    return (button(t("The pack"), teaching.Sheet(pack_id)), button(t("My packs"), buttons.Menu("teach")))
