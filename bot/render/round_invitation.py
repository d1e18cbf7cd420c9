"""How does the invitation to a round look? Join, begin, how it is run, and which pack it is about."""

from collections.abc import Sequence

from bot import group_buttons as press
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply, Rows
from bot.render.round_scene import RoundScene
from bot.texts import Html, Texts, bold
from lessons.round import Round, Stage
from storage.packs import PackCard

MOST_PACKS = 20


def invitation(scene: RoundScene, t: Texts) -> Reply:
    """Join, begin, and how the round is run."""
    found = scene.round
    title = shorten(scene.pack.title, 200)
    head = bold(t("A round on “{title}”", title=title))
    if found.stage is not Stage.INVITED:
        begun = t("It has begun. Whoever answers a question is in.")
        return Reply(Html(f"{head}\n{begun}"), thread=found.thread_id)
    lines: list[str] = [head, _how(found, t), ""]
    lines.append(t("Press Join to play, under a made-up name. Nobody is told who was wrong."))
    if found.polls:
        lines.append(t("Quiz polls are Telegram's own: in them members can see who chose what. Buttons tell nobody."))
    lines += ["", t("Playing: {count}", count=scene.joined)]
    return Reply(Html("\n".join(lines)), _invitation_rows(found, t), thread=found.thread_id)


def _how(found: Round, t: Texts) -> Html:
    said = t.n("{count} question", "{count} questions", found.size)
    if found.teams:
        said = said + t.comma + t("two teams")
    if found.limit_secs:
        return said + t.comma + t.n("about {count} second for each", "about {count} seconds for each", found.limit_secs)
    return said + t.comma + t("without a time limit")


def _invitation_rows(found: Round, t: Texts) -> Rows:
    number = found.id
    limits = {0: t("No limit"), 30: t("30 seconds"), 60: t("60 seconds")}
    return (
        (button(t("Join"), press.RoundJoin(number)), button(t("Join by first name"), press.RoundJoin(number, 1))),
        (button(t("Begin"), press.RoundBegin(number)),),
        tuple(
            _choice(label, found.limit_secs == secs, press.RoundSet(number, "limit", secs))
            for secs, label in limits.items()
        ),
        (
            _choice(t("Buttons"), not found.polls, press.RoundSet(number, "polls", 0)),
            _choice(t("Quiz polls"), found.polls, press.RoundSet(number, "polls", 1)),
            _choice(t("Two teams"), found.teams, press.RoundSet(number, "teams", int(not found.teams))),
        ),
        (button(t("Another pack"), press.RoundPacks(number)), button(t("Stop"), press.RoundStop(number))),
    )


def _choice(label: str, chosen: bool, payload: press.InRound) -> Button:
    return button(f"✓ {label}" if chosen else label, payload)


def choice_of_packs(found: Round, cards: Sequence[PackCard], t: Texts) -> Reply:
    """Which pack shall the round be about?"""
    rows = [
        (button(shorten(card.title, 40), press.RoundPack(found.id, card.id)),)
        for card in cards[:MOST_PACKS]
        if card.items
    ]
    rows.append((button(t("Back"), press.RoundPacks(found.id, 0)),))
    return Reply(t("Which pack shall the round be about?"), tuple(rows), thread=found.thread_id)
