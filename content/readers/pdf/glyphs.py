"""Which letters stand where on a page? Asked of PDFium letter by letter, and gathered into stretches of one line."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

WORD_GAP = 0.17
"""Of the letter size: a wider gap parts words even where no space is written."""
CELL_GAP = 0.85
SPACED_CELL_GAP = 1.6
"""A wider gap, without and with a space in it, parts columns or cells."""
BOX = 1.17
"""A letter's box is about so much higher than its size."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
HYPHENS = {0x02, 0xFFFE, 0xAD}
"""How PDFium tells of a hyphen at the end of a line."""


@dataclass(slots=True)
class Stretch:
    """Letters of one line that stand together. `pieces` are words and how they stand: 0, 1 raised, -1 lowered.

    `base` is the height of the line that the letters stand on, counted from the foot of the page.
    """

    left: float
    right: float
    base: float
    size: float
    pieces: list[tuple[str, int]] = field(default_factory=list)
    bold: bool = False

    @property
    def text(self) -> str:
        """The words, with raised ones as they are."""
        return "".join(words for words, _ in self.pieces)

    @property
    def top(self) -> float:
        """About where the letters end."""
        return self.base + self.size


@dataclass(slots=True)
class Page:
    """The stretches of a page, and what else is known of it."""

    number: int
    width: float
    height: float
    stretches: list[Stretch]
    letters: int
    unreadable: int
    has_picture: bool


def page_of(document: Any, number: int) -> Page:
    """The letters of that page, counted from 1."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    page = document[number - 1]
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            maker = _Maker(raw, textpage, _Turn(page.get_rotation(), width, height))
            stretches = maker.stretches()
        finally:
            textpage.close()
        picture = maker.letters < 20 and _has_picture(raw, page)
    finally:
        page.close()
    return Page(number, width, height, stretches, maker.letters, maker.unreadable, picture)


def _has_picture(raw: Any, page: Any) -> bool:
    """Does the page show a picture, also one inside a form? Looks at the first thousand objects."""
    count = min(1000, raw.FPDFPage_CountObjects(page))
    kinds = (raw.FPDFPage_GetObject(page, at) for at in range(count))
    return any(
        raw.FPDFPageObj_GetType(each) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for each in kinds if each
    )


@dataclass(frozen=True, slots=True)
class _Turn:
    """A page that is shown turned clockwise, with its size as shown."""

    degrees: int
    width: float
    height: float

    def placed(self, box: Any, x: float, y: float) -> tuple[float, float, float, float]:
        """Left, right, base and size of a letter on the page as shown, from its box and origin as written."""
        if self.degrees == 90:
            return box.bottom, box.top, self.height - x, (box.right - box.left) / BOX
        if self.degrees == 270:
            return self.width - box.top, self.width - box.bottom, x, (box.right - box.left) / BOX
        if self.degrees == 180:
            return self.width - box.right, self.width - box.left, self.height - y, (box.top - box.bottom) / BOX
        return box.left, box.right, y, (box.top - box.bottom) / BOX


class _Maker:
    """Goes through the letters in the order of the file."""

    def __init__(self, raw: Any, textpage: Any, turn: "_Turn") -> None:
        self._raw = raw
        self._turn = turn
        self._textpage = textpage
        self.letters = 0
        self.unreadable = 0

    def stretches(self) -> list[Stretch]:
        """All stretches that run from left to right."""
        found: list[Stretch] = []
        gathered: _Gathered | None = None
        for index, sign, left, right, base, size in self._letters():
            if gathered is None or not gathered.takes(sign, left, right, base, size):
                if gathered is not None:
                    found += self._made(gathered)
                gathered = _Gathered(index, left, base, size)
                gathered.takes(sign, left, right, base, size)
            if sign != " ":
                gathered.last_index = index
                if len(gathered.pieces) == 1 and gathered.pieces[0][1] == 0 and len(gathered.pieces[0][0]) == 1:
                    gathered.main_index = index
        if gathered is not None:
            found += self._made(gathered)
        return found

    def _letters(self) -> Iterator[tuple[int, str, float, float, float, float]]:
        raw, textpage = self._raw, self._textpage
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        get_sign, get_box, get_origin = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetLooseCharBox,
            raw.FPDFText_GetCharOrigin,
        )
        for index in range(raw.FPDFText_CountChars(textpage)):
            code = get_sign(textpage, index)
            if code in {0, 10, 13} or not get_box(textpage, index, box) or not get_origin(textpage, index, x, y):
                continue
            left, right, base, height = self._turn.placed(box, x.value, y.value)
            if code in {32, 0xA0}:
                if raw.FPDFText_IsGenerated(textpage, index) > 0:
                    continue  # PDFium's guess; the gaps are looked at here
                yield index, " ", left, right, base, height
                continue
            self.letters += 1
            if code in HYPHENS:
                sign = "-"
            elif 0xE000 <= code <= 0xF8FF or code in {0xFFFD, 0xFFFF} or code < 32:
                self.unreadable += 1
                sign = "•" if code in {0xF0B7, 0xF0A7, 0xF076, 0xF0D8} else "\ufffd"
            else:
                sign = LIGATURES.get(code) or (chr(code) if code < 0x110000 else "\ufffd")
            yield index, sign, left, right, base, height

    def _made(self, gathered: "_Gathered") -> Iterator[Stretch]:
        words = "".join(words for words, _ in gathered.pieces)
        if words.strip() and self._upright(gathered.index):
            yield Stretch(
                gathered.left,
                gathered.right,
                gathered.base,
                self._size(gathered.main_index, gathered.size),
                gathered.pieces,
                self._bold(gathered.main_index) and self._bold(gathered.last_index),
            )

    def _upright(self, index: int) -> bool:
        angle: float = self._raw.FPDFText_GetCharAngle(self._textpage, index)
        turned = math.radians(self._turn.degrees)
        return min(abs(math.remainder(angle + way * turned, 2 * math.pi)) for way in (1, -1)) < 0.2

    def _size(self, index: int, height: float) -> float:
        """The size that the file gives, scaled as it is printed; the boxes of two fonts cannot be compared."""
        matrix = self._raw.FS_MATRIX()
        size: float = self._raw.FPDFText_GetFontSize(self._textpage, index)
        if self._raw.FPDFText_GetMatrix(self._textpage, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1) if 0.5 < size < 500 else round(height, 1)

    def _bold(self, index: int) -> bool:
        weight = self._raw.FPDFText_GetFontWeight(self._textpage, index)
        if weight >= 600:
            return True
        name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._textpage, index, name, 100, flags)
        low = name.value.lower()
        return b"bold" in low or b"black" in low or b"heavy" in low or b"cmbx" in low


class _Gathered:
    """Letters that stand together, as they come."""

    def __init__(self, index: int, left: float, base: float, size: float) -> None:
        self.index = index
        self.main_index = index
        self.last_index = index
        self.left = left
        self.right = left
        self.base = base
        self.size = size
        self.pieces: list[tuple[str, int]] = []
        self._spaced = False

    def takes(self, sign: str, left: float, right: float, base: float, size: float) -> bool:
        """Adds the letter where it belongs here; False where something new begins."""
        if sign == " ":
            if abs(base - self.base) < self.size and self.pieces:
                self._spaced = True
            return True
        if not self.pieces:
            self.left, self.base, self.size = left, base, size
            return self._add(sign, 0, right)
        gap = left - self.right
        shift = self._shift(base, size, gap)
        if shift is None or gap < -0.6 * max(size, self.size) or gap > self._widest():
            return False
        if self._spaced or gap > WORD_GAP * self.size:
            self._join(" ", 0 if shift == 0 else self.pieces[-1][1])
        return self._add(sign, shift, right)

    def _widest(self) -> float:
        return (SPACED_CELL_GAP if self._spaced else CELL_GAP) * self.size

    def _shift(self, base: float, size: float, gap: float) -> int | None:
        """How the letter stands to this line: 0 on it, 1 above, -1 below, None elsewhere."""
        rise = base - self.base
        if abs(rise) < 0.12 * max(self.size, size):
            return 0
        if size > 1.1 * self.size and all(shift == 0 for _, shift in self.pieces) and gap < 0.6 * size:
            return self._rebased(base, size)
        if 0.4 * self.size < size < 0.92 * self.size and abs(rise) < 0.75 * self.size and gap < 0.5 * self.size:
            return 1 if rise > 0 else -1
        return None

    def _rebased(self, base: float, size: float) -> int | None:
        """What stands here already is raised before the letters of the line, as in ¹⁴C or a note's number."""
        rise = self.base - base
        if not 0.1 * size < abs(rise) < 0.75 * size or len("".join(words for words, _ in self.pieces)) > 4:
            return None
        self.pieces = [(words, 1 if rise > 0 else -1) for words, _ in self.pieces]
        self.base, self.size = base, size
        self.main_index = self.last_index + 1
        return 0

    def _add(self, sign: str, shift: int, right: float) -> bool:
        self._join(sign, shift)
        self.right = max(self.right, right)
        self._spaced = False
        return True

    def _join(self, sign: str, shift: int) -> None:
        if self.pieces and self.pieces[-1][1] == shift:
            self.pieces[-1] = (self.pieces[-1][0] + sign, shift)
        else:
            self.pieces.append((sign, shift))
