"""Under which name does somebody play in a group? A pseudonym, or the first name where they chose to show it."""

from lessons.pseudonyms import pseudonym
from lessons.round import Round
from storage.store import Store

LONGEST = 32


async def name_for(store: Store, found: Round, chat_id: int, shown: str | None = None) -> str:
    """The name in this round, like no other's in it. `shown`: the first name, where the person asked for it."""
    players = await store.rounds.players(found.id)
    taken = {player.name for player in players if player.chat_id != chat_id}
    if shown and (wanted := " ".join(shown.split())[:LONGEST]):
        return next(name for name in _numbered(wanted) if name not in taken)
    kept = await _of_class(store, chat_id)
    if kept is not None and kept not in taken:
        return kept
    return next(name for again in range(10_000) if (name := pseudonym(found.salt, chat_id, again)) not in taken)


async def _of_class(store: Store, chat_id: int) -> str | None:
    """The pseudonym of the class joined last; a name shown to a class is not shown to a group."""
    learner = await store.learners.by_chat(chat_id)
    if learner is None:
        return None
    for group in await store.classes.of_learner(learner.id):
        member = await store.classes.member(group.id, learner.id)
        if member is not None and member.pseudonym:
            return member.pseudonym
    return None


def _numbered(name: str) -> list[str]:
    """ "Ada", then "Ada 2", "Ada 3" for others of that name."""
    return [name, *(f"{name} {number}" for number in range(2, 10_000))]
