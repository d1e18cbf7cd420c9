"""How is a learner asked how sure they are? Their answer, and one more tap before the key."""

from bot import sitting_buttons as buttons
from bot.actions.sureness import LEVELS, labels
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.render.sitting.scene import Scene
from bot.render.sitting.words import asked, position, shown
from bot.texts import Html, Texts, bold, escape, italic
from lessons.confidence import Confidence
from lessons.items import Item, MatchItem, TruthItem
from lessons.response import Response, Tap


def sure(scene: Scene, t: Texts) -> Reply:
    """The question, the answer as it was given, and how sure it is."""
    session, item = scene.session, scene.item
    assert item is not None
    assert session.held is not None
    lines: list[str] = [italic(position(session, t)), "", escape(shorten(asked(item, t), 600)), ""]
    lines.append(t("Your answer: {said}", said=shorten(_said(session.held, item, scene.seed, t), 300)))
    lines += ["", bold(t("How sure are you?")), italic(t("Tap, or type it. Then you see the answer."))]
    at = (session.id, session.position)
    named = zip(LEVELS, labels(scene.learner.preferences.language), strict=True)
    presses = [button(label, buttons.Sure(*at, level)) for level, label in named]
    return Reply(Html("\n".join(lines)), (tuple(presses[:2]), tuple(presses[2:])))


def _said(held: Response, item: Item, seed: int, t: Texts) -> str:
    if not isinstance(held, Tap):
        return held.text
    options = item.options(seed)
    if isinstance(item, TruthItem):
        return str(t("True") if options[held.options[0]] == "true" else t("False"))
    said = [shown(item, options[index], t) for index in held.options]
    if isinstance(item, MatchItem):
        said = [f"{left} → {right}" for left, right in zip(item.lefts, said, strict=False)]
    return t.comma.join(said)


def was_sure(confidence: Confidence | None, right: bool, t: Texts) -> list[str]:
    """What the learner said of their answer, told beside its outcome."""
    match confidence:
        case Confidence.SURE:
            return [t("You were sure.")]
        case Confidence.THINK:
            return [t("You thought so.")]
        case Confidence.GUESS if right:
            return [t("You were guessing, so it comes back a little sooner.")]
        case Confidence.GUESS:
            return [t("You were guessing.")]
    return []
