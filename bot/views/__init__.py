"""What is a chat owed, and how is it made from what the database says now?"""

from datetime import datetime

from bot.render.notices import notice
from bot.render.reply import Reply
from bot.send import Presented
from bot.texts import texts
from bot.views import board as _board  # noqa: F401 - the same
from bot.views import certificate as _certificate  # noqa: F401 - the same
from bot.views import class_learner, class_work, classes, pages, progress, roles, sittings, teaching  # noqa: F401 - they mark what they present
from bot.views import corrected as _corrected  # noqa: F401 - it marks what it presents
from bot.views import flags as _flags  # noqa: F401 - the same
from bot.views import minutes as _minutes  # noqa: F401 - the same
from bot.views import rounds as _rounds  # noqa: F401 - the same
from bot.views import week as _week  # noqa: F401 - the same
from bot.views import writing as _writing  # noqa: F401 - the same
from bot.views.group_showing import GROUP_PRESENTERS, GroupShowing
from bot.views.showing import PRESENTERS, Showing
from lessons.errors import NotFound, PackNotFound
from storage.store import Store
from storage.views import OwedView


async def present(store: Store, view: OwedView, now: datetime) -> Presented:
    """What is to be sent for an owed view; no replies where nothing is left to say."""
    if view.kind in GROUP_PRESENTERS:
        try:
            return await GROUP_PRESENTERS[view.kind](GroupShowing(store, view.args, now))
        except NotFound:  # a round that was let go of
            return Presented(())
    learner = await store.learners.by_chat(view.chat_id)
    if view.kind == "say":
        t = texts(learner.preferences.language if learner else view.args.get("language") or "en")
        return Presented((Reply(notice(view.args["code"], view.args["data"], t), thread=view.args.get("thread")),))
    if learner is None:
        return Presented(())
    showing = Showing(store, view.args, now, texts(learner.preferences.language), learner, view.place)
    try:
        return await PRESENTERS[view.kind](showing)
    except PackNotFound:  # deleted between the press and the sending
        return Presented((Reply(notice("not_found", {}, showing.t)),), showing.message_id)
