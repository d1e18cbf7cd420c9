"""What do typed words answer, outside a question? `learner.expecting` is "CODE:ARGS"; a registry finds the action.

The words of a command never come here. An action returns False where the words do not answer it, so that they may mean
something else; it lets go by `expect(store, learner, None)`, or keeps expecting.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from lessons.enrollment import Learner
from storage.store import Store

Reading = Callable[[Store, Learner, str, str, datetime], Awaitable[bool]]
"""What typed words do: (store, learner, the args after the colon, the words, now) -> whether they were an answer."""

EXPECTED: dict[str, Reading] = {}


def expected(code: str) -> Callable[[Reading], Reading]:
    """Marks what reads the words typed while `code` is expected. The module must be imported by a handler's."""

    def mark(reading: Reading) -> Reading:
        assert code not in EXPECTED, code
        EXPECTED[code] = reading
        return reading

    return mark


async def expect(store: Store, learner: Learner, what: str | None) -> None:
    """Notes what the next typed words are about ("CODE" or "CODE:ARGS"); None: nothing."""
    if learner.expecting != what:
        await store.learners.save(replace(learner, expecting=what))


async def typed(store: Store, learner: Learner, text: str, now: datetime) -> bool:
    """Typed words that answer what is expected; False if nothing is, or they do not."""
    code, _, args = (learner.expecting or "").partition(":")
    reading = EXPECTED.get(code)
    return reading is not None and await reading(store, learner, args, text, now)
