"""How do weak spots read? By topic (what the readings teach) and by source (which document it comes from)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.render.class_glance import fit
from bot.render.cut import CAPTION, shorten
from bot.render.progress_tabs import study, tabs, weakest_first
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.strength import Spot

SHOWN = 4


@dataclass(frozen=True, slots=True)
class WeakSpots:
    """The topics of the pack at hand and the sources of all packs, the weakest first."""

    pack: int
    title: str
    topics: Sequence[Spot]
    sources: Sequence[Spot]


def weak_spots(seen: WeakSpots, t: Texts) -> Reply:
    """The weakest topics and sources in words."""
    lines: list[str] = [bold(t("Weak spots"))]
    for title, spots in _panels(seen, t):
        lines += ["", bold(title), *(_line(one, t) for one in spots)]
    if len(lines) == 1:
        lines += ["", t("There is not enough to compare yet: three facts of a topic tell something.")]
    lines += [
        "",
        italic(t("The percentage is what you would know today. Right answers: the last 60 days.")),
    ]
    return Reply(fit(lines, CAPTION), (weakest_first(seen.pack, t), study(t), *tabs("weak", seen.pack, t)))


def picture_data(seen: WeakSpots, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.weak` draws; no panels where nothing can be said."""
    return {
        "labels": {"title": t("Weak spots"), "sub": t("What you would know today, the weakest first")},
        "panels": [
            {
                "title": title,
                "rows": [
                    [shorten(one.name, 90), one.chance, f"{t.percent(one.chance)} · {_facts(one, t)}"] for one in spots
                ],
            }
            for title, spots in _panels(seen, t)
        ],
    }


def _panels(seen: WeakSpots, t: Texts) -> list[tuple[Html, Sequence[Spot]]]:
    found = [(t("By topic"), seen.topics[:SHOWN]), (t("By source"), seen.sources[:SHOWN])]
    return [(title, spots) for title, spots in found if spots]


def _facts(one: Spot, t: Texts) -> Html:
    return t.n("{count} fact", "{count} facts", one.met)


def _line(one: Spot, t: Texts) -> Html:
    said = f"• {escape(shorten(one.name, 60))} — {t.percent(one.chance)} · {_facts(one, t)}"
    if one.answers:
        said += " · " + t("{right} of {asked} right", right=one.right, asked=one.answers)
    return Html(said)
