"""Which letters can be drawn here? Most come with matplotlib, Devanagari with a package, others from the system.

Text is shaped by matplotlib itself (from 3.11 on): letters join, and what is written from right to left stands so.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import fontpkg  # type: ignore[import-untyped]
from matplotlib import font_manager, rcParams
from matplotlib.ft2font import FT2Font

PLAIN = "DejaVu Sans"
PACKAGED = ("Noto Sans Devanagari",)
WIDE = "Noto Sans"
"""System fonts of these families are looked through for letters that nothing else has."""
UNSEEN = frozenset(map(chr, (*range(0x20), 0x7F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)))
"""Characters that need no shape."""


def can_be_written(data: dict[str, Any]) -> bool:
    """Whether there is a font for every letter of the words; sets the fonts that are needed.

    Without one a picture says nothing that the text does not.
    """
    missing = set(json.dumps(data, ensure_ascii=False)) - _letters(font_manager.findfont(PLAIN)) - UNSEEN
    families = [PLAIN]
    for family, path in _others() if missing else ():
        helps = missing & _letters(path)
        if helps:
            families.append(family)
            missing -= helps
        if not missing:
            break
    rcParams["font.family"] = families
    return not missing


def _others() -> Iterable[tuple[str, str]]:
    """Further fonts, the packaged ones first."""
    for family in PACKAGED:
        path = str(fontpkg.path(family))
        font_manager.fontManager.addfont(path)
        yield family, path
    seen = {PLAIN, *PACKAGED}
    for font in sorted(font_manager.fontManager.ttflist, key=lambda font: (font.name, font.fname)):
        if font.name.startswith(WIDE) and font.name not in seen:
            seen.add(font.name)
            yield font.name, font.fname


@cache
def _letters(path: str) -> frozenset[str]:
    return frozenset(map(chr, FT2Font(path).get_charmap()))
