"""How do a teacher's pages about classes look? The list, the class, its link, its learners, what can be changed."""

import io
from collections.abc import Sequence

import segno

from bot import buttons, class_buttons, progress_buttons
from bot.actions import class_codes
from bot.actions.class_overview import Overview
from bot.render.class_files import standing_word
from bot.render.class_glance import caption, fit, glance, head
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.classroom import Class, Member
from storage.classes import ClassCard, ClassTeacher

MOST_LISTED = 30
MEMBERS_A_SCREEN = 40


def classes(led: Sequence[ClassCard], mine: Sequence[Class], may_teach: bool, t: Texts) -> Reply:
    """The classes that one leads, and those one learns in."""
    lines: list[str] = [bold(t("Classes"))]
    rows: list[tuple[Button, ...]] = []
    for card in led[:MOST_LISTED]:
        size = t.n("{count} learner", "{count} learners", card.members)
        archived = " · " + t("archived") if card.archived_at else ""
        lines.append("• " + bold(shorten(card.name, 60)) + " · " + size + archived)
        rows.append((button(shorten(card.name, 40), class_buttons.OpenClass(card.id)),))
    if mine:
        lines += ["", t("You learn in:")] + [f"• {escape(shorten(one.name, 60))}" for one in mine[:MOST_LISTED]]
        rows += [(button(shorten(one.name, 40), class_buttons.MyClass(one.id)),) for one in mine[:MOST_LISTED]]
    if may_teach:
        rows.append((button(t("New class"), class_buttons.NewClass()),))
        if not led:
            lines += ["", t("A class has one link to hand out. Who opens it is in, without registering anywhere.")]
    lines += ["", t("To join a class, open its link or type its code here, such as {code}.", code="K7QX-3MZP")]
    return Reply(Html("\n".join(lines)), tuple(rows))


def ask_name(t: Texts) -> Reply:
    """What is the class called?"""
    return Reply(t("What is the class called? Type its name, such as “7B History”."))


def ask_zone(group: int, t: Texts) -> Reply:
    """Whose clock do its deadlines go by?"""
    text = t("In which city is the class? Type its name; deadlines go by the clock there.")
    return Reply(text, ((button(t("Back"), class_buttons.ClassPage(group, "manage")),),))


def class_page(found: Overview, t: Texts) -> Reply:
    """A class at a glance, with all that can be done."""
    group = found.group.id
    rows = (
        (
            button(t("Give a pack"), class_buttons.ClassPage(group, "give")),
            button(t("Assignments"), class_buttons.ClassPage(group, "work")),
        ),
        (
            button(t("Link and QR"), class_buttons.ClassPage(group, "link")),
            button(t("Learners"), class_buttons.ClassPage(group, "members")),
        ),
        (
            button(t("Picture"), class_buttons.ClassDo(group, "picture")),
            button(t("Excel"), class_buttons.ClassDo(group, "xlsx")),
            button(t("CSV"), class_buttons.ClassDo(group, "csv")),
        ),
        *([(button(t("Board"), progress_buttons.OpenBoard(group)),)] if found.group.board else []),
        (
            button(t("Manage"), class_buttons.ClassPage(group, "manage")),
            button(t("All classes"), buttons.Menu("classes")),
        ),
    )
    return Reply(glance(found, t), rows)


def link_page(group: Class, address: str, t: Texts) -> Reply:
    """The link as a QR picture, and in words for those who cannot scan."""
    lines = [
        bold(t("Join “{name}”", name=shorten(group.name, 60))),
        "",
        t("Scan the picture, or open:"),
        escape(address),
        t("Or type /classes to the bot and then the code {code}", code=bold(class_codes.shown(group.code))),
        "",
        italic(t("Nobody registers; each chooses a name or a pseudonym. A new link in Manage ends this one.")),
    ]
    return Reply(Html("\n".join(lines)), (_back(group.id, t),), photo=qr(address))


def qr(address: str) -> bytes:
    """The address as a QR picture: black on white with its quiet margin, for dark screens and paper alike."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", scale=12, border=4, dark="black", light="white")
    return out.getvalue()


def picture(found: Overview, t: Texts) -> Reply:
    """The words that go with the class's picture: they say the same."""
    return Reply(caption(found, t), (_back(found.group.id, t),))


def members(found: Overview, start: int, t: Texts) -> Reply:
    """Who is in the class and how each stands, a screen of them from that place on, with a button each."""
    lines: list[str] = [head(found, t), ""]
    shown = found.members[start : start + MEMBERS_A_SCREEN]
    for member in shown:
        words = [standing_word(work.results[member.learner_id].standing, t) for work in found.works[-3:]]
        lines.append(f"• {escape(shorten(member.name, 40))}" + (f" — {', '.join(words)}" if words else ""))
    if not found.members:
        lines.append(t("Nobody is in it yet. Hand out the link or the QR picture."))
    group = found.group.id
    listed = [button(shorten(one.name, 28), class_buttons.OneMember(group, one.number)) for one in shown]
    rows = [tuple(listed[i : i + 2]) for i in range(0, len(listed), 2)]
    turn = []
    if start:
        turn.append(button(t("Earlier"), class_buttons.MembersFrom(group, max(0, start - MEMBERS_A_SCREEN))))
    if start + MEMBERS_A_SCREEN < len(found.members):
        turn.append(button(t("Later"), class_buttons.MembersFrom(group, start + MEMBERS_A_SCREEN)))
    return Reply(fit(lines, MESSAGE), (*rows, *([tuple(turn)] if turn else []), _back(group, t)))


def member_page(found: Overview, member: Member, t: Texts) -> Reply:
    """One learner: where they stand with each assignment, and what they can be given beyond the others."""
    lines: list[str] = [bold(shorten(member.name, 60)), ""]
    rows: list[tuple[Button, ...]] = []
    for work in found.works[-8:]:
        one = work.results[member.learner_id]
        lines.append(bold(shorten(work.title, 80)))
        lines.append(
            t(
                "{standing}: {answered} of {total} answered, {right} right",
                standing=standing_word(one.standing, t),
                answered=one.met,
                total=one.total,
                right=one.right,
            )
        )
        if one.late:
            lines.append(t.n("{count} answered late", "{count} answered late", one.late))
        if one.deadline:
            lines.append(t("own deadline: {when}", when=t.moment(one.deadline, found.group.zone)))
        for item in one.wrong[:3]:
            lines.append("• " + t("wrong again and again: {question}", question=_prompt(found, item)))
        lines.append("")
        label = t("More time or tries: {title}", title=shorten(work.title, 24))
        rows.append((button(label, class_buttons.Extra(work.assignment.id, member.number, "page")),))
    remove = button(t("Remove from the class"), class_buttons.RemoveMember(found.group.id, member.number))
    back = button(t("Back"), class_buttons.ClassPage(found.group.id, "members"))
    return Reply(fit(lines, MESSAGE), (*rows, (remove, back)))


def sure_remove(group: int, member: Member, t: Texts) -> Reply:
    """Asks before a learner is removed."""
    text = t("Remove {name} from the class? What they learned stays theirs.", name=bold(member.name))
    yes = button(t("Yes, remove"), class_buttons.RemoveMember(group, member.number, 1))
    return Reply(text, ((yes, button(t("Back"), class_buttons.OneMember(group, member.number))),))


def manage(group: Class, mine: ClassTeacher, t: Texts) -> Reply:
    """What can be changed about a class."""
    weekly = t("on") if mine.weekly else t("off")
    lines = [
        bold(shorten(group.name, 80)),
        t("Time zone: {zone}", zone=group.zone or "UTC"),
        t("Weekly message to you, Monday morning: {state}", state=weekly),
        t("Board of who remembers most: {state}", state=t("on") if group.board else t("off")),
    ]
    if group.board:
        lines.append(italic(t("Learners stand on it under a pseudonym, see its top only, and may leave it.")))

    def do(label: str, what: str) -> Button:
        return button(label, class_buttons.ClassDo(group.id, what))

    rows = [
        (do(t("Rename"), "rename"), do(t("Time zone"), "zone")),
        (do(t("Weekly message off") if mine.weekly else t("Weekly message on"), "weekly"),),
        (do(t("Board off") if group.board else t("Board on"), "board"),),
        (
            do(t("New link"), "rotate"),
            do(t("Reopen"), "reopen") if group.archived_at else do(t("Archive"), "archive"),
        ),
        (button(t("Co-teachers"), class_buttons.ClassPage(group.id, "teachers")),),
        _back(group.id, t),
    ]
    return Reply(Html("\n".join(lines)), tuple(rows))


def teachers(group: Class, found: Sequence[ClassTeacher], me: int, t: Texts) -> Reply:
    """Who leads the class."""
    lines: list[str] = [bold(t("Who leads “{name}”", name=shorten(group.name, 60))), ""]
    rows: list[tuple[Button, ...]] = []
    owner = any(one.is_owner and one.learner_id == me for one in found)
    for one in found[:20]:
        lines.append("• " + escape(shorten(one.name, 60) or "…"))
        if not one.is_owner and (owner or one.learner_id == me):
            label = t("Remove {name}", name=shorten(one.name, 30))
            rows.append((button(label, class_buttons.RemoveTeacher(group.id, one.learner_id)),))
    if owner:
        rows.append((button(t("Invite a co-teacher"), class_buttons.ClassDo(group.id, "coteacher")),))
    back = (button(t("Back"), class_buttons.ClassPage(group.id, "manage")),)
    return Reply(Html("\n".join(lines)), (*rows, back))


def co_link(group: Class, address: str, t: Texts) -> Reply:
    """The link of a co-teacher, to be forwarded."""
    lines = [
        t("Send this to the person who is to lead “{name}” with you. It works once, for 14 days:", name=group.name),
        "",
        escape(address),
    ]
    return Reply(Html("\n".join(lines)))


def _prompt(found: Overview, item: int) -> str:
    return shorten(found.questions[item].prompt, 90) if item in found.questions else "…"


def _back(group: int, t: Texts) -> tuple[Button, ...]:
    return (button(t("Back to the class"), class_buttons.OpenClass(group)),)
