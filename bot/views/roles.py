"""Who teaches here: from the database to what `bot.render.roles` draws."""

from bot.actions import links
from bot.render import roles
from bot.send import Presented
from bot.views.showing import Showing, presents


@presents("teachers")
async def _teachers(showing: Showing) -> Presented:
    found = await showing.store.roles.teachers()
    return Presented((roles.teachers(found, showing.t),), showing.message_id)


@presents("invitation")
async def _invitation(showing: Showing) -> Presented:
    payload = showing.args["payload"]
    address = await links.address(showing.store, payload)
    return Presented((roles.invitation(address, payload, showing.t),))


@presents("appointed")
async def _appointed(showing: Showing) -> Presented:
    return Presented((roles.appointed(showing.args["role"], showing.t),))


@presents("authors")
async def _authors(showing: Showing) -> Presented:
    store, pack_id = showing.store, showing.args["pack"]
    people = [await store.learners.get(number) for number in await store.packs.authors(pack_id)]
    names = [(person.id, person.name) for person in people]
    title = (await store.packs.get(pack_id)).pack.title
    return Presented((roles.authors(pack_id, title, names, showing.t),), showing.message_id)
