"""How is one question mended by a few typed words? Its stem, key, tolerance, options or explanation, checked at once.

`mended` returns the new item, or raises `Unfit(code)`, which says what is wrong with the words. `stands` tells whether
the key is a part of the sentence that the item cites: a mended key that is not needs its teacher's second word.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from content import own_manner
from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.quantities import BadQuantity, read_quantity
from content.packfile.kinds import with_id
from lessons.canonical import LIMITS, TooLong, item_to_json
from lessons.grade import Verdict
from lessons.grading.date.spelling import spelled_out
from lessons.items import (
    BLANK,
    ChoiceItem,
    ClozeItem,
    DateItem,
    EstimateItem,
    Item,
    NumberItem,
    Option,
    Quantity,
    TextItem,
    Tolerance,
    TruthItem,
)
from lessons.response import Typed
from lessons.rich import rich
from lessons.source import READING
from lessons.typed.fold import fold

Part = Literal["stem", "key", "tolerance", "options", "why"]
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMERAL = re.compile(r"^[^\d]*\d[\d.,\s\u202f]*(?<=[\d])")
_GAP = re.compile(r"_{2,}")
_IN_KEY = re.compile(r"\d[\d.,]*(?<=\d)")
_CELLS = " | "
"""Stands between two cells of a row, as readings print it."""

_Languages = tuple[str, str]
"""The pack's and the teacher's."""
_NONE = ("-", "–", "none", "no")


class Unfit(ValueError):
    """The words cannot be taken: `code` is "empty", "long", "gap", "number", "date", "tolerance", "truth", "key",
    "same_options", "right_twice", "two_options", "two_ways" or "gives_away"; `words` are the ones at fault.
    """

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.words = words


def parts(item: Item) -> tuple[Part, ...]:
    """What of the item can be mended by typing."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    found: list[Part] = ["stem"]
    if isinstance(inner, NumberItem | DateItem | TextItem | TruthItem | ChoiceItem | EstimateItem):
        found.append("key")
    if isinstance(inner, NumberItem):
        found.append("tolerance")
    if isinstance(inner, NumberItem | DateItem | TextItem | ChoiceItem):
        found.append("options")
    return (*found, "why")


def present(item: Item, part: Part) -> str:
    """What that part says now, as one would type it."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    match part:
        case "stem":
            return item.prompt
        case "key":
            return ("true" if inner.answer else "false") if isinstance(inner, TruthItem) else inner.key
        case "tolerance":
            return _tolerance_text(inner.answer.tolerance) if isinstance(inner, NumberItem) else ""
        case "options":
            return "\n".join(_wrong_options(inner))
    return item.why or ""


def mended(item: Item, part: Part, text: str, language: str = "en", spoken: str = "en") -> Item:
    """The item with that part as typed. Raises Unfit.

    `language` is the pack's; `spoken` is the teacher's, in whose manner figures, dates and "true" may be typed too.
    """
    words = text.strip()
    if not words:
        raise Unfit("empty")
    if len(words) > (LIMITS.stem if part == "stem" else LIMITS.why):
        raise Unfit("long")
    if part == "stem":
        found = _stem(item, " ".join(words.split()))
    elif part == "why":
        found = replace(item, why=None if words.lower() in _NONE else words)
    elif isinstance(item, ClozeItem):
        found = replace(item, answer=_answered(item.answer, part, words, (language, spoken)))
    else:
        found = _answered(item, part, words, (language, spoken))
    _check(found, part)
    return found


def stands(item: Item) -> bool:
    """Whether the key is a part of the words that the item cites; True where it cites none."""
    quotes = [citation.exact for citation in item.sources if citation.exact and citation.ref == READING]
    if not quotes or isinstance(item, TruthItem) or item.mode not in ("one", "typed"):
        return True
    return any(fold(item.key) in fold(quote) or _stands_in_row(item, quote) for quote in quotes)


def _stands_in_row(item: Item, quote: str) -> bool:
    """Whether a table's row holds the key's numeral, whose unit and size stand in the table's head."""
    numeral = _IN_KEY.search(item.key) if isinstance(item, NumberItem) and _CELLS in quote else None
    return numeral is not None and numeral.group() in quote.split(_CELLS)


def _stem(item: Item, words: str) -> Item:
    if not isinstance(item, ClozeItem):
        return replace(item, stem=rich(words))
    words = _GAP.sub(BLANK, words)
    if words.count(BLANK) != 1:
        raise Unfit("gap")
    return replace(item, stem=rich(words), answer=replace(item.answer, stem=rich(words)))


def _answered(item: Any, part: Part, words: str, languages: _Languages) -> Any:
    if part == "options":
        return _with_options(item, words)
    if part == "tolerance":
        return replace(item, answer=replace(item.answer, tolerance=_tolerance(item.answer, words, languages)))
    match item:
        case NumberItem():
            found = _figure(item.answer, words, languages)
            return _key(item, replace(found, tolerance=found.tolerance or _fitting(item.answer.tolerance, found)))
        case EstimateItem():
            return replace(item, answer=replace(_figure(item.answer, words, languages), tolerance=None))
        case DateItem():
            return _key(item, _date(words, languages))
        case TextItem():
            return _key(item, words)
        case TruthItem():
            said = own_manner.is_true(words, languages[1])
            if said is None:
                raise Unfit("truth")
            return replace(item, answer=said)
        case ChoiceItem():
            return _chosen(item, words)
    raise Unfit("key")


def _key(item: Any, answer: Any) -> Any:
    """The item with that answer; a wrong option that says the same gives way."""
    found = replace(item, answer=answer, decoys=(), accept=())
    decoys = tuple(decoy for decoy in item.decoys if not _right(found, decoy))
    return replace(found, decoys=decoys if len(decoys) > 1 else ())


def _chosen(item: ChoiceItem, words: str) -> ChoiceItem:
    """An option that is there becomes the right one; other words take the place of the right one's."""
    if item.several:
        raise Unfit("key")
    if any(fold(option.text) == fold(words) for option in item.answer):
        return replace(item, answer=tuple(replace(one, right=fold(one.text) == fold(words)) for one in item.answer))
    return replace(item, answer=tuple(replace(one, text=words) if one.right else one for one in item.answer))


def _with_options(item: Any, words: str) -> Any:
    lines = [] if words.lower() in _NONE else [one.strip() for one in re.split(r"[;\n]", words) if one.strip()]
    if isinstance(item, ChoiceItem):
        if not lines:
            raise Unfit("two_options")
        kept = tuple(one for one in item.answer if one.right)
        return replace(item, answer=(*kept, *(Option(line) for line in lines)))
    return replace(item, decoys=tuple(lines))


def _check(item: Item, part: Part) -> None:
    """What must hold of every question. Raises Unfit."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    wrong = _wrong_options(inner)
    options = [fold(one) for one in (*wrong, *([] if isinstance(inner, TruthItem) else [inner.key]))]
    if len(set(options)) < len(options):
        raise Unfit("same_options")
    if isinstance(inner, NumberItem | DateItem | TextItem):
        twice = next((one for one in wrong if _right(replace(inner, decoys=()), one)), None)
        if twice is not None:
            raise Unfit("right_twice", twice)
    from content.shown import key_in  # the reader of facts comes with it, which most of the bot's life does without

    asked = part in ("stem", "key") and item.mode in ("one", "typed") and not isinstance(inner, TruthItem)
    if asked and len(inner.key) > 1 and key_in(inner.key, f"{item.prompt} {item.context or ''}"):
        raise Unfit("gives_away", inner.key)
    try:
        item_to_json(with_id(item, item.id))
    except TooLong as error:
        raise Unfit("long") from error


def _right(item: Any, words: str) -> bool:
    return bool(item.grade(Typed(words, "en"), 0).verdict is Verdict.EXACT)


def _wrong_options(item: Any) -> tuple[str, ...]:
    if isinstance(item, ChoiceItem):
        return tuple(option.text for option in item.answer if not option.right)
    return tuple(getattr(item, "decoys", ()))


def _quantity(words: str, language: str) -> Quantity:
    try:
        return read_quantity(_GROUPED.sub("", words), language).quantity
    except BadQuantity as error:
        raise Unfit("tolerance" if error.code in ("tolerance", "wide") else "number", words) from error


def _date(words: str, languages: _Languages) -> Any:
    try:
        return read_date(words, languages[0])
    except BadDate as error:
        edtf = own_manner.date(words, languages[1])
        if edtf is None:
            raise Unfit("date", words) from error
        return read_date(spelled_out(edtf, languages[0]), languages[0])


def _tolerance(answer: Quantity, words: str, languages: _Languages) -> Tolerance:
    language, spoken = languages
    if words.lower() in _NONE or own_manner.is_exact(words, spoken):
        return Tolerance("exact")
    words = own_manner.pointed(words, spoken)
    bare = words.lstrip("±+- ").strip()
    shown = format(answer.value, "f")
    tail = f" {answer.unit}" if answer.unit else ""
    for said in (f"~ {bare}",) if bare.lower().endswith(("sf", "figures")) else (f"± {bare}", f"in {bare}"):
        try:
            found = read_quantity(f"{shown}{tail} {said}", language).quantity.tolerance
        except BadQuantity:
            continue
        if found is not None:
            return found
    raise Unfit("tolerance", words)


def _fitting(tolerance: Tolerance | None, answer: Quantity) -> Tolerance | None:
    """The tolerance of the old key for the new one; a range, and one wider than the figure, do not fit."""
    if tolerance is None or tolerance.kind == "range":
        return None
    if tolerance.kind == "absolute" and tolerance.value is not None and tolerance.value > abs(answer.value):
        return None
    return tolerance


def _figure(old: Quantity, words: str, languages: _Languages) -> Quantity:
    """The figure typed, as packs write it or in the teacher's own manner, where both do not say different things."""
    language, spoken = languages
    meant = own_manner.figure(words, spoken, old) if spoken != language or not words.isascii() else ()
    own = [_plain_figure(old, one, language) for one in meant]
    try:
        found = _plain_figure(old, words, language)
    except Unfit:
        if not own:
            raise
        found = own[0]
    if any(one.value != found.value for one in own):
        raise Unfit("two_ways", words)
    return found


def _plain_figure(old: Quantity, words: str, language: str) -> Quantity:
    """The figure typed; one without any word is of the old one's scale and unit. It is shown as it was typed."""
    bare = not re.search(r"[^\W\d_]|[%°€$£¥]", words)
    said = words + _NUMERAL.sub("", old.written or old.shown, count=1) if bare else words
    found = _quantity(said, language)
    if found.unit is not None and re.search(r"\d", found.unit) and found.unit != old.unit:
        raise Unfit("number", words)
    written = re.split(r"\s*(?:±|\+/?-|~)\s*", said)[0]
    return replace(found, written=" ".join(written.split()))


def _tolerance_text(tolerance: Tolerance | None) -> str:
    if tolerance is None:
        return ""
    match tolerance.kind:
        case "exact":
            return "exact"
        case "absolute":
            return f"± {tolerance.value:f}" + (f" {tolerance.unit}" if tolerance.unit else "")
        case "relative":
            return f"± {tolerance.value:f} %"
        case "range":
            return f"{tolerance.low or Decimal(0):f}..{tolerance.high or Decimal(0):f}"
    return f"{tolerance.value:f} figures"
