"""How do a teacher and those who reported it see a doubtful question? The question, the reasons, what was decided."""

from collections.abc import Mapping

from bot import teaching_buttons as teaching
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.render.review import answer_lines, quoted
from bot.render.sitting.words import asked
from bot.texts import Html, Texts, bold, escape, italic
from lessons.items import Item
from lessons.pack import Pack


def reasons(t: Texts) -> Mapping[str, Html]:
    """What learners can say is wrong."""
    return {
        "key": t("The answer is wrong"),
        "unclear": t("It is unclear"),
        "options": t("Several options are right"),
        "typo": t("A slip of language"),
        "other": t("Something else"),
    }


def flag(item_id: int, item: Item, pack: Pack, said: Mapping[str, int], *, rests: bool, own: bool, t: Texts) -> Reply:
    """To whoever looks after the question. `said` counts the reports by reason; `own`: it can be mended here."""
    count = sum(said.values())
    head = t.n("{count} learner reports a question", "{count} learners report a question", count)
    lines: list[str] = [bold(Html("⚑ " + head)), italic(shorten(pack.title, 100)), ""]
    lines += [bold(shorten(asked(item, t), 700)), *answer_lines(item, t), *quoted(item, pack), ""]
    known = reasons(t)
    for code, times in said.items():
        lines.append(t("{reason}: {count}", reason=known.get(code) or known["other"], count=times))
    if rests:
        lines += ["", t("It is asked of nobody until you have decided.")]
    row = [button(t("Keep it"), teaching.Decide(item_id, "keep"))]
    if own:
        row.append(button(t("Mend it"), teaching.Decide(item_id, "mend")))
    row.append(button(t("Retire it"), teaching.Decide(item_id, "retire")))
    return Reply(Html("\n".join(lines)), (tuple(row),))


def flag_decided(item: Item, decision: str, t: Texts) -> Reply:
    """What stands in place of the buttons."""
    words = {"keep": t("Kept: it is asked as before."), "retire": t("Retired: it will be asked no more.")}
    return Reply(Html(f"{escape(shorten(asked(item, t), 300))}\n\n{bold(words[decision])}"))


def decided(item: Item, decision: str, t: Texts) -> Reply:
    """To each learner who had reported the question."""
    words = {
        "keep": t("The teacher has looked at it and keeps it as it is."),
        "mend": t("The teacher has mended it."),
        "retire": t("The teacher has taken it out."),
    }
    lines = [
        t("You reported this question:"),
        italic(shorten(asked(item, t), 300)),
        "",
        bold(words[decision]),
        t("Thank you."),
    ]
    return Reply(Html("\n".join(lines)), silent=True)
