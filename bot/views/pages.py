"""The standing pages: welcome, packs, settings, rights."""

from bot.actions import assigned, browsing, links, own_data, planning
from bot.render import class_learner, pages, settings, uploads
from bot.render.notices import notice
from bot.render.reply import Reply
from bot.send import Presented
from bot.views.showing import Showing, presents
from bot.views.strength import known as known_items
from lessons import drafting
from lessons.drafting import Draft
from storage.store import Store
from storage.uploads import Upload


@presents("welcome")
async def _welcome(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    hand = await browsing.at_hand(store, learner)
    given, given_rows = class_learner.start_lines(await assigned.mine(store, learner, showing.now), showing.t)
    page = pages.Welcome(
        name=learner.name,
        pack=await browsing.card(store, learner, hand) if hand else None,
        known=bool(showing.args.get("known")),
        due=await store.reviews.count_due(learner.id, showing.now),
        note=showing.t("That link leads nowhere any more.") if showing.args.get("lost") else "",
        given=given,
        given_rows=given_rows,
    )
    return Presented((pages.welcome(page, showing.t),), showing.message_id)


@presents("help")
async def _help(showing: Showing) -> Presented:
    name = await showing.store.meta.get(links.BOT)
    into_group = f"https://t.me/{name}?startgroup=hello" if name else ""
    return Presented((pages.help_page(showing.t, into_group),), showing.message_id)


@presents("packs")
async def _packs(showing: Showing) -> Presented:
    cards = await showing.store.packs.visible(showing.learner.id)
    hand = await browsing.at_hand(showing.store, showing.learner)
    return Presented((pages.packs(cards, hand, showing.t),), showing.message_id)


@presents("pack")
async def _pack(showing: Showing) -> Presented:
    store, pack_id = showing.store, showing.args["pack"]
    stored = await store.packs.get(pack_id)
    known = await known_items(showing, pack_id)
    reply = pages.pack_card(await browsing.card(store, showing.learner, pack_id), stored.pack, len(known), showing.t)
    return Presented((reply,), showing.message_id)


@presents("settings")
async def _settings(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    hand = await browsing.at_hand(store, learner)
    expected = await planning.expectation(store, learner, hand, showing.now)
    return Presented((settings.overview(learner, showing.now, showing.t, expected),), showing.message_id)


@presents("zone")
async def _zone(showing: Showing) -> Presented:
    return Presented((settings.zone_question(showing.now, showing.t),), showing.message_id)


@presents("zone_choice")
async def _zone_choice(showing: Showing) -> Presented:
    zones = [(zone, label) for zone, label in showing.args["zones"]]
    return Presented((settings.zone_choice(zones, showing.t),), showing.message_id)


@presents("hour")
async def _hour(showing: Showing) -> Presented:
    return Presented((settings.hours(showing.learner, showing.t),), showing.message_id)


@presents("new")
async def _new(showing: Showing) -> Presented:
    return Presented((settings.amounts("new", showing.t),), showing.message_id)


@presents("reviews")
async def _reviews(showing: Showing) -> Presented:
    return Presented((settings.amounts("reviews", showing.t),), showing.message_id)


@presents("quiet")
async def _quiet(showing: Showing) -> Presented:
    return Presented((settings.quiet(showing.t),), showing.message_id)


@presents("pause")
async def _pause(showing: Showing) -> Presented:
    """Under a reminder the pause page is a message of its own: the question stays."""
    return Presented((settings.pause(showing.t),), showing.message_id)


@presents("exam")
async def _exam(showing: Showing) -> Presented:
    return Presented((settings.exam(showing.t),), showing.message_id)


@presents("holiday")
async def _holiday(showing: Showing) -> Presented:
    return Presented((settings.holiday(showing.t),), showing.message_id)


@presents("language")
async def _language(showing: Showing) -> Presented:
    return Presented((settings.languages(showing.t),), showing.message_id)


@presents("off")
async def _off(showing: Showing) -> Presented:
    return Presented((settings.days_off(showing.learner, showing.t),), showing.message_id)


@presents("minutes")
async def _minutes(showing: Showing) -> Presented:
    return Presented((settings.minutes(showing.t),), showing.message_id)


@presents("pictures")
async def _pictures(showing: Showing) -> Presented:
    return Presented((settings.pictures(showing.t),), showing.message_id)


@presents("privacy")
async def _privacy(showing: Showing) -> Presented:
    return Presented((pages.privacy(showing.t),), showing.message_id)


@presents("forget")
async def _forget(showing: Showing) -> Presented:
    classes = showing.store.classes
    led = [await classes.teachers(one.id) for one in await classes.of_teacher(showing.learner.id)]
    return Presented((pages.forget(showing.t, sum(len(teachers) == 1 for teachers in led)),))


@presents("mydata")
async def _mydata(showing: Showing) -> Presented:

    return Presented((pages.my_data(await own_data.my_data(showing.store, showing.learner), showing.t),))


@presents("said_in_place")
async def _said_in_place(showing: Showing) -> Presented:
    """One sentence in place of the page whose button was pressed."""
    return Presented((Reply(notice(showing.args["code"], {}, showing.t)),), showing.message_id)


@presents("offer")
async def _offer(showing: Showing) -> Presented:
    """A pasted text, and the question whether a pack shall be built from it; nothing once that is answered."""
    upload = await showing.store.uploads.get(showing.args["upload"])
    if upload is None or upload.state != "offered" or upload.pasted is None:
        return Presented(())

    async def remember(store: Store, sent: int) -> None:
        await store.uploads.shown(upload.id, sent)

    reply = uploads.offer(upload.id, len(upload.pasted.split()), showing.t)
    return Presented((reply,), upload.shown_id, remember)


async def _built(showing: Showing, upload: Upload, pack_id: int) -> uploads.Built:
    outcome, found = upload.outcome or {}, await showing.store.drafts.get(pack_id)
    report = outcome.get("report") or {}
    came = str(outcome.get("as", "new"))
    draft = found.draft if found else Draft((await showing.store.packs.get(pack_id)).pack)
    return uploads.Built(
        pack=draft.pack,
        pack_id=pack_id,
        report=report,
        came=came,
        flagged=len(drafting.order(draft, "flagged")),
        disagree=sum(pair["relation"] == "differ" for pair in report.get("conflicts", ())),
        documents=len(report.get("documents", ())),
        pasted=upload.pasted is not None,
        together=bool(await showing.store.uploads.album(upload.id)),
    )


@presents("upload")
async def _upload(showing: Showing) -> Presented:
    """How far a document is on its way to a pack, or what became of it."""
    upload = await showing.store.uploads.get(showing.args["upload"])
    if upload is None:
        return Presented(())
    outcome = upload.outcome or {}
    if upload.state != "done":
        others = len(await showing.store.uploads.album(upload.id))
        reply = uploads.building(upload.name, upload.stage, upload.share, showing.t, others=others)
    elif upload.pack_id is not None:
        reply = uploads.built(await _built(showing, upload, upload.pack_id), showing.t)
    else:
        reply = uploads.failed(upload.name, outcome, showing.t)

    async def remember(store: Store, sent: int) -> None:
        await store.uploads.shown(upload.id, sent)

    return Presented((reply,), upload.shown_id, remember)
