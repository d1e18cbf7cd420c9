"""Which update is a teacher's? Presses on drafts, reviews, corrections, flags and roles."""

from bot import teaching_buttons as buttons
from bot.actions import appointing
from bot.context import Work
from bot.handlers.presses import pressed


@pressed(buttons.Invite, buttons.Dismiss)
async def _roles(work: Work, payload: buttons.Invite | buttons.Dismiss) -> None:
    match payload:
        case buttons.Invite():
            await appointing.invite(work.store, work.learner, work.now, None)
        case buttons.Dismiss(whom):
            await appointing.dismiss(work.store, work.learner, whom, work.message_id)
