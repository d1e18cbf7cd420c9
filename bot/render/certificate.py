"""How do the pages about a certificate read: the name, what is missing, the certificate itself, its confirmation?"""

from datetime import date
from typing import Any

import segno

from bot import progress_buttons
from bot.actions.knowing import Knowing
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.certificate import LEAST_DAYS, needed, shown_code
from lessons.strength import Strength
from storage.certificates import Certificate


def ask_name(pack: int, title: str, name: str | None, t: Texts) -> Reply:
    """Under which name shall it be made out?"""
    text = t("A certificate for “{title}”. Type the name that shall stand on it.", title=shorten(title, 80))
    label = t("As “{name}”", name=shorten(name, 30)) if name else None
    rows = ((button(label, progress_buttons.MyCertificate(pack, 1)),),) if label else ()
    return Reply(text, rows)


def not_yet(seen: Knowing, days: int | None, t: Texts) -> Reply:
    """What is missing."""
    total, strong = len(seen.asked), seen.count(Strength.STRONG)
    lines = [
        t(
            "For a certificate, {needed} of the {total} facts of “{title}” must be strong; {strong} are now.",
            needed=needed(total),
            total=total,
            title=shorten(seen.stored.pack.title, 80),
            strong=strong,
        ),
        t.n(
            "And {count} day must lie between the first answer and the certificate.",
            "And {count} days must lie between the first answer and the certificate.",
            LEAST_DAYS,
        ),
    ]
    if days is not None and days < LEAST_DAYS:
        lines.append(t.n("{count} day has passed so far.", "{count} days have passed so far.", days))
    lines.append(t("Strength comes by itself with the reviews."))
    rows = ((button(t("Strength"), progress_buttons.Look("strength", seen.stored.id)),),)
    return Reply(Html("\n".join(lines)), rows)


def certificate(given: Certificate, day: date, t: Texts) -> Reply:
    """The certificate in words: what stands in the picture."""
    lines: list[str] = [
        bold(t("Certificate")),
        t("Given to: {name}", name=bold(given.name)),
        t("For: {title}", title=bold(given.title)),
        facts_line(given, t),
    ]
    if given.class_name:
        lines.append(t("Class: {name}", name=given.class_name))
    lines += [escape(day_words(day, t)), "", check_line(given, t)]
    again = button(t("Another name"), progress_buttons.MyCertificate(given.pack_id or 0))
    return Reply(Html("\n".join(lines)), ((again,),) if given.pack_id else ())


def for_print(t: Texts) -> Html:
    """What is said with the file."""
    return t("The same as a file, for printing.")


def no_picture(t: Texts) -> Html:
    """Said where the letters of the name or the title cannot be drawn."""
    return t("I cannot draw this certificate here: a font for its letters is missing. The words above count as well.")


def facts_line(given: Certificate, t: Texts) -> Html:
    """How much is known."""
    return t.n(
        "{facts} of {count} fact, held for weeks",
        "{facts} of {count} facts, held for weeks",
        given.total,
        facts=given.facts,
    )


def check_line(given: Certificate, t: Texts) -> Html:
    """How anybody may have it confirmed."""
    return t("To check it, send this bot: /verify {code}", code=shown_code(given.code))


def genuine(given: Certificate, day: date, t: Texts) -> Reply:
    """The confirmation: what stands on the certificate of that code."""
    lines: list[str] = [
        bold(t("This certificate is genuine.")),
        t("Given to: {name}", name=bold(given.name)),
        t("For: {title}", title=bold(given.title)),
        t("{facts} of {total} facts, on {day}", facts=given.facts, total=given.total, day=day_words(day, t)),
    ]
    if given.class_name:
        lines.append(t("Class: {name}", name=given.class_name))
    lines += ["", italic(t("The name was chosen by the learner; nobody has checked it."))]
    return Reply(Html("\n".join(lines)))


def day_words(day: date, t: Texts) -> str:
    """The day as the language writes it."""
    return t.edtf(day.isoformat())


def picture_data(given: Certificate, day: date, address: str, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.certificate` draws."""
    said = [day_words(day, t), *([given.class_name] if given.class_name else [])]
    return {
        "labels": {
            "title": t("Certificate"),
            "for": t("Given to"),
            "name": given.name,
            "knows": t("For remembering"),
            "pack": given.title,
            "facts": facts_line(given, t),
            "given": " · ".join(said),
            "code": shown_code(given.code),
            "check": address,
        },
        "squares": ["".join(map(str, row)) for row in segno.make(address, error="m", micro=False).matrix],
    }
