"""Delivery knows what became of an update; python-telegram-bot would not say."""

import asyncio

import pytest
from telegram.error import BadRequest, TimedOut
from telegram.ext import ApplicationHandlerStop, MessageHandler, TypeHandler, filters

from bot.delivery.metrics import Metrics
from bot.delivery.process import Outcome, Processor, dispatch
from storage.errors import DatabaseBusy, DatabaseFull


def update(number=1, text="hello", **more):
    user = {"id": 7, "is_bot": False, "first_name": "Ada"}
    chat = {"id": 7, "type": "private", "first_name": "Ada"}
    message = {"message_id": number, "date": 0, "chat": chat, "from": user, "text": text}
    return {"update_id": number, "message": message | more}


def raising(error):
    def trouble():
        raise error

    return trouble


@pytest.fixture
def processor(counting, database):
    return Processor(counting[0], database, longest_secs=0.3)


async def aside(database):
    async with database.read() as store:
        return await store.updates.aside()


async def test_a_committed_update_is_done(processor, counting):
    assert await processor.process(update()) is Outcome.DONE
    assert await counting[1].heard(7) == ["hello"]


@pytest.mark.parametrize("error", [DatabaseBusy("x"), DatabaseFull("x")])
async def test_a_database_that_cannot_be_had_means_again_however_often(processor, counting, database, error):
    counting[1].trouble["hello"] = raising(error)
    for tried in range(5):
        assert await processor.process(update(), tried=tried) is Outcome.AGAIN
    assert await counting[1].heard(7) == []
    assert await aside(database) == []
    counting[1].trouble.clear()
    assert await processor.process(update(), tried=5) is Outcome.DONE
    assert await counting[1].heard(7) == ["hello"]


async def test_a_fault_of_the_handler_is_apologised_for_and_set_aside(processor, counting, database):
    fault = ZeroDivisionError("what the learner typed")
    counting[1].trouble["hello"] = raising(fault)
    assert await processor.process(update()) is Outcome.ASIDE
    assert counting[1].apologies == [(1, fault)]
    (kept,) = await aside(database)
    assert (kept.update_id, kept.chat_id, kept.error) == (1, 7, "ZeroDivisionError")
    assert '"text": "hello"' in kept.body


async def test_an_update_that_cannot_be_parsed_is_set_aside(processor, database):
    assert await processor.process({"update_id": 3, "message": {"chat": {"id": 7}}}) is Outcome.ASIDE
    assert [kept.update_id for kept in await aside(database)] == [3]


async def test_what_cannot_be_set_aside_is_not_given_up(processor, counting, monkeypatch):
    counting[1].trouble["hello"] = raising(ZeroDivisionError())

    async def full(*_, **__):
        raise DatabaseFull("x")

    monkeypatch.setattr("storage.updates.Updates.set_aside", full)
    assert await processor.process(update()) is Outcome.AGAIN


async def test_the_network_gets_three_tries(processor, counting):
    counting[1].trouble["hello"] = raising(TimedOut())
    outcomes = [await processor.process(update(), tried=tried) for tried in range(3)]
    assert outcomes == [Outcome.AGAIN, Outcome.AGAIN, Outcome.ASIDE]


async def test_a_refusal_of_telegrams_gets_one(processor, counting):
    counting[1].trouble["hello"] = raising(BadRequest("file is too big"))
    assert await processor.process(update()) is Outcome.ASIDE


async def test_a_handler_that_hangs_is_ended(counting, database):
    async def hang(_, __):
        await asyncio.sleep(60)

    counting[0].add_handler(TypeHandler(object, hang), group=-1)
    processor = Processor(counting[0], database, longest_secs=0.05)
    assert await processor.process(update(), tried=0) is Outcome.AGAIN
    assert await processor.process(update(), tried=2) is Outcome.ASIDE


async def test_an_update_nobody_wants_is_done(processor):
    assert await processor.process({"update_id": 5}) is Outcome.DONE
    assert await processor.process({"update_id": 6, "something_new": {"id": 1}}) is Outcome.DONE


async def test_cancellation_is_neither_success_nor_failure(processor, counting, database):
    task = asyncio.create_task(processor.process(update(text="slow")))
    await asyncio.sleep(0.03)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await aside(database) == []


async def test_one_handler_a_group_in_order_until_one_stops(counting):
    application, _ = counting
    called = []

    def handler(name, stop=False):
        async def handle(_, __):
            called.append(name)
            if stop:
                raise ApplicationHandlerStop

        return MessageHandler(filters.ALL, handle)

    application.add_handler(handler("b"), group=-1)
    application.add_handler(handler("never: second of its group"), group=-1)
    application.add_handler(handler("a"), group=-2)
    application.add_handler(handler("c", stop=True), group=0)
    from telegram import Update

    application.handlers[0].insert(0, application.handlers[0].pop())
    application.add_handler(handler("never: stopped"), group=1)
    await dispatch(application, Update.de_json(update(), application.bot))
    assert called == ["a", "b", "c"]


async def test_how_long_a_message_waited_is_counted(counting, database):
    metrics = Metrics()
    await Processor(counting[0], database, metrics=metrics).process(update())
    assert 'lectern_update_age_seconds_bucket{le="+Inf"} 1' in metrics.text()
    assert 'lectern_update_age_seconds_bucket{le="30"} 0' in metrics.text()


async def test_what_the_short_way_takes_goes_no_other(counting, database):
    taken = []

    async def short(raw):
        taken.append(raw["update_id"])
        return raw["update_id"] == 1

    processor = Processor(counting[0], database, short_way=short)
    assert await processor.process(update()) is Outcome.DONE
    assert await counting[1].heard(7) == []
    assert await processor.process(update(2)) is Outcome.DONE
    assert taken == [1, 2]
    assert await counting[1].heard(7) == ["hello"]


@pytest.mark.parametrize(
    ("error", "outcome"), [(ZeroDivisionError(), Outcome.ASIDE), (DatabaseFull("x"), Outcome.AGAIN)]
)
async def test_what_fails_on_the_short_way_is_apologised_for_or_tried_again(counting, database, error, outcome):
    told = []

    async def fail(_):
        raise error

    async def apologise(found, _):
        told.append(found.effective_chat.id)

    counting[0].add_error_handler(apologise)
    processor = Processor(counting[0], database, short_way=fail)
    assert await processor.process(update()) is outcome
    assert told == ([7] if outcome is Outcome.ASIDE else [])


async def test_a_short_way_that_hangs_is_ended(counting, database):
    async def hang(_):
        await asyncio.sleep(60)

    processor = Processor(counting[0], database, longest_secs=0.05, short_way=hang)
    assert await processor.process(update()) is Outcome.AGAIN
