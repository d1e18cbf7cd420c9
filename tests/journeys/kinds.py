"""A pack with a question of every kind, and how each is answered by taps alone and by typing alone."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.actions.studying import seed_of
from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from content.packfile import parse
from lessons.items import ChoiceItem, Item, MatchItem, OrderItem, TruthItem

PACK = """---
format: 1
pack: every-kind
version: 1.0.0
title: Every kind
language: en
licence: CC0-1.0
---

A question of each kind.

[^survey]: Harbour survey, 1901.

[^ledger]: Ledger of the mole, 1899.

---
lesson: kinds
title: Kinds
---

# The mole {#mole}

The mole is 420 m long. It was begun in 1888, opened on 4 May 1894 and lit on 4 May 1894. It cost $2.5 million,
paid by Norway and Sweden. Its engineer was Ada Example. The crane lifts 12 tons, the lamp burns 30 litres.

## ? What did the mole cost? {#choice}
- [ ] $1 million
- [x] $2.5 million
- [ ] $9 million
source: reading "It cost $2.5 million"

## ? Who paid? {#several}
- [x] Norway
- [ ] Denmark
- [x] Sweden
- [ ] Finland

## ? The mole is longer than 500 m. {#truth}
truth: false

## ? How long is the mole? {#number}
number: 420 m ± 5
decoys: 380 m; 510 m

## ? How long is the mole, typed? {#typed-number}
number: 420 m ± 5

## ? Guess what the mole cost. {#estimate}
estimate: 2.5 million USD

## ? On which date was the mole opened? {#date}
date: 1894-05-04
decoys: 4 May 1893; 9 June 1894

## ? On which date was the mole opened, typed? {#typed-date}
date: 1894-05-04

## ? In which year was the mole begun? {#year}
date: 1888

## ? Who was the engineer? {#text}
text: Ada Example
decoys: Ben Sample; Cleo Model

## ? The mole was begun in ____. {#cloze}
date: 1888

## ? Put these in order, earliest first. {#order}
1. The mole was begun -> 1888
2. The mole was opened -> 1894-05-04
3. The mole was lighted -> 1894-05-04
4. The survey was printed -> 1901

## ? Which came first? {#first}
earlier: The mole was begun -> 1888
later: The mole was opened -> 1894-05-04

## ? Match each thing and its figure. {#match}
- The crane -> 12 tons
- The lamp -> 30 litres
- The mole -> 420 m

## ? Two sources give the length. Which says which? {#compare}
- ^survey The harbour survey -> 420 m
- ^ledger The ledger -> 418 m
source: ^survey "is 420 m long"
source: ^ledger "by 418 m"
"""

NAMES = (
    *("choice", "several", "truth", "number", "typed-number", "estimate", "date", "typed-date", "year", "text"),
    *("cloze", "order", "first", "match", "compare"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits in a chat."""

    chat: Conversation
    item: Item
    seed: int

    @property
    def right(self) -> list[int]:
        """The options to be tapped, in order."""
        options = self.item.options(self.seed)
        match self.item:
            case ChoiceItem():
                return [i for i, text in enumerate(options) if text in self.item.key.split("\n")]
            case OrderItem():
                return [options.index(entry.text) for entry in self.item.answer]
            case MatchItem():
                return [options.index(pair.right) for pair in self.item.answer]
            case _:
                return [options.index(self.item.key)]

    async def tap(self, indices: list[int]) -> None:
        """Taps the options with these numbers, and Done where several may be right."""
        session = self.seed // 1009
        for index in indices:
            await self.chat.press(f"a:{session}:0:{index}", on=self.chat.last)
        if self.item.mode == "many":
            await self.chat.tap("Done")


async def ask(stage: Stage, chat: Conversation, name: str) -> Asked:
    """The question of that name, asked of somebody by its link."""
    parsed = parse({"kinds.md": PACK.encode()})
    assert parsed.pack is not None, [one.text() for one in parsed.diagnostics]
    await chat.send("/start")
    async with stage.database.begin() as store:
        change = await store.packs.install(parsed.pack, now=stage.clock.now())
        stored = await store.packs.get(change.pack_id)
    await chat.send(f"/start item_{stored.items[name]}")
    session = await learner.sitting(stage, chat)
    found = await learner.question(stage, chat)
    assert found is not None
    assert session is not None
    assert seed_of(session) == found[1]
    return Asked(chat, *found)


WORDS: dict[str, Callable[[Asked], str]] = {
    "choice": lambda asked: "$2.5 million",
    "several": lambda asked: "Norway, Sweden",
    "truth": lambda asked: "no",
    "number": lambda asked: "420 m",
    "typed-number": lambda asked: "four hundred and twenty metres",
    "estimate": lambda asked: "2 500 000",
    "date": lambda asked: "May 4, 1894",
    "typed-date": lambda asked: "4.5.1894",
    "year": lambda asked: "1888",
    "text": lambda asked: "ada exampel",
    "cloze": lambda asked: "in 1888",
    "order": lambda asked: "begun, lighted, opened, survey",
    "first": lambda asked: "The mole was begun",
    "match": lambda asked: "crane - 12 tons\nlamp - 30 litres\nmole - 420 m",
    "compare": lambda asked: "survey - 420 m\nledger - 418 m",
}
"""The right answer as somebody would put it in their own words."""


def marks(asked: Asked) -> str:
    """The right answer by letters and numbers alone."""
    letters = ["ABCDEFGH"[index] for index in asked.right]
    if isinstance(asked.item, MatchItem):
        return " ".join(f"{place}{letter.lower()}" for place, letter in enumerate(letters, 1))
    if isinstance(asked.item, TruthItem):
        return letters[0]
    return " ".join(letters)
