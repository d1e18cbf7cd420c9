"""A press on the short way is what python-telegram-bot would make of it; what is no such press is left alone."""

import copy
from typing import Any

import pytest

from bot.app import ALLOWED_UPDATES
from bot.context import Arrival
from bot.handlers import pages, quick
from bot.handlers.quick import Quick

USER = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "de"}
PRESS: dict[str, Any] = {
    "update_id": 5,
    "callback_query": {
        "id": "99",
        "from": USER,
        "chat_instance": "1",
        "data": "a:1:0:2",
        "message": {
            "message_id": 3,
            "date": 1_767_000_000,
            "chat": {"id": 7, "type": "private", "first_name": "Ada"},
            "text": "?",
        },
    },
}


class Bare:
    """An application with a desk that nobody looks at."""

    def __init__(self, desk: object) -> None:
        self.bot_data = {"desk": desk}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What was passed on."""
    found: list[tuple[Any, ...]] = []

    async def press(*args: Any) -> None:
        found.append(args[1:])

    monkeypatch.setattr(pages, "press", press)
    monkeypatch.setattr(quick, "Desk", object)
    return found


def changed(path: str, value: object) -> dict[str, Any]:
    """The press with one field another; None takes it away."""
    raw = copy.deepcopy(PRESS)
    at, names = raw, path.split(".")
    for name in names[:-1]:
        at = at[name]
    if value is None:
        del at[names[-1]]
    else:
        at[names[-1]] = value
    return raw


async def test_a_press_on_a_sitting_is_taken(taken: list[tuple[Any, ...]]) -> None:
    assert await Quick(Bare(object()))(PRESS)  # type: ignore[arg-type]
    assert taken == [(Arrival(5, 7, "Ada", "de", "c99", 3), "99", "a:1:0:2")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("callback_query", None),
        ("callback_query", []),
        ("callback_query.data", None),
        ("callback_query.data", "M:help"),
        ("callback_query.data", "?"),
        ("callback_query.data", 5),
        ("callback_query.id", 99),
        ("callback_query.from", None),
        ("callback_query.from.first_name", 5),
        ("callback_query.from.language_code", ["de"]),
        ("callback_query.message", None),
        ("callback_query.message.date", 0),
        ("callback_query.message.message_id", "3"),
        ("callback_query.message.chat", 7),
        ("callback_query.message.chat.id", True),
        ("callback_query.message.chat.id", "7"),
        ("callback_query.message.chat.type", "supergroup"),
        ("update_id", "5"),
    ],
)
async def test_anything_else_is_left_alone(path: str, value: object, taken: list[tuple[Any, ...]]) -> None:
    assert not await Quick(Bare(object()))(changed(path, value))  # type: ignore[arg-type]
    assert not taken


def test_presses_are_asked_for() -> None:
    assert "callback_query" in ALLOWED_UPDATES
