"""How does a sitting look? Its reading, its question, its outcome, its summary: whatever the session's state says."""

from bot.render.reply import Reply
from bot.render.sitting.outcome import outcome
from bot.render.sitting.question import question
from bot.render.sitting.reading import reading
from bot.render.sitting.scene import Scene
from bot.render.sitting.summary import summary
from bot.render.sitting.sure import sure
from bot.texts import Texts
from lessons.session import Phase


def draw(scene: Scene, t: Texts) -> list[Reply]:
    """The messages that show this scene, the live one last."""
    match scene.session.phase:
        case Phase.READING:
            return reading(scene, t)
        case Phase.ASKING:
            return [question(scene, t)]
        case Phase.SURE:
            return [sure(scene, t)]
        case Phase.ANSWERED:
            return [outcome(scene, t)]
        case Phase.SUMMARY:
            return [summary(scene, t)]
        case _:
            return [Reply(t("This sitting is closed. Your progress is kept. /learn goes on, /review repeats."))]


__all__ = ["Scene", "draw"]
