"""What does a class look like? Who stands where, the worst questions, what is about to fade. Reads JSON, writes a PNG.

Colours are from the Okabe-Ito set, each standing has a hatch of its own as well, and every bar carries its number. The
paper is white whatever the reader's theme: the picture is read as it is on a dark screen.
"""

import io
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot as plt

from bot.pictures.drawing import serve

INK, QUIET, PAPER = "#1b2733", "#c8d1da", "#ffffff"
KNOWN, LEARNING = "#0072b2", "#e69f00"
STUCK, FADING = "#d55e00", "#cc79a7"
STANDINGS = (
    ("done", KNOWN, "", PAPER),
    ("working", "#56b4e9", "//", INK),
    ("stuck", STUCK, "xx", INK),
    ("not_begun", QUIET, "..", INK),
)
ROW = 0.62


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`: labels, works (title, four counts), worst and fading (question, share, n, few)."""
    plt.rcParams.update({"font.size": 13, "text.color": INK, "hatch.color": PAPER, "hatch.linewidth": 0.6})
    bars = [(key, colour) for key, colour in (("worst", LEARNING), ("fading", FADING)) if data[key]]
    heights = [ROW * max(1, len(data["works"])) + 1.0, *(ROW * len(data[key]) + 0.5 for key, _ in bars)]
    figure, panels = plt.subplots(
        len(heights),
        1,
        figsize=(7.2, sum(heights) + 0.6),
        height_ratios=heights,
        layout="constrained",
        facecolor=PAPER,
        squeeze=False,
    )
    _works(panels[0][0], data["works"], data["labels"])
    for (key, colour), (axes,) in zip(bars, panels[1:], strict=True):
        _shares(axes, data[key], data["labels"][key], colour, data["labels"]["few"])
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=130)
    plt.close(figure)
    return out.getvalue()


def _works(axes: Any, works: list[Any], labels: dict[str, str]) -> None:
    """A bar an assignment, in parts by standing."""
    places = range(len(works))
    start = [0] * len(works)
    for part, (name, colour, hatch, ink) in enumerate(STANDINGS, 1):
        widths = [work[part] for work in works]
        drawn = axes.barh(places, widths, left=start, color=colour, hatch=hatch, label=labels[name], height=0.5)
        written = axes.bar_label(drawn, [str(w) if w else "" for w in widths], label_type="center", color=ink)
        for one, width in zip(written, widths, strict=True):
            if width and hatch:
                one.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1.5, "alpha": 0.85})
        start = [a + b for a, b in zip(start, widths, strict=True)]
    for place, work in zip(places, works, strict=True):
        axes.text(0, place - 0.3, work[0], va="bottom", ha="left")
    axes.set_ylim(len(works) - 0.5, -0.85)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.01), ncols=4, frameon=False, columnspacing=1.2)
    _bare(axes, labels["title"])


def _shares(axes: Any, rows: list[Any], title: str, colour: str, too_few: str) -> None:
    """A bar a question, 0 to 100 per cent, with its share and n."""
    for place, (question, share, n, few) in enumerate(rows):
        axes.barh(place, 1, color="#eef1f4", height=0.34)
        axes.barh(place, share, color=colour, height=0.34)
        note = f" ({too_few})" if few else ""
        axes.text(1.01, place, f"{round(share * 100)}% · n={n}{note}", va="center", ha="left", fontsize=11)
        axes.text(0, place - 0.22, question, va="bottom", ha="left", fontsize=11)
    axes.set_xlim(0, 1.28)
    axes.set_ylim(len(rows) - 0.5, -0.8)
    _bare(axes, title)


def _bare(axes: Any, title: str) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_title(title, loc="left", fontweight="bold")
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)


if __name__ == "__main__":
    serve(png)
