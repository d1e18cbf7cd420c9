"""Whoever floods the bot is turned away, told so, and hurts nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.patience import _KEPT, BURST, PER_SEC, Patience, Pressure

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def press(sender=7, chat=7):
    return {"update_id": 1, "callback_query": {"id": "1", "from": {"id": sender}, "message": {"chat": {"id": chat}}}}


def message(sender=7, at=NOW, chat=7):
    body = {"date": int(at.timestamp()), "from": {"id": sender}, "chat": {"id": chat}, "text": "x"}
    return {"update_id": 1, "message": body}


def taken(patience, raws, now=NOW):
    return [patience.take(raw, now) for raw in raws]


def test_the_first_of_a_flood_is_told_apart_and_the_share_comes_back():
    patience = Patience()
    assert taken(patience, [press()] * (BURST + 3)) == [Pressure.FINE] * BURST + [Pressure.FIRST] + [Pressure.FLOOD] * 2
    assert patience.take(press(), NOW + SECOND / 4) is Pressure.FLOOD
    later = NOW + SECOND
    assert taken(patience, [press()] * 4, later) == [Pressure.FINE] * 2 + [Pressure.AGAIN, Pressure.FLOOD]
    much_later = NOW + timedelta(seconds=BURST / PER_SEC + 1)
    assert taken(patience, [press()] * (BURST + 1), much_later) == [Pressure.FINE] * BURST + [Pressure.FIRST]


def test_a_quick_learner_is_never_turned_away():
    patience = Patience()
    moments = [NOW + SECOND * number / PER_SEC for number in range(2_000)]
    assert {patience.take(press(), at) for at in moments} == {Pressure.FINE}


def test_others_in_the_same_group_keep_their_share():
    patience = Patience()
    taken(patience, [message(7, chat=-5)] * (BURST * 2))
    assert patience.take(message(8, chat=-5), NOW) is Pressure.FINE
    assert patience.take(message(7, chat=7), NOW) is Pressure.FLOOD


def test_what_piled_up_while_the_bot_was_away_is_no_flood():
    patience = Patience()
    evening = [message(at=NOW - SECOND * number) for number in reversed(range(500))]
    assert set(taken(patience, evening)) == {Pressure.FINE}


def test_a_date_from_the_future_gains_nothing():
    patience = Patience()
    ahead = message(at=NOW + timedelta(days=1))
    assert taken(patience, [ahead] * (BURST + 1))[-1] is Pressure.FIRST
    assert patience.take(press(), NOW) is Pressure.FLOOD


def test_a_clock_that_is_set_back_leaves_nobody_without_a_share():
    patience = Patience()
    taken(patience, [press()] * BURST)
    earlier = NOW - timedelta(hours=2)
    moments = [earlier + SECOND * number for number in range(300)]
    assert {patience.take(press(), at) for at in moments} == {Pressure.FINE}


@pytest.mark.parametrize("raw", [{"update_id": 1, "my_chat_member": {"from": {"id": 7}}}, {"update_id": 1}])
def test_a_block_is_always_heard(raw):
    patience = Patience()
    assert set(taken(patience, [raw] * (BURST * 2))) == {Pressure.FINE}


def test_odd_updates_are_counted_by_their_chat_or_for_themselves():
    odd = {"update_id": 3, "message": {"date": "x", "chat": {"id": 4}}}
    assert taken(Patience(), [odd] * (BURST + 1))[-1] is Pressure.FIRST
    assert taken(Patience(), [{"update_id": 3, "message": None}] * (BURST + 1))[-1] is Pressure.FIRST


def test_a_crowd_takes_no_more_memory_than_it_may():
    patience = Patience()
    for number in range(_KEPT * 3):
        patience.take(press(number), NOW)
    assert len(patience._shares) <= _KEPT
