"""How is a pack printed? Questions on the front pages, the key with its sources on the last ones, as one PDF."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from content.exchange.losses import Losses, bare, explanation, stem_of
from content.exchange.writing import Written
from lessons import items
from lessons.items import Item
from lessons.pack import Pack

_KEEPS = frozenset({"context", "sources", "accept", "decoys", "hints", "style"})
_SEED = 1
"""Options are shuffled, always alike, so that the sheet printed again is the same."""


def write(pack: Pack, now: datetime | None) -> Written:
    """The sheet as PDF; the same bytes for the same pack."""
    del now
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
    from reportlab.lib.units import mm  # type: ignore[import-untyped]
    from reportlab.platypus import PageBreak, SimpleDocTemplate  # type: ignore[import-untyped]

    losses = Losses(pack, _KEEPS)
    losses.pack_parts(readings=False, media=False)
    styles = _styles()
    questions: list[Any] = [_paragraph(pack.title, styles["title"]), _paragraph("Name: " + "_" * 40, styles["plain"])]
    key: list[Any] = [_paragraph(f"{pack.title}: key", styles["title"])]
    number = 0
    for lesson in pack.lessons:
        if len(pack.lessons) > 1 and lesson.items:
            questions.append(_paragraph(lesson.title, styles["heading"]))
        for item in lesson.items:
            number += 1
            losses.general(item)
            questions += _question(number, item, styles)
            key += _answer(number, item, pack, styles)
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=pack.title,
        author=", ".join(pack.authors),
        invariant=1,
    )
    document.build([*questions, PageBreak(), *key], onFirstPage=_numbered, onLaterPages=_numbered)
    return out.getvalue(), number, losses, []


def _numbered(canvas: Any, document: Any) -> None:
    canvas.setFont("Sheet", 8)
    canvas.drawRightString(document.pagesize[0] - 40, 24, str(document.page))


@cache
def _fonts() -> tuple[str, str]:
    """The names of an upright and a bold font with the letters of most scripts, embedded in the file."""
    import matplotlib as mpl
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    pdfmetrics.registerFont(TTFont("Sheet", folder / "DejaVuSans.ttf"))
    pdfmetrics.registerFont(TTFont("SheetBold", folder / "DejaVuSans-Bold.ttf"))
    return "Sheet", "SheetBold"


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]

    upright, bold = _fonts()
    plain = ParagraphStyle("plain", fontName=upright, fontSize=10, leading=14, spaceAfter=4, splitLongWords=1)
    return {
        "plain": plain,
        "title": ParagraphStyle("title", plain, fontName=bold, fontSize=15, leading=20, spaceAfter=8),
        "heading": ParagraphStyle("heading", plain, fontName=bold, fontSize=12, leading=16, spaceBefore=8),
        "stem": ParagraphStyle("stem", plain, fontName=bold, spaceBefore=6),
        "option": ParagraphStyle("option", plain, leftIndent=14, spaceAfter=2),
        "small": ParagraphStyle("small", plain, fontSize=8, leading=11, leftIndent=14),
    }


def _paragraph(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _question(number: int, item: Item, styles: dict[str, Any]) -> list[Any]:
    from reportlab.platypus import KeepTogether

    lines = [_paragraph(f"{number}. {stem_of(item)}", styles["stem"])]
    lines += [_paragraph(text, styles["option"]) for text in _below(item)]
    return [KeepTogether(lines)]


def _below(item: Item) -> Iterator[str]:
    """What stands below the question: boxes to tick, lines to number, or room to write."""
    if isinstance(item, items.TruthItem):
        yield "☐ true\u00a0\u00a0\u00a0 ☐ false"
    elif isinstance(item, items.MatchItem):
        rights = item.options(_SEED)
        for place, left in enumerate(item.lefts):
            yield f"____ {left}"
            if place == len(rights) - 1:
                yield "\u00a0\u00a0\u00a0 ".join(f"{chr(65 + at)}) {right}" for at, right in enumerate(rights))
    elif isinstance(item, items.OrderItem):
        yield from (f"____ {text}" for text in item.options(_SEED))
    elif item.options(_SEED):
        yield from (f"☐ {text}" for text in item.options(_SEED))
    else:
        yield "_" * 40


def _answer(number: int, item: Item, pack: Pack, styles: dict[str, Any]) -> list[Any]:
    found = [_paragraph(f"{number}. {_key(item)}", styles["plain"])]
    more = " ".join(part for part in (*(f"({hint})" for hint in item.hints), explanation(item, pack)) if part)
    return [*found, _paragraph(more, styles["small"])] if more else found


def _key(item: Item) -> str:
    if isinstance(item, items.TruthItem):
        return "true" if item.answer else "false"
    if isinstance(item, items.MatchItem):
        rights = item.options(_SEED)
        return "; ".join(f"{pair.left}: {chr(65 + rights.index(pair.right))}" for pair in item.answer)
    if isinstance(item, items.OrderItem):
        return " – ".join(entry.text for entry in item.answer)
    inner = bare(item)
    accepted = [getattr(one, "shown", one) for one in getattr(inner, "accept", ())]
    also = f" (also: {'; '.join(accepted)})" if accepted else ""
    allowed = _allowed(inner)
    return f"{'; '.join(item.key.splitlines())}{allowed}{also}"


def _allowed(item: Item) -> str:
    """How far off still counts, behind the key."""
    answer = item.answer
    if isinstance(answer, items.DateAnswer) and answer.plus_minus:
        return f" ± {answer.plus_minus} {answer.plus_minus_unit}"
    if not isinstance(answer, items.Quantity) or answer.tolerance is None or answer.tolerance.kind == "exact":
        return ""
    tolerance = answer.tolerance
    if tolerance.kind == "range":
        return "" if "–" in answer.shown else f" ({tolerance.low}–{tolerance.high})"
    unit = {"relative": " %", "figures": " significant figures"}.get(tolerance.kind, "")
    return f" ± {tolerance.value:,f}{unit}" if tolerance.kind != "figures" else f" (to {tolerance.value}{unit})"
