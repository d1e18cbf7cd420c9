from dataclasses import replace

import pytest

from lessons.errors import ItemNotFound, PackNotFound, ReadingNotFound
from lessons.pack import Medium
from storage.database import Database
from tests.storage.makers import DAY, NOW, attempt, enrolled, memory, number, pack, reading, truth

LATER = NOW + DAY


async def test_a_pack_comes_back_as_it_went_in(database: Database) -> None:
    async with database.begin() as store:
        change = await store.packs.install(pack(), now=NOW)
    async with database.read() as store:
        stored = await store.packs.get(change.pack_id)
        assert await store.packs.by_key("lights") == stored
        assert stored.pack == pack()
        assert list(stored.items) == ["a", "b", "c"]
        found = await store.packs.items(stored.items.values())
        assert [found[row].item for row in stored.items.values()] == [item for _, item in pack().items()]
        assert found[stored.items["a"]].reading_id == stored.readings["r1"]
        assert found[stored.items["c"]].reading_id is None
        assert (await store.packs.reading(stored.readings["r1"])).reading == reading()
        [card] = await store.packs.list()
    assert change.added == ("a", "b", "c")
    assert (card.title, card.lessons, card.items, card.status) == ("Lights", 1, 3, "public")


async def test_the_same_content_again_changes_nothing(database: Database) -> None:
    async with database.begin() as store:
        first = await store.packs.install(pack(), now=NOW)
        before = await store.packs.get(first.pack_id)
        again = await store.packs.install(pack(), now=LATER)
        assert again.nothing
        assert again.pack_id == first.pack_id
        assert await store.packs.get(first.pack_id) == before


async def test_a_new_version_keeps_rows_by_id_and_by_was_and_retires_what_is_gone(database: Database) -> None:
    async with database.begin() as store:
        old = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
    newer = pack(number("b", stem="How many now?"), number("e", was="a"), number("d"), version="1.1.0")
    async with database.begin() as store:
        assert (await store.packs.preview(newer)).added == ("d",)
        change = await store.packs.install(newer, now=LATER)
    async with database.read() as store:
        new = await store.packs.get(old.id)
        gone = await store.packs.item(old.items["c"])
        asked = await store.packs.askable(old.id)
    assert new.items["b"] == old.items["b"]
    assert new.items["e"] == old.items["a"]
    assert list(new.items) == ["b", "e", "d"]
    assert asked == list(new.items.values())
    assert (change.added, change.changed, change.retired, change.corrected) == (("d",), ("b", "e"), ("c",), ())
    assert gone.retired
    assert gone.item == truth("c")


async def test_ids_may_be_exchanged(database: Database) -> None:
    async with database.begin() as store:
        old = await store.packs.get((await store.packs.install(pack(number("a", 1), number("b", 2)), now=NOW)).pack_id)
        change = await store.packs.install(pack(number("b", 1), number("c", 2, was="a")), now=LATER)
        new = await store.packs.get(old.id)
        back = await store.packs.install(pack(number("a", 2, was="c"), number("b", 1)), now=LATER)
    assert new.items == {"b": old.items["b"], "c": old.items["a"]}
    assert change.corrected == ("b", "c")
    assert not back.added


async def test_a_retired_item_that_returns_has_its_old_row(database: Database) -> None:
    async with database.begin() as store:
        old = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        await store.packs.install(pack(number("a")), now=LATER)
        await store.packs.install(pack(), now=LATER + DAY)
        assert (await store.packs.get(old.id)).items == old.items


async def test_another_kind_under_the_same_id_is_a_new_item(database: Database) -> None:
    async with database.begin() as store:
        old = await store.packs.get((await store.packs.install(pack(number("a")), now=NOW)).pack_id)
        change = await store.packs.install(pack(truth("a")), now=LATER)
        new = await store.packs.get(old.id)
        kept = await store.packs.item(old.items["a"])
    assert new.items["a"] != old.items["a"]
    assert (change.added, change.retired) == (("a",), ("a",))
    assert kept.retired


async def test_a_corrected_answer_comes_back_within_a_day_and_a_new_wording_does_not(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        far = memory(NOW + 90 * DAY)
        for name in ("a", "b"):
            await store.reviews.remember(ada.id, stored.items[name], far)
        change = await store.packs.install(
            pack(number("a", 6), number("b", stem="Say how many."), truth("c")), now=LATER
        )
        kept = await store.reviews.memories(ada.id)
        item = await store.packs.item(stored.items["a"])
    assert change.corrected == ("a",)
    assert kept[stored.items["a"]] == replace(far, due=LATER + DAY)
    assert kept[stored.items["b"]] == far
    assert item.corrected_at == LATER


async def test_a_memory_outlives_a_rename_and_a_retirement(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        await store.reviews.record(attempt(ada.id, stored.items["a"]))
        await store.packs.install(pack(number("z", was="a")), now=LATER)
        assert list(await store.reviews.memories(ada.id, stored.id)) == [stored.items["a"]]
        await store.packs.install(pack(number("other")), now=LATER)
        assert await store.reviews.memories(ada.id) == {}
        await store.packs.install(pack(number("z")), now=LATER)
        assert list(await store.reviews.memories(ada.id)) == [stored.items["a"]]


async def test_two_owners_packs_of_one_key_do_not_collide(database: Database) -> None:
    async with database.begin() as store:
        ids = [(await store.learners.get_or_create(chat, "A", "en", NOW)).id for chat in (1, 2)]
        installed = [
            await store.packs.install(pack(), now=NOW, owner_id=owner, status="private") for owner in (*ids, None)
        ]
        assert len({change.pack_id for change in installed}) == 3
        assert (await store.packs.by_key("lights", ids[1])).id == installed[1].pack_id
        assert [card.id for card in await store.packs.of_owner(ids[0])] == [installed[0].pack_id]
        assert await store.packs.list() == []
        await store.packs.set_status(installed[2].pack_id, "public")
        assert len(await store.packs.list()) == 1
        assert {card.id for card in await store.packs.visible(ids[0])} == {installed[0].pack_id, installed[2].pack_id}


async def test_a_resting_item_is_not_asked(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        await store.reviews.record(attempt(ada.id, stored.items["a"]))
        for name in ("a", "b"):
            await store.packs.set_resting(stored.items[name], True)
        assert await store.packs.askable(stored.id) == [stored.items["c"]]
        assert await store.reviews.due(ada.id, NOW + 9 * DAY, 9) == []
        assert await store.reviews.count_due(ada.id, NOW + 9 * DAY) == 0
        assert await store.reviews.first_due(ada.id) is None
        assert await store.reviews.unseen(ada.id, [stored.id], 9) == [stored.items["c"]]


async def test_a_removed_pack_comes_back_when_installed_again(database: Database) -> None:
    async with database.begin() as store:
        stored = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        await store.packs.remove(stored.id, NOW)
        assert await store.packs.askable(stored.id) == []
        await store.packs.install(pack(), now=LATER)
        assert await store.packs.askable(stored.id) == list(stored.items.values())


async def test_pictures_travel_with_the_pack(database: Database) -> None:
    one, other = (replace(pack(), media=(Medium("media/a.png", "image/png", data=data),)) for data in (b"\0\1", b"\2"))
    async with database.begin() as store:
        pack_id = (await store.packs.install(one, now=NOW)).pack_id
        assert await store.packs.medium(pack_id, "media/a.png") == b"\0\1"
        await store.packs.install(other, now=NOW)
        assert await store.packs.medium(pack_id, "media/a.png") == b"\2"
        assert await store.packs.medium(pack_id, "media/b.png") is None


async def test_what_was_rolled_back_is_not_remembered_by_the_process(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - it has to be raised inside the block
        async with database.begin() as store:
            pack_id = (await store.packs.install(pack(), now=NOW)).pack_id
            await store.packs.get(pack_id)
            raise ZeroDivisionError
    async with database.begin() as store:
        change = await store.packs.install(pack(number("x")), now=NOW)
    async with database.read() as store:
        stored = await store.packs.get(change.pack_id)
        assert list(stored.items) == ["x"]
        assert await store.packs.get(change.pack_id) is stored, "parsed once"


async def test_what_is_not_there_is_said_so(database: Database) -> None:
    async with database.read() as store:
        with pytest.raises(PackNotFound):
            await store.packs.get(1)
        with pytest.raises(PackNotFound):
            await store.packs.by_key("none")
        with pytest.raises(ItemNotFound):
            await store.packs.item(1)
        with pytest.raises(ReadingNotFound):
            await store.packs.reading(1)
        assert await store.packs.items([1, 2]) == {}
        assert await store.packs.items([]) == {}
