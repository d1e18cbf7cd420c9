"""How does a document become a pack before the teacher's eyes? One message, edited as the work goes on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import teaching_buttons as teaching
from bot.render.cut import shorten
from bot.render.import_notes import note_line
from bot.render.pages import button
from bot.render.reply import Button, Reply, Rows
from bot.render.skipped import reason
from bot.texts import Html, Texts, bold, escape, italic
from lessons.pack import Pack

BAR = 10


def building(name: str, stage: str, share: float, t: Texts, *, others: int = 0) -> Reply:
    """Work in progress: its stage in words and as a bar. `others` came with it and join the same pack."""
    stages = {
        "waiting": t("waiting its turn"),
        "read": t("reading"),
        "facts": t("finding figures and dates"),
        "questions": t("writing questions"),
    }
    full = round(share * BAR)
    bar = "▓" * full + "░" * (BAR - full)
    doing = stages.get(stage) or t("working")
    called = bold(shorten(name, 80))
    if others:
        called = t.n("{name} and {count} more", "{name} and {count} more", others, name=called)
    return Reply(t("{name}: {stage}", name=called, stage=doing) + f"\n{bar}")


def offer(upload_id: int, words: int, t: Texts) -> Reply:
    """A long text came as a message: shall a pack be built from it?"""
    text = t.n(
        "That is a text of {count} word. Shall I draft a pack from it?",
        "That is a text of {count} words. Shall I draft a pack from it?",
        words,
    )
    note = italic(t("It is kept until you publish or delete the pack."))
    yes = button(t("Yes, draft a pack"), teaching.Offered(upload_id, 1))
    return Reply(Html(f"{text}\n{note}"), ((yes, button(t("No"), teaching.Offered(upload_id, 0))),))


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a document: the pack, the report, and as what it came: "new", "again" or "correction"."""

    pack: Pack
    pack_id: int
    report: Mapping[str, Any] | None
    came: str = "new"
    flagged: int = 0
    disagree: int = 0
    documents: int = 1
    together: bool = False
    pasted: bool = False


def built(made: Built, t: Texts) -> Reply:
    """The outcome: what the draft holds, what was left out and why, and what to do with it."""
    pack, report = made.pack, made.report or {}
    readings = sum(len(lesson.readings) for lesson in pack.lessons)
    items = sum(len(lesson.items) for lesson in pack.lessons)
    lines: list[str] = [
        bold(shorten(pack.title, 200)),
        t.n("{count} reading", "{count} readings", readings)
        + t.comma
        + t.n("{count} question", "{count} questions", items),
    ]
    if made.documents > 1:
        lines.append(t.n("from {count} document", "from {count} documents", made.documents))
    if made.together:
        lines.append(italic(t("They came together, so they are one draft. For a pack of each, send them one by one.")))
    if pack.notice:
        lines += ["", escape(shorten(pack.notice, 300))]
    if "skipped" in report:
        found = t("Found: dates {dates}, figures {figures}.", dates=report["dates"], figures=report["figures"])
        lines += ["", found, *_skipped(report["skipped"], t)]
    if "refused" in report:
        lines += _imported(report, t)
    if made.flagged:
        lines += ["", t.n("⚑ {count} question with a doubt", "⚑ {count} questions with a doubt", made.flagged)]
    if made.disagree:
        lines.append(
            t.n(
                "⚑ The documents disagree in {count} place", "⚑ The documents disagree in {count} places", made.disagree
            )
        )
    lines += ["", italic(_what_now(made, t))]
    return Reply(Html("\n".join(lines)), _next_rows(made, t))


def _what_now(made: Built, t: Texts) -> Html:
    if made.came == "correction":
        return t("You have published this pack. Nothing changes for learners before you apply it.")
    if made.pasted:
        return t("A draft: nobody but you sees it before you publish it. Your text is kept until then.")
    return t("A draft: nobody but you sees it before you publish it. The file itself is not kept.")


def _next_rows(made: Built, t: Texts) -> Rows:
    pack_id = made.pack_id
    if made.came == "correction":
        return (
            (button(t("See what changes"), teaching.Diff(pack_id)),),
            (button(t("Look through"), teaching.Look(pack_id)), button(t("The pack"), teaching.Sheet(pack_id))),
        )
    add = button(t("Add a document"), teaching.Await(pack_id, "join"))
    rows: list[tuple[Button, ...]] = [
        (button(t("Look through"), teaching.Look(pack_id)), button(t("Publish all"), teaching.Publish(pack_id))),
        (add, button(t("As a file"), teaching.AsFile(pack_id))),
    ]
    if made.disagree:
        rows.append((button(t("Where the documents disagree"), teaching.Disagree(pack_id)),))
    rows.append((button(t("Delete"), teaching.Delete(pack_id)), button(t("The pack"), teaching.Sheet(pack_id))))
    return tuple(rows)


def _imported(report: Mapping[str, Any], t: Texts) -> list[str]:
    """Questions of another program: how many came, what changed in meaning, what was refused and why."""
    lines: list[str] = ["", t.n("{count} question came in.", "{count} questions came in.", int(report["imported"]))]
    for heading, notes in ((t("Changed in meaning:"), report["changed"]), (t("Refused:"), report["refused"])):
        told = list(dict.fromkeys(note_line(note, t) for note in notes))
        if told:
            lines += ["", bold(heading), *(f"• {words}" for words in told[:6])]
            if len(told) > 6:
                lines.append(t("and {count} more", count=len(told) - 6))
    return lines


def _skipped(skipped: Sequence[Mapping[str, Any]], t: Texts) -> list[str]:
    """Not asked, by reason: how many, and an example of each."""
    if not skipped:
        return []
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for entry in skipped:
        groups.setdefault(entry["reason"], []).append(entry)
    ordered = sorted(groups.items(), key=lambda group: -sum(entry["count"] for entry in group[1]))
    lines = ["", bold(t("Not asked:"))]
    for said, entries in ordered[:8]:
        why = reason(entries[0].get("code", ""), said, t)
        count = sum(entry["count"] for entry in entries)
        example = shorten(" ".join(entries[0]["words"].split()), 48)
        lines.append(t("{count} × {reason}: “{example}”", count=count, reason=why, example=example))
    return lines


FAULTS: dict[str, Callable[[Texts], Html]] = {
    "Unsupported": lambda t: t("I cannot read this kind of file. Save it as .docx, .pdf, .txt or .md and send that."),
    "Unsupported:doc": lambda t: t("This is an old Word document. Open it, save it as .docx, and send that."),
    "Unsupported:rtf": lambda t: t("I cannot read rich text. Save it as .docx in a word processor and send that."),
    "Unsupported:sheet": lambda t: t("A spreadsheet is no text. Copy what is to be learned into a document."),
    "Unsupported:slides": lambda t: t("I cannot read slides in this form. Save them as PDF and send that."),
    "Unsupported:image": lambda t: t("A picture holds no letters I can read. Type its text, or let a program read it."),
    "Unsupported:archive": lambda t: t("This is an archive. Unpack it and send me the documents one by one."),
    "Damaged": lambda t: t("The file is damaged, or is no text. Open it, save it again, and send that."),
    "Damaged:letters": lambda t: t(
        "The letters of this PDF have no meaning that I can read. Save its text as .docx or .txt and send that."
    ),
    "Unsafe": lambda t: t("The file is packed in a way that could do harm. Open it, save it anew, and send that."),
    "Encrypted": lambda t: t("The file is locked. Send a copy without a password or copy protection."),
    "Macros": lambda t: t("The file carries macros (programs). Save it without them, as .docx, and send that."),
    "Scanned": lambda t: t(
        "This is a scan: its pages are pictures without letters. Let a program recognise the text, or type it."
    ),
    "TooLarge": lambda t: t("The file is too large to work through. Send it in parts."),
    "TooManyPages": lambda t: t("The document has too many pages; 300 are the most. Send it in parts."),
    "TooLong": lambda t: t("The text is too long; two million characters are the most. Send it in parts."),
    "Empty": lambda t: t("There are no words in it."),
    "NothingToTeach": lambda t: t("There is text, but I found no figure or date in it."),
    "NothingToAsk": lambda t: t(
        "I found figures and dates, but none in a sentence that can be asked by itself: mostly it is not said there "
        "who or what is meant. You can write questions on it yourself."
    ),
    "PackAtFault": lambda t: t("The pack has mistakes. Mend these and send it again:"),
    "PackAmongDocuments": lambda t: t("One of these is a finished pack. Send it alone, and the documents together."),
    "NothingImported": lambda t: t("I could read the file, but found no question in it that I can take."),
    "Crashed": lambda t: t("I stumbled over this file, and it has been noted. Send the text as a plain .txt file."),
    "Unfetched": lambda t: t("I could not fetch the file. Please send it again."),
}
GROUPS = {
    **dict.fromkeys(("xls", "xlsx", "ods"), "sheet"),
    **dict.fromkeys(("ppt", "pptx", "odp"), "slides"),
    **dict.fromkeys(("zip", "gzip", "rar", "7z", "zstd"), "archive"),
}
"""Formats of which the same is said."""


def fault_sentence(fault: str, data: Mapping[str, Any], t: Texts) -> Html:
    """What is the matter with a document, and what to do."""
    kind = str(data.get("format") or data.get("reason") or "")
    closer = FAULTS.get(f"{fault}:{GROUPS.get(kind, kind)}")
    return (closer or FAULTS.get(fault, FAULTS["Damaged"]))(t)


def failed(name: str, outcome: Mapping[str, Any], t: Texts) -> Reply:
    """Why there is no pack, and what to do; what was found and not asked, where the document could be read."""
    fault, data = str(outcome.get("fault", "Damaged")), outcome.get("data", {})
    lines: list[str] = [bold(shorten(name, 80)), fault_sentence(fault, data, t)]
    listed = data.get("lines") if fault == "PackAtFault" else None
    if listed:
        lines.append(Html(f"<pre>{escape(shorten(chr(10).join(listed), 2500))}</pre>"))
    report = outcome.get("report") or {}
    if "skipped" in report:
        lines += _skipped(report["skipped"], t)
    if "refused" in report:
        lines += _imported(report, t)
    rows = ((button(t("Write a question"), teaching.Write(0)),),) if fault in ("NothingToTeach", "NothingToAsk") else ()
    if outcome.get("text") and fault not in FAULTS:
        lines.append(Html(f"<blockquote>{escape(shorten(str(outcome['text']), 500))}</blockquote>"))
    return Reply(Html("\n".join(lines)), rows)
