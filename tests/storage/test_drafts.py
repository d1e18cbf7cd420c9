"""A draft keeps what was decided; its pack is nobody's to learn from before it is published."""

from dataclasses import replace

from lessons import drafting
from lessons.drafting import Draft
from lessons.enrollment import Learner
from lessons.pack import Medium
from storage.database import Database
from storage.drafts import StoredDraft
from storage.packs import DRAFT
from storage.store import Store
from tests.storage.makers import DAY, NOW, memory, number, pack


async def drafted(store: Store) -> tuple[Learner, int]:
    """A teacher with a draft."""
    learner = await store.learners.get_or_create(5, "Grace", "en", NOW)
    change = await store.packs.install(pack(), now=NOW, owner_id=learner.id, status=DRAFT)
    await store.drafts.put(change.pack_id, learner.id, Draft(pack(), flags={"b": ("twin",)}), NOW, documents=(7, 8))
    return learner, change.pack_id


async def found(store: Store, pack_id: int) -> StoredDraft:
    """The draft, which is there."""
    draft = await store.drafts.get(pack_id)
    assert draft is not None
    return draft


async def test_a_draft_comes_back_as_it_was_left(database: Database) -> None:
    async with database.begin() as store:
        _, pack_id = await drafted(store)
        before = await found(store, pack_id)
        after = drafting.keep(drafting.begin(before.draft), "b")
        after = drafting.drop(after, "a")
        after = drafting.mend(after, replace(after.items[1], why="So it is."))
        await store.drafts.save(before, after, NOW + DAY, pending=True)
    async with database.read() as store:
        again = await found(store, pack_id)
    assert again.draft == replace(after, flags={"b": ("twin",)})
    assert again.documents == (7, 8)
    assert again.stamp == before.stamp + 1, "a question was mended"
    assert again.version == before.version, "the same questions stand in it"


async def test_another_text_makes_old_buttons_old(database: Database) -> None:
    async with database.begin() as store:
        learner, pack_id = await drafted(store)
        before = await found(store, pack_id)
        await store.drafts.put(pack_id, learner.id, Draft(pack(number("z"))), NOW)
        assert (await found(store, pack_id)).version > before.version


async def test_a_draft_is_in_nobodys_sight_and_asked_of_nobody(database: Database) -> None:
    async with database.begin() as store:
        learner, pack_id = await drafted(store)
        other = await store.learners.get_or_create(6, "Ada", "en", NOW)
        for person in (learner, other):
            assert await store.packs.visible(person.id) == []
        assert [card.id for card in await store.packs.of_owner(learner.id)] == [pack_id]
        await store.packs.set_status(pack_id, "private")
        assert [card.id for card in await store.packs.visible(learner.id)] == [pack_id]
        assert await store.packs.visible(other.id) == []
        await store.packs.set_status(pack_id, "public")
        assert [card.id for card in await store.packs.visible(other.id)] == [pack_id]


async def test_a_deleted_draft_leaves_nothing_and_a_published_pack_is_not_deleted_so(database: Database) -> None:
    async with database.begin() as store:
        _, pack_id = await drafted(store)
        await store.packs.set_status(pack_id, "private")
        assert not await store.packs.delete_draft(pack_id)
        await store.packs.set_status(pack_id, DRAFT)
        assert await store.packs.delete_draft(pack_id)
        assert await store.drafts.get(pack_id) is None


async def test_pictures_of_a_version_that_is_not_applied_are_kept_beside_the_others(database: Database) -> None:
    old, new = Medium("media/a.png", "image", data=b"a"), Medium("media/b.png", "image", data=b"b")
    async with database.begin() as store:
        change = await store.packs.install(replace(pack(), media=(old,)), now=NOW)
        await store.packs.keep_media(change.pack_id, replace(pack(), media=(new,)))
        bare = replace(pack(), media=(replace(old, data=None), replace(new, data=None)))
        assert (await store.packs.with_media(change.pack_id, bare)).media == (old, new)


async def test_corrected_keys_wait_to_be_scored_again_once_for_each_who_knows_them(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(6, "Ada", "en", NOW)
        bert = await store.learners.get_or_create(7, "Bert", "en", NOW)
        change = await store.packs.install(pack(), now=NOW)
        stored = await store.packs.get(change.pack_id)
        for learner, names in ((ada, "ab"), (bert, "b")):
            await store.enrollments.enroll(learner.id, stored.id, NOW)
            for name in names:
                await store.reviews.remember(learner.id, stored.items[name], memory())
        for value in (6, 7):
            await store.packs.install(pack(number("a", value), number("b")), now=NOW)
        [waiting] = await store.corrections.waiting(10)
        assert (waiting.learner_id, waiting.item_id) == (ada.id, stored.items["a"])
        assert waiting.was == "5", "what they had been told at first"
        await store.corrections.done(ada.id, stored.items["a"])
        assert await store.corrections.waiting(10) == []


async def test_reports_are_decided_once_and_may_come_again(database: Database) -> None:
    async with database.begin() as store:
        stored = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        item = stored.items["a"]
        people = [await store.learners.get_or_create(number, "Ada", "en", NOW) for number in (6, 7)]
        for person in people:
            assert await store.reports.add(person.id, item, "key", NOW)
            assert not await store.reports.add(person.id, item, "typo", NOW)
        assert await store.reports.waiting(stored.id) == 2
        assert await store.reports.decide(item, "keep", NOW) == [person.id for person in people]
        assert await store.reports.decide(item, "keep", NOW) == []
        assert await store.reports.waiting(stored.id) == 0
        assert await store.reports.add(people[0].id, item, "key", NOW + DAY)
