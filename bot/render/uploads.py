"""How does a document become a pack before the teacher's eyes? One message, edited as the work goes on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot import buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.pack import Pack

BAR = 10


def building(name: str, stage: str, share: float, t: Texts) -> Reply:
    """Work in progress: its stage in words and as a bar."""
    stages = {
        "waiting": t("waiting its turn"),
        "read": t("reading"),
        "facts": t("finding figures and dates"),
        "questions": t("writing questions"),
    }
    full = round(share * BAR)
    bar = "▓" * full + "░" * (BAR - full)
    doing = stages.get(stage) or t("working")
    return Reply(t("{name}: {stage}", name=bold(shorten(name, 80)), stage=doing) + f"\n{bar}")


def built(pack: Pack, pack_id: int, report: Mapping[str, Any] | None, t: Texts) -> Reply:
    """The outcome: what the pack holds, and what was left out and why."""
    readings = sum(len(lesson.readings) for lesson in pack.lessons)
    items = sum(len(lesson.items) for lesson in pack.lessons)
    lines: list[str] = [
        bold(shorten(pack.title, 200)),
        t.n("{count} reading", "{count} readings", readings)
        + ", "
        + t.n("{count} question", "{count} questions", items),
    ]
    if pack.notice:
        lines += ["", escape(shorten(pack.notice, 300))]
    if report:
        found = t("Found {dates} dates and {figures} figures.", dates=report["dates"], figures=report["figures"])
        lines += ["", found, *_skipped(report["skipped"], t)]
    lines += ["", italic(t("The pack is yours alone; the file itself is not kept."))]
    rows = (
        (button(t("Learn"), buttons.Learn(pack_id)), button(t("Quiz"), buttons.Quiz(pack_id))),
        (button(t("Remove the pack"), buttons.Remove(pack_id)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def _skipped(skipped: Sequence[Mapping[str, Any]], t: Texts) -> list[str]:
    """Not asked, by reason: how many, and an example of each."""
    if not skipped:
        return []
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for entry in skipped:
        groups.setdefault(entry["reason"], []).append(entry)
    ordered = sorted(groups.items(), key=lambda group: -sum(entry["count"] for entry in group[1]))
    lines = ["", bold(t("Not asked:"))]
    for reason, entries in ordered[:8]:
        count = sum(entry["count"] for entry in entries)
        example = shorten(" ".join(entries[0]["words"].split()), 48)
        lines.append(t("{count} × {reason}: “{example}”", count=count, reason=reason, example=example))
    return lines


FAULTS: dict[str, Callable[[Texts], Html]] = {
    "Unsupported": lambda t: t("I cannot read this kind of file. Save it as .docx, .pdf, .txt or .md and send that."),
    "Unsupported:doc": lambda t: t("This is an old Word document. Open it, save it as .docx, and send that."),
    "Unsupported:rtf": lambda t: t(
        "I cannot read rich text. Save it as .docx in a word processor and send that."
    ),
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
    "NothingToTeach": lambda t: t("There is text, but no figure or date in it that a good question could rest on."),
    "PackAtFault": lambda t: t("The pack has mistakes. Mend these and send it again:"),
    "PackAmongDocuments": lambda t: t("One of these is a finished pack. Send it alone, and the documents together."),
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
    if outcome.get("report"):
        lines += _skipped(outcome["report"]["skipped"], t)
    return Reply(Html("\n".join(lines)))
