"""Whose document is built next? Nobody's fifty hold up another's one."""

from datetime import timedelta

from storage.database import Database
from tests.storage.makers import NOW


async def test_a_flood_of_documents_holds_up_nobody_else(database: Database) -> None:
    taken = []
    async with database.begin() as store:
        learners = [await store.learners.get_or_create(chat, name, "en", NOW) for chat, name in enumerate("MAB", 5)]
        mallory, ada, bob = learners
        sent = [(mallory, number) for number in range(1, 9)] + [(ada, 20), (ada, 21), (bob, 30)]
        for learner, message in sent:
            await store.uploads.add(learner, file_id="f", name=str(message), message_id=message, now=NOW)
        while (upload := await store.uploads.take(since=NOW - timedelta(hours=1))) is not None:
            taken.append((upload.learner_id, int(upload.name)))
            await store.uploads.done(upload.id, None, {})
    first = [(mallory.id, 1), (ada.id, 20), (bob.id, 30), (mallory.id, 2), (ada.id, 21)]
    assert taken == [*first, *((mallory.id, number) for number in range(3, 9))]


async def test_what_was_built_long_ago_does_not_count(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(5, "Ada", "en", NOW)
        bob = await store.learners.get_or_create(6, "Bob", "en", NOW)
        for number in range(3):
            old = await store.uploads.add(ada, file_id="f", name="n", message_id=number, now=NOW - timedelta(hours=2))
            await store.uploads.done(old.id, None, {})
        hers = await store.uploads.add(ada, file_id="f", name="n", message_id=9, now=NOW)
        await store.uploads.add(bob, file_id="f", name="n", message_id=9, now=NOW)
        first = await store.uploads.take(since=NOW - timedelta(hours=1))
    assert first is not None
    assert first.id == hers.id
