"""What did each person do? Every act with the update it became, in the order of Telegram's queue."""

from dataclasses import dataclass, field

from bot.playground.updates import Queued
from bot.playground.world import World


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done: `data` of a button pressed, or `text` typed, or `document` sent, by the person of that chat."""

    update_id: int
    chat_id: int
    key: str
    """What the bot calls this act among repeats of it: the log of answers has it."""
    data: str = ""
    text: str = ""
    document: str = ""


@dataclass(slots=True)
class Ledger:
    """All acts, and the updates to hand out once more."""

    world: World
    acts: list[Act] = field(default_factory=list)
    updates: list[Queued] = field(default_factory=list)
    expired: set[int] = field(default_factory=set)
    """Updates that Telegram gave up because the bot was away for too long."""

    def note(self, chat_id: int, key: str, **what: str) -> None:
        """Enter what was just done; its update is the last in Telegram's queue."""
        queued = self.world.updates.last
        assert queued is not None
        self.acts.append(Act(queued.id, chat_id, key, **what))
        self.updates = [*self.updates[-300:], queued]

    def of(self, chat_id: int) -> list[Act]:
        """One person's acts."""
        return [act for act in self.acts if act.chat_id == chat_id]
