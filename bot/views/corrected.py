"""What a learner is told of a correction: from the database to what is drawn."""

from bot.render import corrected as render
from bot.send import Presented
from bot.views.showing import Showing, presents


@presents("corrected")
async def _corrected(showing: Showing) -> Presented:
    found = await showing.store.packs.items(line["item"] for line in showing.args["items"])
    told = [
        render.Told(found[line["item"]].item, line["was"], line["said"], line["before"], line["after"])
        for line in showing.args["items"]
        if line["item"] in found
    ]
    if not told:
        return Presented(())
    pack = (await showing.store.packs.get(found[showing.args["items"][0]["item"]].pack_id)).pack
    return Presented((render.corrected(pack.title, told, int(showing.args["more"]), showing.t),))
