"""How does the end of a sitting look?"""

from bot import buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.render.sitting.scene import Scene
from bot.render.sitting.words import short_key
from bot.texts import Html, Texts, bold, escape
from lessons.session import SessionKind

MOST_KEPT = 8
"""So many figures and dates stand on one card; more would be read by nobody."""


def summary(scene: Scene, t: Texts) -> Reply:
    """How many were right, what to look at again, what comes next."""
    session = scene.session
    if session.kind is SessionKind.READING:
        return _read(scene, t)
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
    lines += _to_keep(scene, t)
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


def _to_keep(scene: Scene, t: Texts) -> list[str]:
    """The figures and dates of the lesson, each behind its question; what was missed stands above already."""
    missed = {item.id for item in scene.missed}
    kept = [item for item in scene.kept if item.id not in missed][:MOST_KEPT]
    if not kept:
        return []
    return [
        "",
        t("To keep:"),
        *(f"• {bold(shorten(short_key(item, t), 80))} — {escape(shorten(item.prompt, 120))}" for item in kept),
    ]


def _read(scene: Scene, t: Texts) -> Reply:
    """The end of reading alone; the questions wait."""
    session = scene.session
    title = shorten(scene.pack.title, 100) if scene.pack else ""
    lines = [bold(t("You have read to the end of “{title}”.", title=title)), t("What you have read, I can ask you.")]
    rows = (
        (button(t("Ask me about it"), buttons.Learn(session.pack_id or 0)),),
        (button(t("Packs"), buttons.Menu("packs")),),
    )
    return Reply(Html("\n".join(lines)), rows)
