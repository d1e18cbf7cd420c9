"""How is a picture for a phone put together? A sheet of boxes and words, light or dark, from the left or the right.

Lengths are hundredths of an inch, from the top; on a sheet that reads from the right every place is mirrored. Colours
are told apart by lightness too (and each has a number or a word beside it), so that nothing hangs on colour alone.
"""

import io
from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from PIL import Image

WIDTH = 720
DPI = 130
COLOURS = 96
"""Enough for soft edges; rare colours (a small part of a bar) keep their own, for `MAXCOVERAGE` counts no pixels."""
MARGIN = 24
Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a sheet. `steps` go from hardly any to most; `on_steps` is the ink that reads on each."""

    paper: str
    ink: str
    soft: str
    quiet: str
    steps: tuple[str, str, str, str]
    on_steps: tuple[str, str, str, str]
    strong: str
    growing: str
    weak: str
    on_marks: str


LIGHT = Theme(
    paper="#ffffff",
    ink="#1b2733",
    soft="#54626f",
    quiet="#e3e8ed",
    steps=("#b7d7ee", "#74afd9", "#2874aa", "#0b4a7a"),
    on_steps=("#1b2733", "#1b2733", "#ffffff", "#ffffff"),
    strong="#0072b2",
    growing="#e69f00",
    weak="#d55e00",
    on_marks="#ffffff",
)
DARK = Theme(
    paper="#17212b",
    ink="#e8edf2",
    soft="#a9b7c4",
    quiet="#2c3a48",
    steps=("#1d4e73", "#2874aa", "#74b4e0", "#c3e2f7"),
    on_steps=("#ffffff", "#ffffff", "#10171e", "#10171e"),
    strong="#56b4e9",
    growing="#f0c04a",
    weak="#f08a4b",
    on_marks="#10171e",
)
THEMES = {"light": LIGHT, "dark": DARK}


class Sheet:
    """A sheet of that height, to be drawn on from its top."""

    def __init__(self, height: float, *, theme: str = "light", rtl: bool = False, width: float = WIDTH) -> None:
        self.theme = THEMES.get(theme, LIGHT)
        self.width = width
        self._rtl = rtl
        self._figure = Figure(figsize=(width / 100, height / 100), facecolor=self.theme.paper, dpi=DPI)
        FigureCanvasAgg(self._figure)
        self._axes: Any = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, round_by: float = 0, hatch: str = ""
    ) -> None:
        """A filled box whose corner nearest to where reading begins is at (x, y)."""
        if width <= 0 or height <= 0:
            return
        left = self.width - x - width if self._rtl else x
        if round_by:
            shape: Any = FancyBboxPatch(
                (left + round_by, y + round_by),
                max(0.1, width - 2 * round_by),
                max(0.1, height - 2 * round_by),
                boxstyle=f"round,pad={round_by}",
                facecolor=colour,
                linewidth=0,
            )
        else:
            shape = Rectangle((left, y), width, height, facecolor=colour, linewidth=0)
            if hatch:
                shape.set(hatch=hatch, edgecolor=self.theme.paper)
        self._axes.add_artist(shape)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, *, line: float = 1.5) -> None:
        """An empty box."""
        left = self.width - x - width if self._rtl else x
        self._axes.add_artist(Rectangle((left, y), width, height, fill=False, edgecolor=colour, linewidth=line))

    def say(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        colour: str | None = None,
        bold: bool = False,
        align: Align = "start",
        room: float | None = None,
    ) -> float:
        """Words whose middle line is at y; shortened to `room`. Returns the width they take."""
        side = {"start": "right" if self._rtl else "left", "end": "left" if self._rtl else "right"}
        text = self._axes.text(
            self.width - x if self._rtl else x,
            y,
            plain(words),
            fontsize=size,
            color=colour or self.theme.ink,
            fontweight="bold" if bold else "normal",
            ha=side.get(align, "center"),
            va="center",
            parse_math=False,
        )
        return self._fit(text, words, room)

    def width_of(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide the words would be."""
        text = self._axes.text(0, 0, plain(words), fontsize=size, fontweight="bold" if bold else "normal")
        width = self._width(text)
        text.remove()
        return width

    def _fit(self, text: Any, words: str, room: float | None) -> float:
        """Cuts the words at their end until they have room."""
        width = self._width(text)
        while room is not None and width > room and len(words) > 1:
            keep = min(len(words) - 1, int(len(words) * room / width))
            words = words[:keep].rstrip(" ,;:…")
            text.set_text(plain(words + "…"))
            width = self._width(text)
        return width

    def _width(self, text: Any) -> float:
        return float(text.get_window_extent().width) / DPI * 100

    def png(self, dpi: int = DPI) -> bytes:
        """The sheet as a small PNG."""
        raw = io.BytesIO()
        self._figure.savefig(raw, format="png", dpi=dpi, facecolor=self.theme.paper)
        out = io.BytesIO()
        few = Image.open(raw).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
        return out.getvalue()


def plain(words: str) -> str:
    """The words on one line, without what would be read as markup."""
    return " ".join(words.split())
