"""How does an Anki note become questions? A card asks one side for the other; a cloze asks each of its numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from content.exchange import markup
from content.exchange.question import Answer, Question, Refuse
from content.exchange.report import Note
from lessons.items import BLANK

_OPEN = re.compile(r"\{\{c([0-9]{1,3})::")
MOST_CLOZES = 50


@dataclass(frozen=True, slots=True)
class Gap:
    """One hidden stretch of a cloze, its number and its hint; `start` and `end` are its place with its marks."""

    number: int
    words: str
    hint: str
    start: int
    end: int


def card(shell: Question, front: str, back: str, extra: tuple[str, ...] = ()) -> Question:
    """The card of two sides in HTML. Raises Refuse where a side has no words."""
    asked, answer = markup.from_html(front), markup.from_html(_without_front(back))
    if not asked.text and not asked.images:
        raise Refuse("empty_card")
    if not answer.text:
        raise Refuse("picture_only" if answer.images else "empty_card", "answer")
    more = [markup.from_html(one) for one in extra]
    sounds = (*asked.sounds, *answer.sounds)
    notes = tuple(Note("sound_left_out", field="sound", data={"words": sound}) for sound in sounds)
    return replace(
        shell,
        stem=asked.text,
        answers=(Answer(answer.text),),
        why=" ".join(one.text for one in more if one.text) or shell.why,
        images=tuple(asked.images),
        alts=tuple(asked.alts),
        notes=(*shell.notes, *notes, *_lost_pictures(answer)),
    )


def cloze(shell: Question, html: str, extra: tuple[str, ...] = ()) -> Iterator[tuple[int, Question]]:
    """Each number of a cloze and its question. Raises Refuse where there is none."""
    shown = markup.from_html(html)
    gaps = list(_gaps(shown.text))
    numbers = sorted({gap.number for gap in gaps})
    if not numbers:
        raise Refuse("no_answer")
    if len(numbers) > MOST_CLOZES:
        raise Refuse("too_many", limit=str(MOST_CLOZES))
    why = " ".join(words for one in extra if (words := markup.words(one)))
    for number in numbers:
        asked = [gap for gap in gaps if gap.number == number]
        notes = (Note("several_gaps", field="stem"),) if len(asked) > 1 else ()
        yield (
            number,
            replace(
                shell,
                stem=_with_gap(shown.text, gaps, number),
                answers=(Answer(asked[0].words),),
                hints=(asked[0].hint,) if asked[0].hint else (),
                why=why or shell.why,
                images=tuple(shown.images),
                alts=tuple(shown.alts),
                notes=(*shell.notes, *notes),
            ),
        )


def numbers_of(html: str) -> set[int]:
    """The numbers that a cloze asks."""
    return {int(found) for found in _OPEN.findall(html)}


def _gaps(text: str) -> Iterator[Gap]:
    at = 0
    while opened := _OPEN.search(text, at):
        end = text.find("}}", opened.end())
        if end < 0:
            raise Refuse("braces")
        inner = text[opened.end() : end]
        if "{{c" in inner:
            raise Refuse("nested")
        words, _, hint = inner.partition("::")
        yield Gap(int(opened[1]), words.strip(), hint.strip(), opened.start(), end + 2)
        at = end + 2


def _with_gap(text: str, gaps: list[Gap], number: int) -> str:
    """The text with the first gap of that number open, its others as dots, and the rest filled in."""
    pieces, at, open_yet = [], 0, True
    for gap in gaps:
        pieces.append(text[at : gap.start])
        if gap.number != number:
            pieces.append(gap.words)
        else:
            pieces.append(BLANK if open_yet else "…")
            open_yet = False
        at = gap.end
    return "".join(pieces) + text[at:]


def _without_front(back: str) -> str:
    """Cards written as text repeat the question before a line."""
    found = re.search(r"<hr\s+id=[\"']?answer[\"']?\s*/?>", back)
    return back[found.end() :] if found else back


def _lost_pictures(shown: markup.Shown) -> tuple[Note, ...]:
    return tuple(Note("picture_left_out", field="picture", data={"words": image}) for image in shown.images)
