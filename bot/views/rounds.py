"""A round's messages: from the database to what `bot.render.rounds` draws."""

from dataclasses import replace

from bot.actions import links, round_questions
from bot.delivery.post import Sent
from bot.render import polls, round_invitation, round_result
from bot.render import rounds as render
from bot.render.round_scene import RoundScene
from bot.send import Presented
from bot.texts import texts
from bot.views.group_showing import GroupShowing, presents_to_group
from lessons.round import RoundKind, Stage
from storage.store import Store


@presents_to_group("round")
async def _round(showing: GroupShowing) -> Presented:
    """The invitation; of a round that never began, its end."""
    store = showing.store
    scene = await scene_of(store, showing.args["round"])
    found, t = scene.round, texts(scene.round.language)
    if found.kind is RoundKind.DAILY:
        return Presented(())
    chooser = showing.args.get("packs")
    if found.stage is Stage.INVITED and chooser:
        reply = round_invitation.choice_of_packs(found, await round_questions.packs_for(store, chooser), t)
    elif found.stage is Stage.OVER and not found.items:
        reply = round_result.result(scene, t)
    else:
        reply = round_invitation.invitation(scene, t)

    async def remember(store: Store, sent: int) -> None:
        await store.rounds.set_message(found.id, sent)

    return Presented((reply,), await store.rounds.message_id(found.id), remember)


@presents_to_group("round_result")
async def _result(showing: GroupShowing) -> Presented:
    """How a round ended."""
    scene = await scene_of(showing.store, showing.args["round"])
    return Presented((round_result.result(scene, texts(scene.round.language)),))


@presents_to_group("round_question")
async def _question(showing: GroupShowing) -> Presented:
    """A question's message, edited to its state."""
    position = showing.args["position"]
    scene = await scene_of(showing.store, showing.args["round"], position)
    asked = await showing.store.rounds.asked(scene.round.id, position)
    if scene.item is None or asked is None:
        return Presented(())

    t = texts(scene.round.language)
    if scene.round.kind is RoundKind.DAILY and position:
        scene = replace(scene, before=await scene_of(showing.store, scene.round.id, position - 1))
    if scene.round.polls and (asked.poll_id or not scene.is_open):
        return Presented(())  # a poll stands as it was sent

    async def remember(store: Store, sent: int) -> None:
        poll_id = sent.poll_id if isinstance(sent, Sent) else None
        await store.rounds.note_asked(scene.round.id, position, message_id=int(sent), poll_id=poll_id)

    reply = polls.round_poll(scene, t) if scene.round.polls else render.question(scene, t)
    return Presented((reply,), asked.message_id, remember)


@presents_to_group("round_key")
async def _key(showing: GroupShowing) -> Presented:
    """The key under a poll, which is closed with it."""
    position = showing.args["position"]
    scene = await scene_of(showing.store, showing.args["round"], position)
    asked = await showing.store.rounds.asked(scene.round.id, position)
    if scene.item is None or asked is None or asked.message_id is None or scene.is_open:
        return Presented(())

    async def remember(store: Store, sent: int) -> None:
        await store.rounds.note_asked(scene.round.id, position, key_message_id=int(sent))

    reply = render.key(scene, texts(scene.round.language))
    if asked.key_message_id is None:
        reply = replace(reply, closes=asked.message_id)
    return Presented((reply,), asked.key_message_id, remember)


async def scene_of(store: Store, round_id: int, position: int = 0) -> RoundScene:
    """All that is needed to draw a message of that round. Raises RoundNotFound, PackNotFound."""
    found = await store.rounds.get(round_id)
    stored = await store.packs.get(found.pack_id)
    item = reading = None
    if position < len(found.items):
        kept = await store.packs.item(found.items[position])
        item = kept.item
        reading = (await store.packs.reading(kept.reading_id)).reading if kept.reading_id else None
    asked = await store.rounds.asked(round_id, position) if found.items else None
    public = stored.status == "public"
    return RoundScene(
        round=found,
        players=await store.rounds.players(round_id),
        answers=await store.rounds.answers(round_id),
        pack=stored.pack,
        position=position,
        void=asked is not None and asked.void,
        item=item,
        reading=reading,
        seed=round_questions.seed_of(found, position),
        learn=await links.address(store, links.payload("round", str(round_id))) if public else "",
    )
