"""What happens when somebody asks for their data, or to be forgotten?"""

import json
from datetime import datetime

from lessons.enrollment import Learner
from storage.store import Store


async def my_data(store: Store, learner: Learner) -> bytes:
    """All that is kept about the learner, as indented JSON in UTF-8."""
    return json.dumps(await store.learners.export(learner.id), ensure_ascii=False, indent=1).encode()


async def forget(store: Store, learner: Learner, now: datetime) -> None:
    """Deletes every row of the learner; the chat is owed one last word, which names nobody."""
    await store.learners.forget(learner.id)
    await store.views.owe(learner.chat_id, "say", {"code": "forgotten", "data": {}}, place="new")
