"""How is the right answer told? The key, and the sentence it rests on with the place where it stands."""

from bot.render.cut import shorten
from bot.render.sitting.words import short_key, shown
from bot.texts import Html, Texts, bold, escape, italic
from lessons.items import Entry, FirstItem, Item, OrderItem, TruthItem
from lessons.pack import Pack, Reading
from lessons.quote import sentence_of
from lessons.source import READING, Citation


def key_line(item: Item, t: Texts) -> Html:
    """The right answer; of "which came first", both with their dates."""
    key = short_key(item, t) if "\n" not in item.key else shown(item, item.key, t)
    if isinstance(item, TruthItem):
        key = t("True") if item.answer else t("False")
    if isinstance(item, FirstItem):
        earlier, later = item.answer
        dated = [_dated(entry, t) for entry in (earlier, later)]
        return t("First {earlier}, then {later}.", earlier=bold(dated[0]), later=dated[1])
    if isinstance(item, OrderItem):
        key = "\n".join(f"{place}. {_dated(entry, t)}" for place, entry in enumerate(item.answer, 1))
    if "\n" in key:
        return Html(t("Answer:") + "\n" + bold(shorten(key, 600)))
    return t("Answer: {key}", key=bold(shorten(key, 500)))


def _dated(entry: Entry, t: Texts) -> str:
    """What happened and when, the date as the reader writes dates."""
    return f"{entry.text} ({t.edtf(entry.date)})" if entry.date else entry.text


def quoted(item: Item, reading: Reading | None, pack: Pack | None) -> list[str]:
    """The sentence that the key rests on, and where it stands."""
    lines: list[str] = []
    named: list[str] = []
    for citation in item.sources:
        if citation.exact and not lines:
            lines += ["", f"<blockquote>“{_sentence(reading, citation)}”</blockquote>"]
        if citation.ref == READING:
            if reading:
                named.append(escape(shorten(reading.title, 100)))
        elif pack:
            source = pack.source(citation.ref)
            if source:
                named.append(escape(shorten(source.citation, 200)))
    if named:
        lines.append(italic(Html("— " + "; ".join(list(dict.fromkeys(named))[:3]))))
    return lines


def _sentence(reading: Reading | None, citation: Citation) -> Html:
    """The cited words inside their sentence, where the reading is at hand."""
    assert citation.exact is not None
    if reading is None or citation.ref != READING:
        return escape(shorten(citation.exact, 700))
    before, words, after = sentence_of(reading, citation.exact)
    if len(before) + len(words) + len(after) > 700:
        before, after = "", ""
    return Html(escape(before) + bold(shorten(words, 700)) + escape(after))
