"""How do the pages of roles look? Who teaches here, a link for a new teacher, the word of welcome."""

from collections.abc import Sequence

from bot import buttons
from bot import teaching_buttons as teaching
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape
from storage.roles import Appointed

MOST_TEACHERS = 40


def teachers(found: Sequence[Appointed], t: Texts) -> Reply:
    """Who teaches here, with a button to dismiss each."""
    lines: list[str] = [bold(t("Teachers")), ""]
    for one in found[:MOST_TEACHERS]:
        name = bold(shorten(one.name, 60) or "…")
        lines.append(t("{name} · owner", name=name) if one.role == "owner" else name)
    if all(one.role == "owner" for one in found):
        lines += ["", t("Nobody else yet. Invite a teacher: the link works once.")]
    rows = [(button(t("Invite a teacher"), teaching.Invite()),)]
    rows += [
        (button(t("Dismiss {name}", name=shorten(one.name, 30)), teaching.Dismiss(one.learner_id)),)
        for one in found[:MOST_TEACHERS]
        if one.role != "owner"
    ]
    return Reply(Html("\n".join(lines)), (*rows, (button(t("Back"), buttons.Menu("teach")),)))


def invitation(address: str, payload: str, t: Texts) -> Reply:
    """The link, to be forwarded."""
    lines = [
        t("Send this link to whom it is meant for. It works once, for 14 days:"),
        "",
        escape(address),
        "",
        t("Or they send me:"),
        f"<code>/start {escape(payload)}</code>",
    ]
    return Reply(Html("\n".join(lines)))


def appointed(role: str, t: Texts) -> Reply:
    """The first word to a new teacher or owner."""
    if role == "owner":
        head = t("This bot is yours now: you appoint its teachers, and you are one yourself.")
    else:
        head = t("You are a teacher here now.")
    lines = [bold(head), "", t("Send me a document, and I draft a pack from it. /teach shows all that you can do.")]
    rows = [(button(t("My packs and classes"), buttons.Menu("teach")),)]
    if role == "owner":
        rows.append((button(t("Teachers"), buttons.Menu("teachers")),))
    return Reply(Html("\n".join(lines)), tuple(rows))


def authors(pack_id: int, title: str, people: Sequence[tuple[int, str]], t: Texts) -> Reply:
    """Who writes at a pack beside its owner."""
    lines: list[str] = [bold(t("Authors of {title}", title=shorten(title, 120))), ""]
    lines += [escape(shorten(name, 60) or "…") for _, name in people] or [t("Nobody but you.")]
    lines += ["", t("An author reviews, mends, publishes and corrects the pack as you do. It must be a teacher here.")]
    rows = [(button(t("Invite an author"), teaching.Authors(pack_id, 1)),)]
    rows += [
        (button(t("Let go of {name}", name=shorten(name, 30)), teaching.DropAuthor(pack_id, number)),)
        for number, name in people
    ]
    return Reply(Html("\n".join(lines)), (*rows, (button(t("The pack"), teaching.Sheet(pack_id)),)))
