"""How is an H5P package read? Its two JSON files only; the programs in it are neither run nor kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from content import zips
from content.exchange import archive, markup
from content.exchange.h5p.gaps import MARKED, gaps
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Passage, Question, Refuse
from content.exchange.report import Note

_LICENCES = {"U": "", "PD": "CC0-1.0", "CC0 1.0": "CC0-1.0", "C": "all rights reserved"}
DEEPEST = 20
MOST = 5000


def read(data: bytes) -> Found:
    """Every question in the package. Raises BadFile."""
    with archive.opened(data) as files:
        card = _json(files, "h5p.json")
        content = _json(files, "content/content.json")
        main = str(card.get("mainLibrary", ""))
        reading = _Reading()
        entries = tuple(reading.walk(main, content, {}, 0))
        media = {name: files.read(f"content/{name}") for name in reading.pictures if f"content/{name}" in files}
    if not entries:
        raise BadFile("no_question")
    licence = str(card.get("license", ""))
    version = str(card.get("licenseVersion", ""))
    spoken = _LICENCES.get(
        licence, "-".join(part for part in (licence.replace(" ", "-"), version.split(" ", maxsplit=1)[0]) if part)
    )
    authors = card.get("authors")
    named = [str(one.get("name", "")) for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    return Found(
        entries,
        title=str(card.get("title", "")),
        language=str(card.get("language", "")).replace("und", ""),
        licence=spoken,
        authors=tuple(named),
        media=media,
    )


def _json(files: zips.Zip, name: str) -> dict[str, Any]:
    if name not in files:
        raise BadFile("missing_file", words=name)
    data = files.read(name)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise BadFile("json") from None
    if not isinstance(found, dict):
        raise BadFile("json")
    return found


class _Reading:
    """Goes through the tree of libraries and their parameters."""

    def __init__(self) -> None:
        self.pictures: list[str] = []
        self.count = 0

    def walk(self, library: str, params: Any, about: Mapping[str, Any], depth: int) -> Iterator[Entry]:
        """The entries of one library's content. Raises BadFile past the limits."""
        kind = library.partition(" ")[0].removeprefix("H5P.")
        self.count += 1
        if depth > DEEPEST or self.count > MOST:
            raise BadFile("too_many_rows", limit=str(MOST))
        name = str(_dict(about.get("metadata")).get("title", "")) or kind
        params = _dict(params)
        inner = _CONTAINERS.get(kind)
        if inner:
            listed = params.get(inner)
            for one in listed if isinstance(listed, list) else ():
                if not isinstance(one, dict):
                    yield Note("damaged_item", None, name)
                    continue
                child = one if "library" in one else _dict(one.get("content") or one.get("chapter"))
                yield from self.walk(str(child.get("library", "")), child.get("params"), child, depth + 1)
            return
        reader = getattr(self, f"_{kind.lower()}", None) if kind in _KINDS else None
        try:
            if reader is None:
                raise Refuse("kind", words=library[:60] or "without a library")
            yield from reader(params, name, str(about.get("subContentId", "")))
        except Refuse as refusal:
            yield refusal.note(None, name)

    def _multichoice(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        answers = tuple(
            Answer(
                _words(one.get("text")),
                FULL if one.get("correct") is True else Decimal(0),
                _words(_dict(one.get("tipsAndFeedback")).get("chosenFeedback")),
            )
            for one in _list(params.get("answers"))
        )
        several = sum(one.share > 0 for one in answers) > 1
        kept = _dict(params.get("behaviour")).get("type") == "single" or not several
        yield self._question("choice", params.get("question"), params, name, key, answers=answers, single=kept)

    def _truefalse(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        right = str(params.get("correct", "")).lower()
        behaviour = _dict(params.get("behaviour"))
        said = [_words(behaviour.get(f"feedbackOn{one}")) for one in ("Correct", "Wrong")]
        answers = (Answer(right, FULL, said[0]), Answer("", Decimal(0), said[1]))
        yield self._question("truth", params.get("question"), params, name, key, answers=answers)

    def _blanks(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        lead = _words(params.get("text"))
        texts = params.get("questions")
        found = False
        for place, html in enumerate(texts if isinstance(texts, list) else ()):
            for entry in gaps(_words(html), lead, name, f"{key}-{place}" if key else ""):
                found = True
                yield entry
        if not found:
            raise Refuse("no_answer")

    def _dragtext(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        """Words to drag into a text: each is asked, those that fit nowhere are left out."""
        lead = _words(params.get("taskDescription"))
        spare = ", ".join(MARKED.findall(_words(params.get("distractors"))))
        note = Note("extra_answers", field="answer", data={"words": spare})
        found = list(gaps(_words(params.get("textField")), lead, name, key, slash=False))
        if not found:
            raise Refuse("no_answer")
        for entry in found:
            yield replace(entry, notes=(*entry.notes, *((note,) if spare and entry is found[0] else ())))

    def _dialogcards(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        yield from self._cards(params.get("dialogs"), name, key)

    def _flashcards(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        yield from self._cards(params.get("cards"), name, key, slash=True)

    def _cards(self, listed: Any, name: str, key: str, *, slash: bool = False) -> Iterator[Entry]:
        """A card each; tips become hints."""
        cards = listed if isinstance(listed, list) else []
        if not cards:
            raise Refuse("no_question")
        for number, one in enumerate(cards):
            card = _dict(one)
            asked, answer = _words(card.get("text")), _words(card.get("answer"))
            if not asked or not answer:
                yield Note("empty_card", None, asked[:80] or name)
                continue
            tip = _words(_dict(card.get("tips")).get("front")) or _words(card.get("tip"))
            image = str(_dict(card.get("image")).get("path", ""))
            self.pictures += [image] if image else []
            yield Question(
                "card",
                asked,
                tuple(Answer(one.strip()) for one in (answer.split("/") if slash else [answer])),
                name=name,
                id=f"{key}-{number}" if key else None,
                hints=(tip,) if tip else (),
                images=(image,) if image else (),
                alts=(str(card.get("imageAltText", "")),),
                notes=(Note("sound_left_out", field="sound", data={"words": name}),) if card.get("audio") else (),
            )

    def _singlechoiceset(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        for number, one in enumerate(_list(params.get("choices"))):
            listed = one.get("answers")
            texts = [_words(text) for text in listed] if isinstance(listed, list) else []
            answers = tuple(Answer(text, Decimal(0) if place else FULL) for place, text in enumerate(texts))
            sub = str(one.get("subContentId", "")) or (f"{key}-{number}" if key else "")
            yield Question("choice", _words(one.get("question")), answers, name=name, id=sub or None, single=True)

    def _advancedtext(self, params: dict[str, Any], name: str, key: str) -> Iterator[Entry]:
        shown = markup.from_html(str(params.get("text", "")))
        if shown.text:
            yield Passage(shown.text, "" if name == "AdvancedText" else name)

    def _question(self, kind: Any, html: Any, params: dict[str, Any], name: str, key: str, **more: Any) -> Question:
        shown = markup.from_html(str(html or ""))
        medium = _dict(_dict(_dict(params.get("media")).get("type")).get("params"))
        path = str(_dict(medium.get("file")).get("path", ""))
        images = (path,) if path else ()
        self.pictures += images
        return Question(
            kind, shown.text, name=name, id=key or None, images=images, alts=(str(medium.get("alt", "")),), **more
        )


_CONTAINERS = {"QuestionSet": "questions", "Column": "content", "InteractiveBook": "chapters", "Page": "content"}
_KINDS = frozenset(
    {"MultiChoice", "TrueFalse", "Blanks", "SingleChoiceSet", "AdvancedText", "DragText", "Dialogcards", "Flashcards"}
)


def _words(html: Any) -> str:
    return markup.words(html) if isinstance(html, str) else ""


def _dict(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _list(found: Any) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
