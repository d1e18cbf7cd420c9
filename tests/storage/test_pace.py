"""What the plan asks of the log: seconds, last reviews, what may be asked, whose parameters are looked for."""

from datetime import timedelta

from lessons.pace import Reviewed
from lessons.rating import Rating
from storage.database import Database
from tests.storage.makers import DAY, NOW, attempt, enrolled, memory


async def test_the_last_answers_tell_their_seconds_and_the_last_reviews_their_memories(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        item = stored.items["a"]
        before = memory(last_review=NOW - 3 * DAY)
        await store.reviews.record(attempt(ada.id, item, step=0, elapsed_secs=7.5))
        await store.reviews.record(attempt(ada.id, item, step=1, at=NOW + DAY, before=before, elapsed_secs=4.0))
        await store.reviews.record(attempt(ada.id, item, step=2, at=NOW + 2 * DAY, before=before, rating=Rating.AGAIN))
    async with database.read() as store:
        assert await store.reviews.elapsed(ada.id) == [4.0, 7.5]
        assert await store.reviews.elapsed(ada.id, 1) == [4.0]
        assert await store.reviews.last_reviews(ada.id, 9) == [
            Reviewed(before.stability, 4.0, True),
            Reviewed(before.stability, 5.0, False),
        ]
        assert [one.right for one in await store.reviews.last_reviews(ada.id, 1)] == [False]
        assert set(await store.reviews.askable(ada.id)) == {item}
        assert await store.reviews.elapsed(ada.id + 1) == []


async def test_whose_parameters_are_looked_for(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        for step in range(3):
            await store.reviews.record(attempt(ada.id, stored.items["a"], step=step))
        assert await store.learners.to_fit(NOW, 4, 0, 9) == ([], ada.id)
        assert await store.learners.to_fit(NOW, 3, 0, 9) == ([ada.id], ada.id)
        await store.learners.keep_fit(ada.id, (0.5, 1.5), {"reviews": 3}, NOW)
        assert await store.learners.to_fit(NOW, 3, 0, 9) == ([], ada.id)
        assert await store.learners.to_fit(NOW + timedelta(seconds=1), 3, 0, 9) == ([ada.id], ada.id)
        assert (await store.learners.get(ada.id)).parameters == (0.5, 1.5)
        assert await store.learners.to_fit(NOW, 3, ada.id, 9) == ([], None)
        await store.learners.keep_fit(ada.id, None, None, NOW)
        assert (await store.learners.get(ada.id)).parameters is None
