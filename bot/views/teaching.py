"""A teacher's pages and the review of a draft: from the database to what is drawn."""

import asyncio
from dataclasses import replace

from bot.actions import links, publishing, teaching
from bot.render import review
from bot.render import teaching as render
from bot.render.reply import Reply
from bot.send import Presented
from bot.texts import Html
from bot.views.showing import Showing, presents
from content import mending, packfile
from content.exchange import FORMATS
from lessons import drafting
from lessons.drafting import Draft
from lessons.errors import PackNotFound
from storage.drafts import StoredDraft
from storage.packs import DRAFT, REMOVED, PackCard, StoredPack

MEGABYTES = teaching.LONGEST_BYTES // 1_000_000


@presents("teach")
async def _teach(showing: Showing) -> Presented:
    store, learner = showing.store, showing.learner
    cards = [card for card in await store.packs.of_author(learner.id) if card.status != REMOVED]
    page = render.Home(
        cards=cards,
        pending=frozenset(await store.drafts.pending(learner.id)),
        owner=await store.roles.role_of(learner.id) == "owner",
        limit_mb=MEGABYTES,
        a_day=teaching.A_DAY,
    )
    return Presented((render.home(page, showing.t),), showing.message_id)


async def own(showing: Showing) -> tuple[PackCard, StoredPack, StoredDraft]:
    """The pack of the view, if it still is the person's own. Raises PackNotFound."""
    store, pack_id = showing.store, showing.args["pack"]
    cards = await store.packs.of_author(showing.learner.id)
    card = next((one for one in cards if one.id == pack_id and one.status != REMOVED), None)
    if card is None:
        raise PackNotFound(pack_id)
    stored = await store.packs.get(pack_id)
    found = await store.drafts.get(pack_id)
    return card, stored, found or StoredDraft(pack_id, showing.learner.id, Draft(stored.pack), pending=False)


@presents("sheet")
async def _sheet(showing: Showing) -> Presented:
    card, _, found = await own(showing)
    store = showing.store
    report = found.report or {}
    page = render.Sheet(
        card=card,
        pending=found.pending,
        undecided=len(found.draft.undecided),
        flagged=len(drafting.order(found.draft, "flagged")),
        learners=await store.enrollments.count(card.id),
        reports=await store.reports.waiting(card.id),
        link=await links.address(store, links.payload("pack", str(card.id))),
        disagree=len(differing(report)),
        own=card.owner_id == showing.learner.id,
    )
    return Presented((render.sheet(page, showing.t),), showing.message_id)


def differing(report: dict[str, object]) -> list[dict[str, object]]:
    """What two documents tell differently."""
    pairs = report.get("conflicts", [])
    assert isinstance(pairs, list)
    return [pair for pair in pairs if pair["relation"] == "differ"]


@presents("review")
async def _review(showing: Showing) -> Presented:
    """The question now looked at; the outcome once all have been."""
    card, stored, found = await own(showing)
    draft = found.draft
    line = drafting.order(draft)
    if draft.at not in line:
        page = review.Done(
            pack_id=card.id,
            version=found.version,
            title=card.title,
            kept=sum(decision == "kept" for name, decision in draft.decisions.items() if name in draft.ids),
            dropped=len(draft.dropped & set(draft.ids)),
            flagged=len(drafting.order(draft, "flagged")),
            undecided=len(draft.undecided),
            published=card.status != DRAFT,
            pending=found.pending,
        )
        return Presented((review.done(page, showing.t),), showing.message_id)
    seen = replace(card_of(found, draft.at), published=card.status != DRAFT, pending=found.pending)
    row = stored.items.get(draft.at or "")
    if row is not None and card.status != DRAFT:
        known = await showing.store.statistics.item_statistics(card.id)
        seen = replace(seen, statistics=known.get(row))
    return Presented((review.card(seen, showing.t),), showing.message_id)


def card_of(found: StoredDraft, name: str | None) -> review.Card:
    """What is drawn of the question of that id."""
    draft = found.draft
    line, ids = drafting.order(draft), draft.ids
    item = draft.item(name or "")
    assert item is not None
    return review.Card(
        pack_id=found.pack_id,
        version=found.version,
        pack=draft.pack,
        item=item,
        number=ids.index(item.id),
        place=line.index(item.id) + 1 if item.id in line else 1,
        total=len(line),
        decision=draft.decisions.get(item.id, ""),
        flags=(*draft.flags.get(item.id, ()), *(() if mending.stands(item) else ("not_there",))),
        mended=item.id in draft.mends,
        can_undo=draft.before is not None and draft.before.id == item.id,
        undecided=len(draft.undecided),
        show=draft.show,
    )


@presents("mend")
async def _mend(showing: Showing) -> Presented:
    _, _, found = await own(showing)
    ids, number, part = found.draft.ids, showing.args["number"], showing.args["part"]
    if not 0 <= number < len(ids):
        return await _review(showing)
    seen = card_of(found, ids[number])
    reply = review.mend_part(seen, part, showing.t) if part else review.mend_menu(seen, showing.t)
    return Presented((reply,), showing.message_id)


@presents("mend_sure")
async def _mend_sure(showing: Showing) -> Presented:
    _, _, found = await own(showing)
    held = found.draft.proposed
    if held is None:
        return await _review(showing)
    return Presented((review.mend_sure(card_of(found, held.id), held, showing.t),), showing.message_id)


@presents("publish")
async def _publish(showing: Showing) -> Presented:
    card, _, found = await own(showing)
    return Presented((render.publish(card, len(found.draft.undecided), showing.t),), showing.message_id)


@presents("published")
async def _published(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    link = await links.address(showing.store, links.payload("pack", str(card.id)))
    return Presented((render.published(card, link, showing.t),), showing.message_id)


@presents("diff")
async def _diff(showing: Showing) -> Presented:
    card, stored, found = await own(showing)
    seen = await publishing.difference(showing.store, stored, found)
    page = render.Diff(
        pack_id=card.id,
        version=found.version,
        title=card.title,
        kept=len(seen.kept),
        reworded=seen.reworded,
        corrected=seen.corrected,
        new=seen.new,
        retired=seen.retired,
        items={item.id: item for item in found.draft.items},
        old={item.id: item for _, item in stored.pack.items()},
        learners=await showing.store.enrollments.count(card.id),
    )
    return Presented((render.diff(page, showing.t),), showing.message_id)


@presents("applied")
async def _applied(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    return Presented((render.applied(card.title, showing.args, card.id, showing.t),), showing.message_id)


@presents("await_document")
async def _await_document(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    reply = render.await_document(card, showing.args["purpose"], MEGABYTES, showing.t)
    return Presented((reply,), showing.message_id)


@presents("delete")
async def _delete(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    learners = await showing.store.enrollments.count(card.id)
    return Presented((render.delete(card, learners, showing.t),), showing.message_id)


@presents("corrects")
async def _corrects(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    cards = await showing.store.packs.of_author(showing.learner.id)
    others = [one for one in cards if one.status in publishing.STATUSES]
    return Presented((render.corrects(card.id, others, showing.t),), showing.message_id)


@presents("formats")
async def _formats(showing: Showing) -> Presented:
    card, _, _ = await own(showing)
    return Presented((render.formats(card.id, card.title, showing.t),), showing.message_id)


@presents("disagree")
async def _disagree(showing: Showing) -> Presented:
    card, _, found = await own(showing)
    return Presented((render.disagree(card.id, differing(found.report or {}), showing.t),), showing.message_id)


@presents("pack_file")
async def _pack_file(showing: Showing) -> Presented:
    """The pack in that format; it is written beside the chats."""
    _, stored, found = await own(showing)
    pack = await publishing.final_pack(showing.store, found)
    form, t = showing.args["form"], showing.t

    async def finish() -> tuple[Reply, ...]:
        if form == "native":
            data = await asyncio.to_thread(packfile.write_zip, pack)
            said = t("Mend it at a desk and send it back: I show you what changes. It is Markdown inside.")
            return (render.file(f"{stored.pack.key}.zip", data, said, t),)
        from content.exchange.writing import write

        made = await asyncio.to_thread(write, pack, form)
        said = t("{title}: {format}", title=pack.title[:100], format=FORMATS[form].title)
        lost = render.lost(made.report, t)
        return (render.file(made.name, made.data, Html("\n".join((said, *lost))), t),)

    return Presented((), None, finish=finish)
