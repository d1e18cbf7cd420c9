"""How does the end of a sitting look?"""

from bot import buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.render.sitting.scene import Scene
from bot.render.sitting.words import short_key
from bot.texts import Html, Texts, bold, escape


def summary(scene: Scene, t: Texts) -> Reply:
    """How many were right, what to look at again, what comes next."""
    session = scene.session
    right, asked = session.score
    lines: list[str] = [bold(t("Done.") if asked else t("Nothing left to ask here."))]
    if asked and scene.sealed:
        when = t.moment(scene.sealed, scene.learner.preferences.zone)
        lines.append(t.n("{count} answer kept.", "{count} answers kept.", asked))
        lines.append(t("How many are right is told after {when}.", when=when))
    elif asked:
        lines.append(t("{right} of {asked} right.", right=right, asked=asked))
    if scene.missed:
        lines += ["", t("To look at again:")]
        lines += [
            f"• {escape(shorten(item.prompt, 120))} — {bold(shorten(short_key(item, t), 80))}"
            for item in scene.missed[:8]
        ]
    if scene.due_next:
        when = t.moment(scene.due_next, scene.learner.preferences.zone)
        lines += ["", t("Your next review: {when}.", when=when)]
    rows: list[tuple[Button, ...]] = []
    at = (session.id, session.position)
    if scene.missed:
        label = t.n("Only the one I missed", "Only the {count} I missed", len(scene.missed))
        rows.append((button(label, buttons.Missed(*at)),))
    if scene.more_lessons and session.pack_id:
        rows.append((button(t("Go on learning"), buttons.Learn(session.pack_id)),))
    rows.append((button(t("My progress"), buttons.Menu("progress")), button(t("Packs"), buttons.Menu("packs"))))
    return Reply(Html("\n".join(lines)), tuple(rows))
