"""How does it look what fits into so many minutes?"""

from bot import buttons, sitting_buttons
from bot.actions.minutes import CHOICES, Fitting
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, bold


def plan(minutes: int, found: Fitting, titles: list[str], t: Texts) -> Reply:
    """What it would be, how long it takes, what stays for later; one tap begins it."""
    fits = found.plan
    lines: list[str] = [bold(t.n("You have {count} minute.", "You have {count} minutes.", minutes)), ""]
    rows: list[tuple[Button, ...]] = []
    if fits.steps:
        lines += _told(found, titles, t)
        rows.append((button(t("Begin"), sitting_buttons.Minutes(minutes, 1)),))
    else:
        lines.append(t("Nothing is due, and you have met everything in the pack at hand. Enjoy the break."))
        rows.append((button(t("All packs"), buttons.Menu("packs")),))
    others = [count for count in CHOICES if count != minutes]
    labels = [t.n("{count} minute", "{count} minutes", count) for count in others]
    rows.append(
        tuple(button(label, sitting_buttons.Minutes(count)) for label, count in zip(labels, others, strict=True))
    )
    return Reply(Html("\n".join(lines)), tuple(rows))


def _told(found: Fitting, titles: list[str], t: Texts) -> list[str]:
    fits = found.plan
    lines: list[str] = []
    if fits.reviews:
        lines.append("• " + t.n("{count} fact to review", "{count} facts to review", fits.reviews))
    for title in titles:
        lines.append("• " + t("a reading: “{title}”", title=shorten(title, 80)))
    if fits.new:
        lines.append("• " + t.n("{count} new question", "{count} new questions", fits.new))
    takes = t.n("That takes about {count} minute", "That takes about {count} minutes", fits.minutes)
    secs = round(found.secs)
    pace = t.n("with {count} second an answer.", "with {count} seconds an answer.", secs)
    lines += ["", f"{takes} {pace}"]
    if fits.left:
        lines.append(t.n("{count} fact stays for later.", "{count} facts stay for later.", fits.left))
    if found.day_full:
        lines.append(t("More would fit, but with these the day's new facts are met. They stick better in small parts."))
    if found.pack is not None and fits.new:
        lines.append(t("What is new comes from “{title}”.", title=shorten(found.pack.pack.title, 100)))
    return lines
