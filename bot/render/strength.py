"""How does strength of memory read? A pack's facts in four counts, then the weakest and the strongest by name."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot import progress_buttons
from bot.actions.knowing import Knowing
from bot.render.class_glance import fit
from bot.render.cut import CAPTION, MESSAGE, shorten
from bot.render.pages import button
from bot.render.progress_tabs import packs, study, tabs
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.strength import Held, Strength, strongest, weakest

WEAKEST, STRONGEST = 5, 3
A_SCREEN = 25


def strength(seen: Knowing, others: Sequence[tuple[int, str]], t: Texts, *, earned: bool = False) -> Reply:
    """How strongly each fact is held, in words; `earned`: a certificate may be had."""
    weak, strong = _lists(seen)
    lines: list[str] = [bold(shorten(seen.stored.pack.title, 80)), counts(seen, t)]
    if weak:
        lines += ["", bold(t("Most likely to slip away:")), *(_line(one, seen, t) for one in weak)]
    if strong:
        lines += ["", bold(t("Held best:")), *(_line(one, seen, t) for one in strong)]
    if not seen.held:
        lines += ["", t("Nothing of it was answered yet.")]
    lines += ["", italic(t("The percentage is the chance that you would know it today. Strong facts last for weeks."))]
    rows = [study(t)]
    if len(seen.held) > len(weak) + len(strong):
        label = t("All {count} facts", count=len(seen.held))
        rows.append((button(label, progress_buttons.Facts(seen.stored.id)),))
    rows += [*tabs("strength", seen.stored.id, t), *packs("strength", seen.stored.id, others, t)]
    if earned:
        rows.insert(0, (button(t("My certificate"), progress_buttons.MyCertificate(seen.stored.id)),))
    return Reply(fit(lines, CAPTION), tuple(rows))


def facts(seen: Knowing, start: int, t: Texts) -> Reply:
    """Every fact that was met, the weakest first, a screen of them from that place on."""
    every = weakest(seen.held.values())
    shown = every[start : start + A_SCREEN]
    lines: list[str] = [bold(shorten(seen.stored.pack.title, 80)), counts(seen, t), ""]
    lines += [_line(one, seen, t) for one in shown] or [t("Nothing of it was answered yet.")]
    turn = []
    if start:
        turn.append(button(t("Weaker"), progress_buttons.Facts(seen.stored.id, max(0, start - A_SCREEN))))
    if start + A_SCREEN < len(every):
        turn.append(button(t("Stronger"), progress_buttons.Facts(seen.stored.id, start + A_SCREEN)))
    back = (button(t("Strength"), progress_buttons.Look("strength", seen.stored.id)),)
    return Reply(fit(lines, MESSAGE), (*([tuple(turn)] if turn else []), back))


def counts(seen: Knowing, t: Texts) -> Html:
    """Strong, growing, weak and not met yet."""
    return t(
        "Strong: {strong}. Growing: {growing}. Weak: {weak}. Not met yet: {unseen}.",
        strong=seen.count(Strength.STRONG),
        growing=seen.count(Strength.GROWING),
        weak=seen.count(Strength.WEAK),
        unseen=seen.unseen,
    )


def strength_words(t: Texts) -> Mapping[Strength, Html]:
    """Each strength in a word."""
    return {Strength.STRONG: t("strong"), Strength.GROWING: t("growing"), Strength.WEAK: t("weak")}


def picture_data(seen: Knowing, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.strength` draws."""
    weak, strong = _lists(seen)
    numbers = [*(seen.count(one) for one in Strength), seen.unseen]
    groups = [(t("Most likely to slip away:"), weak), (t("Held best:"), strong)]
    return {
        "labels": {
            "title": shorten(seen.stored.pack.title, 60),
            "sub": t("How strongly you hold its facts"),
            **{one.value: word for one, word in strength_words(t).items()},
            "unseen": t("not met yet"),
        },
        "totals": [[count, t.number(count)] for count in numbers],
        "groups": [
            {"title": title.rstrip(":"), "rows": [_row(one, seen, t) for one in found]}
            for title, found in groups
            if found
        ],
    }


def _lists(seen: Knowing) -> tuple[list[Held], list[Held]]:
    """The weakest that are not strong, and the strongest of those that are."""
    facts = seen.held.values()
    weak = [one for one in weakest(facts) if one.strength is not Strength.STRONG][:WEAKEST]
    return weak, [one for one in strongest(facts) if one.strength is Strength.STRONG][:STRONGEST]


def _line(one: Held, seen: Knowing, t: Texts) -> Html:
    asked = escape(shorten(seen.items[one.item].prompt, 62))
    chance = t("missed the last time") if one.missed else t.percent(one.chance)
    return Html(f"• {asked} — {strength_words(t)[one.strength]}, {chance}")


def _row(one: Held, seen: Knowing, t: Texts) -> list[object]:
    asked = shorten(seen.items[one.item].prompt, 90)
    if one.missed:
        return [asked, 0.0, "–", one.strength.value]
    return [asked, one.chance, t.percent(one.chance), one.strength.value]
