"""How do a teacher's pages look? Home, one pack, publishing, a correction's difference, what to send."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import buttons, class_buttons
from bot import teaching_buttons as teaching
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.render.review import back_to_pack
from bot.texts import Html, Texts, bold, escape, italic
from content.exchange import FORMATS
from content.exchange.report import Report
from content.exchange.sentences import sentence
from lessons.items import Item
from storage.packs import DRAFT, PackCard

MOST_PACKS = 30
MOST_LOSSES = 5
SHOWN = 5
"""So many of one kind of change are told word by word."""


@dataclass(frozen=True, slots=True)
class Home:
    """A teacher's packs, and which of them have something that learners do not."""

    cards: Sequence[PackCard]
    pending: frozenset[int]
    owner: bool
    limit_mb: int
    a_day: int


def home(page: Home, t: Texts) -> Reply:
    """Where a teacher begins: drafts first, then what learners have, then what can be sent."""
    lines: list[str] = [bold(t("For teachers"))]
    cards = sorted(page.cards, key=lambda card: card.status != DRAFT)[:MOST_PACKS]
    if cards:
        lines.append("")
        lines += [f"{bold(shorten(card.title, 70))} · {_standing(card, card.id in page.pending, t)}" for card in cards]
    lines += [
        "",
        t(
            "Send me a document, and I draft a pack from it: text, Markdown, HTML, PDF, Word, OpenDocument or EPUB. "
            "Or paste a text."
        ),
        t("Ready questions too: a pack, GIFT, Moodle XML, Anki, CSV, Excel, Kahoot, Quizlet, Aiken, QTI, H5P."),
        italic(
            t(
                "At most {megabytes} MB and 300 pages a file, {count} files a day. A file is not kept.",
                megabytes=page.limit_mb,
                count=page.a_day,
            )
        ),
    ]
    rows: list[tuple[Button, ...]] = [
        (button(("✎ " if card.status == DRAFT else "") + shorten(card.title, 40), teaching.Sheet(card.id)),)
        for card in cards
    ]
    rows.append((button(t("Classes"), buttons.Menu("classes")), button(t("Write a question"), buttons.Menu("write"))))
    if page.owner:
        rows.append((button(t("Teachers"), buttons.Menu("teachers")),))
    return Reply(Html("\n".join(lines)), tuple(rows))


def _standing(card: PackCard, pending: bool, t: Texts) -> Html:
    """Who has it, and whether something waits."""
    names = {DRAFT: t("draft"), "private": t("for your classes"), "public": t("for everybody")}
    said = names.get(card.status) or Html(card.status)
    count = t.n("{count} question", "{count} questions", card.items)
    waiting = " · " + t("changes wait") if pending and card.status != DRAFT else Html("")
    return Html(f"{said} · {count}{waiting}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One pack as its teacher sees it."""

    card: PackCard
    pending: bool
    undecided: int
    flagged: int
    learners: int
    reports: int
    link: str
    disagree: int = 0
    own: bool = True


def sheet(page: Sheet, t: Texts) -> Reply:
    """The teacher's page of a pack: how it stands and what can be done."""
    card = page.card
    lines: list[str] = [bold(shorten(card.title, 200)), _standing(card, page.pending, t)]
    if page.undecided and page.pending:
        lines.append(t.n("{count} question to look at", "{count} questions to look at", page.undecided))
    if page.flagged and page.pending:
        lines.append(t.n("⚑ {count} with a doubt", "⚑ {count} with a doubt", page.flagged))
    if page.learners:
        lines.append(t.n("{count} person studies it", "{count} people study it", page.learners))
    if page.reports:
        lines.append(t.n("{count} report waits for you", "{count} reports wait for you", page.reports))
    if card.status == "public":
        lines += ["", t("The link to it: {link}", link=page.link)]
    rows = [*_main_rows(page, t)]
    if page.reports:
        rows.append((button(t("Reports ({count})", count=page.reports), teaching.Reported(card.id)),))
    rows.append(
        (
            button(t("Add a document"), teaching.Await(card.id, "join")),
            button(t("Send a corrected text"), teaching.Await(card.id, "correct")),
        )
    )
    if card.status == DRAFT:
        rows.append((button(t("This corrects …"), teaching.Corrects(card.id)),))
    if page.disagree:
        rows.append((button(t("Where the documents disagree"), teaching.Disagree(card.id)),))
    if card.status != DRAFT:
        rows.append((button(t("How hard they are"), class_buttons.PackFigures(card.id)),))
    rows.append(
        (button(t("As a file"), teaching.AsFile(card.id)), button(t("Other formats"), teaching.AsFile(card.id, "ask")))
    )
    if page.own:
        rows.append((button(t("Authors"), teaching.Authors(card.id)), button(t("Delete"), teaching.Delete(card.id))))
    rows.append((button(t("My packs"), buttons.Menu("teach")),))
    return Reply(Html("\n".join(lines)), tuple(rows))


def _main_rows(page: Sheet, t: Texts) -> list[tuple[Button, ...]]:
    card = page.card
    look = button(t("Look through") if page.pending else t("Questions"), teaching.Look(card.id, "all"))
    if card.status == DRAFT:
        return [(look, button(t("Publish"), teaching.Publish(card.id)))]
    rows: list[tuple[Button, ...]] = [(look, button(t("Learn"), buttons.Learn(card.id)))]
    if page.pending:
        rows.append((button(t("See what changes"), teaching.Diff(card.id)),))
    if card.status == "private":
        rows.append((button(t("Give it to everybody"), teaching.Publish(card.id, "public")),))
    else:
        rows.append((button(t("Only for my classes"), teaching.Publish(card.id, "private")),))
    return rows


def publish(card: PackCard, undecided: int, t: Texts) -> Reply:
    """To whom?"""
    lines: list[str] = [bold(shorten(card.title, 200)), "", t("Who shall learn from it?")]
    if undecided:
        lines.insert(
            1,
            t.n(
                "{count} question has not been looked at; it is published as it is.",
                "{count} questions have not been looked at; they are published as they are.",
                undecided,
            ),
        )
    rows = (
        (button(t("My classes"), teaching.Publish(card.id, "private")),),
        (button(t("Everybody here"), teaching.Publish(card.id, "public")),),
        (button(t("Not yet"), teaching.Sheet(card.id)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def published(card: PackCard, link: str, t: Texts) -> Reply:
    """Done, and how learners come to it."""
    count = t.n("{count} question", "{count} questions", card.items)
    lines: list[str] = [bold(t("Published: {title}", title=shorten(card.title, 160))), count, ""]
    if card.status == "public":
        lines += [t("Everybody finds it under /packs. The link to it:"), escape(link)]
    else:
        lines += [t("Your classes learn from it once you assign it to them; you can try it yourself.")]
    rows = (
        (button(t("Try it"), buttons.Learn(card.id)), button(t("Classes"), buttons.Menu("classes"))),
        back_to_pack(card.id, t),
    )
    return Reply(Html("\n".join(lines)), rows)


@dataclass(frozen=True, slots=True)
class Diff:
    """A correction beside what learners have; `items` and `old` by id, as they will be and as they are."""

    pack_id: int
    version: int
    title: str
    kept: int
    reworded: Sequence[str]
    corrected: Sequence[str]
    new: Sequence[str]
    retired: Sequence[str]
    items: Mapping[str, Item]
    old: Mapping[str, Item]
    learners: int


def diff(page: Diff, t: Texts) -> Reply:
    """What the correction changes, before it takes effect."""
    lines: list[str] = [bold(t("What changes in {title}", title=shorten(page.title, 120))), ""]
    lines.append(t.n("{count} question stays as it is.", "{count} questions stay as they are.", page.kept))
    lines += _changes(page, t)
    if page.corrected:
        lines += [
            "",
            t(
                "Where the answer changes, what was answered is scored again, each learner concerned is told once, "
                "and the question comes back within a day."
            ),
        ]
    if page.learners:
        known = t.n("{count} person studies this pack", "{count} people study this pack", page.learners)
        lines += ["", italic(known + ". " + t("Schedules of what stays or is reworded are kept."))]
    nothing = not (page.corrected or page.reworded or page.new or page.retired)
    first = [] if nothing else [button(t("Apply"), teaching.Apply(page.pack_id, page.version))]
    first.append(button(t("Cancel"), teaching.TakeBack(page.pack_id, page.version)))
    rows: list[tuple[Button, ...]] = [tuple(first), (button(t("Look through"), teaching.Look(page.pack_id, "all")),)]
    if page.new and page.retired:
        rows.append((button(t("It is a new pack"), teaching.Separate(page.pack_id, page.version)),))
    return Reply(Html("\n".join(lines)), (*rows, back_to_pack(page.pack_id, t)))


def _changes(page: Diff, t: Texts) -> list[str]:
    lines: list[str] = []
    for heading, names in (
        (t.n("{count} answer changes:", "{count} answers change:", len(page.corrected)), page.corrected),
        (t.n("{count} is reworded:", "{count} are reworded:", len(page.reworded)), page.reworded),
        (t.n("{count} is new:", "{count} are new:", len(page.new)), page.new),
        (t.n("{count} is retired:", "{count} are retired:", len(page.retired)), page.retired),
    ):
        if not names:
            continue
        lines += ["", bold(heading), *(_change(page, name, t) for name in names[:SHOWN])]
        if len(names) > SHOWN:
            lines.append(t("and {count} more", count=len(names) - SHOWN))
    return lines


def _change(page: Diff, name: str, t: Texts) -> Html:
    item, old = page.items.get(name), page.old.get(name)
    question = shorten((item or old).prompt if item or old else name, 140)  # type: ignore[union-attr]
    if name in page.corrected and item is not None and old is not None:
        keys = (shorten(_key(old), 60), shorten(_key(item), 60))
        return Html(f"• {escape(question)}\n   {escape(keys[0])} → {bold(keys[1])}")
    return Html("• ") + escape(question)


def _key(item: Item) -> str:
    return item.key.replace("\n", " · ")


def applied(title: str, counts: Mapping[str, Any], pack_id: int, t: Texts) -> Reply:
    """The correction has taken effect."""
    lines: list[str] = [bold(t("Corrected: {title}", title=shorten(title, 160)))]
    if counts.get("corrected"):
        lines.append(t.n("{count} answer was corrected.", "{count} answers were corrected.", int(counts["corrected"])))
        lines.append(t("Those who had answered are scored again and told."))
    return Reply(Html("\n".join(lines)), (back_to_pack(pack_id, t),))


def await_document(card: PackCard, purpose: str, limit_mb: int, t: Texts) -> Reply:
    """What to send now."""
    if purpose == "join":
        text = t("Send the document that shall join “{title}”.", title=shorten(card.title, 120))
    else:
        text = t(
            "Send the corrected document, or the pack as you mended it, of “{title}”. Nothing changes before you have "
            "seen what would.",
            title=shorten(card.title, 120),
        )
    limit = italic(t("At most {megabytes} MB.", megabytes=limit_mb))
    return Reply(Html(f"{text}\n{limit}"), ((button(t("Never mind"), teaching.Sheet(card.id)),),))


def delete(card: PackCard, learners: int, t: Texts) -> Reply:
    """Asks before a pack goes."""
    lines: list[str] = [t("Delete “{title}”?", title=shorten(card.title, 160))]
    if learners:
        lines.append(
            t.n(
                "{count} person studies it: nothing of it will be asked any more.",
                "{count} people study it: nothing of it will be asked any more.",
                learners,
            )
        )
    rows = (
        (button(t("Yes, delete it"), teaching.Delete(card.id, 1)),),
        (button(t("No, keep it"), teaching.Sheet(card.id)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def corrects(pack_id: int, cards: Sequence[PackCard], t: Texts) -> Reply:
    """Which published pack is this a corrected version of?"""
    if not cards:
        return Reply(t("You have published nothing yet that it could correct."), (back_to_pack(pack_id, t),))
    rows = tuple((button(shorten(card.title, 40), teaching.Corrects(pack_id, card.id)),) for card in cards[:MOST_PACKS])
    return Reply(t("Which pack does it correct?"), (*rows, back_to_pack(pack_id, t)))


def formats(pack_id: int, title: str, t: Texts) -> Reply:
    """In which format?"""
    labels = [button(one.title, teaching.AsFile(pack_id, one.name)) for one in FORMATS.values() if one.writes]
    rows = tuple(tuple(labels[start : start + 2]) for start in range(0, len(labels), 2))
    return Reply(t("“{title}” in which format?", title=shorten(title, 120)), (*rows, back_to_pack(pack_id, t)))


def lost(report: Report, t: Texts) -> list[str]:
    """What a pack loses in another program's format: how many questions, and what, the most frequent first."""
    named = {note.item for note in report.changed if note.item}
    counted = Counter(sentence(note.code, note.field, note.data) for note in report.changed)
    lines: list[str] = []
    if named:
        lines.append(
            t.n(
                "{count} question loses something in this format.",
                "{count} questions lose something in this format.",
                len(named),
            )
        )
    return [*lines, *(escape(f"• {shorten(said, 110)} ({count})") for said, count in counted.most_common(MOST_LOSSES))]


def file(name: str, data: bytes, said: str, t: Texts) -> Reply:
    """The pack as a file."""
    return Reply(Html(said), document=(name, data))


def disagree(pack_id: int, pairs: Sequence[Mapping[str, Any]], t: Texts) -> Reply:
    """What two documents tell differently, side by side."""
    lines: list[str] = [bold(t("Where the documents disagree"))]
    for pair in pairs[:8]:
        lines.append("")
        for side in (pair["one"], pair["other"]):
            said, where = bold(shorten(side["words"], 60)), shorten(side["document"], 40)
            lines.append(f"{said} — {italic(where)}")
            lines.append(f"<blockquote>{escape(shorten(side['sentence'], 180))}</blockquote>")
    if len(pairs) > 8:
        lines += ["", t("and {count} more", count=len(pairs) - 8)]
    return Reply(Html("\n".join(lines)), (back_to_pack(pack_id, t),))
