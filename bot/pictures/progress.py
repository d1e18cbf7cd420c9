"""What does progress look like? What is known per lesson, reviews ahead, days studied. Reads JSON, writes a PNG.

Colours are from the Okabe-Ito set, which people with colour blindness tell apart; every bar also carries its number.
"""

import io
import json
import re
import sys
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import font_manager
from matplotlib import pyplot as plt
from matplotlib.patches import Rectangle

INK, QUIET, PAPER = "#1b2733", "#c8d1da", "#ffffff"
KNOWN, LEARNING, AHEAD = "#0072b2", "#e69f00", "#009e73"


DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def can_be_written(data: dict[str, Any]) -> bool:
    """Whether the machine has a font for the words; without one a picture says nothing that the text does not."""
    if not DEVANAGARI.search(json.dumps(data, ensure_ascii=False)):
        return True
    names = {font.name for font in font_manager.fontManager.ttflist}
    found = sorted(name for name in names if "Devanagari" in name)
    plt.rcParams["font.family"] = [*found, "DejaVu Sans"]
    return bool(found)


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`: labels, lessons (title, known, learning, unseen), ahead and days (day, count)."""
    plt.rcParams.update(
        {"font.size": 13, "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK}
    )
    lessons = data["lessons"][:8]
    heights = [0.75 * max(2, len(lessons)) + 0.6, 2.6, 1.5]
    figure, (top, middle, bottom) = plt.subplots(
        3, 1, figsize=(7.2, sum(heights) + 1.2), height_ratios=heights, layout="constrained", facecolor=PAPER
    )
    _lessons(top, lessons, data["labels"])
    _ahead(middle, data["ahead"], data["labels"])
    _days(bottom, data["days"], data["labels"])
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=130)
    plt.close(figure)
    return out.getvalue()


def _lessons(axes: Any, lessons: list[Any], labels: dict[str, str]) -> None:
    places = range(len(lessons))
    start = [0] * len(lessons)
    for part, colour, label in ((1, KNOWN, "known"), (2, LEARNING, "learning"), (3, QUIET, "unseen")):
        widths = [lesson[part] for lesson in lessons]
        bars = axes.barh(places, widths, left=start, color=colour, label=labels[label], height=0.55)
        axes.bar_label(
            bars, [str(w) if w else "" for w in widths], label_type="center", color=INK if part > 1 else PAPER
        )
        start = [a + b for a, b in zip(start, widths, strict=True)]
    for place, lesson in zip(places, lessons, strict=True):
        axes.text(0, place - 0.33, lesson[0], va="bottom", ha="left")
    axes.set_yticks([])
    axes.set_xticks([])
    axes.set_ylim(len(lessons) - 0.5, -0.9)
    axes.set_title(labels["title"], loc="left", fontweight="bold")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.01), ncols=3, frameon=False)
    _bare(axes)


def _ahead(axes: Any, ahead: list[Any], labels: dict[str, str]) -> None:
    bars = axes.bar(range(len(ahead)), [count for _, count in ahead], color=AHEAD, width=0.7)
    axes.bar_label(bars, [str(count) if count else "" for _, count in ahead], padding=2)
    axes.set_xticks(range(len(ahead)), [day for day, _ in ahead], fontsize=10)
    axes.set_yticks([])
    axes.set_ylim(0, max([count for _, count in ahead] + [4]) * 1.2)
    axes.set_title(labels["ahead"], loc="left", fontweight="bold")
    _bare(axes)


def _days(axes: Any, days: list[Any], labels: dict[str, str]) -> None:
    most = max([count for _, count in days] + [1])
    for place, (day, count) in enumerate(days):
        shade = 0.25 + 0.75 * count / most if count else 0
        axes.add_patch(Rectangle((place + 0.06, 0.06), 0.88, 0.88, facecolor=(0, 0.447, 0.698, shade), edgecolor=QUIET))
        if count:
            axes.text(
                place + 0.5,
                0.5,
                str(count),
                ha="center",
                va="center",
                fontsize=10,
                color=PAPER if shade > 0.55 else INK,
            )
        axes.text(place + 0.5, -0.12, day, ha="center", va="top", fontsize=10)
    axes.set_xlim(0, len(days))
    axes.set_ylim(-0.5, 1)
    axes.set_aspect("equal")
    axes.set_title(labels["days"], loc="left", fontweight="bold")
    axes.axis("off")


def _bare(axes: Any) -> None:
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)


if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    if not can_be_written(wanted):
        sys.exit(1)
    sys.stdout.buffer.write(png(wanted))
