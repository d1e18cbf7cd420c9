"""What do the front matters say? The pack's card and each lesson's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from content.packfile.diagnostics import Report
from content.packfile.fields import LESSON_KEYS, PACK_KEYS, did_you_mean, known
from content.packfile.inline import words
from content.packfile.lines import Field, Section
from content.packfile.located import Located
from content.packfile.outline import ID, slug
from lessons.pack import FORMAT

_REQUIRED = ("format", "pack", "version", "title", "language", "licence")
_EXAMPLES = {
    "format": f"format: {FORMAT}",
    "pack": "pack: lighthouses",
    "version": "version: 1.0.0",
    "title": "title: Lighthouses",
    "language": "language: en",
    "licence": "licence: CC-BY-4.0",
}
_VERSION = re.compile(r"[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*(?:\s+(?:AND|OR|WITH)\s+[A-Za-z0-9][A-Za-z0-9.+-]*)*")
_RESERVED = "all rights reserved"
_TRANSLATION = re.compile(r"[a-z0-9][a-z0-9-]{0,47}(?:@[0-9]+\.[0-9]+\.[0-9]+)?")


@dataclass(slots=True)
class Card:
    """The values of one front matter by key, and their places."""

    values: dict[str, Located] = field(default_factory=dict)

    def text(self, key: str) -> str | None:
        """The words of that key, None without it."""
        found = self.values.get(key)
        return (words(found.text) or None) if found else None

    def list(self, key: str) -> tuple[str, ...]:
        """The words of that key between commas."""
        found = self.values.get(key)
        return tuple(part for part in (piece.strip() for piece in found.text.split(",")) if part) if found else ()


def read_card(fields: Iterable[Field], keys: tuple[str, ...], report: Report) -> Card:
    """The fields by key; unknown and repeated ones are reported."""
    card = Card()
    for one in fields:
        key = known(one.key, keys)
        if key is None:
            report.error("E010", one.name, f'unknown key "{one.key[:40]}": {did_you_mean(one.key, keys)}')
        elif key in card.values:
            report.error("E011", one.name, f"{key}: stands here twice")
        elif one.value.text:
            card.values[key] = one.value
    return card


def pack_card(section: Section, report: Report, *, single: bool) -> Card:
    """The pack's card, with every fault in it reported."""
    keys = (*PACK_KEYS, *(key for key in LESSON_KEYS if single and key not in PACK_KEYS))
    card = read_card(section.fields, keys, report)
    top = Located.start_of(section.file)
    if not section.fenced:
        hint = (
            "begin the file with a line ---, then format: 1, pack: my-pack, version: 1.0.0, title: ..., then --- again"
        )
        report.error("E001", top, "a pack begins with its card between two lines ---", hint)
        return card
    for key in _REQUIRED:
        if key not in card.values:
            report.error("E012", top, f"{key}: is missing from the card, for example {_EXAMPLES[key]}")
    _check_pack(card, report)
    return card


def _check_pack(card: Card, report: Report) -> None:
    _check_format(card.values.get("format"), report)
    _check_id(card.values.get("pack"), "E022", report)
    version = card.values.get("version")
    if version and not _VERSION.fullmatch(version.text):
        shown = ".".join(([*re.findall(r"[0-9]{1,5}", version.text), "0", "0", "0"])[:3])
        report.error("E020", version, f'version "{version.text}" needs three numbers, for example {shown}')
    language = card.values.get("language")
    if language and not _LANGUAGE.fullmatch(language.text):
        report.error("E023", language, f'"{language.text}" is no language code: write en, de, ru or pt-BR')
    licence = card.values.get("licence")
    if licence and licence.text.casefold() != _RESERVED and not _SPDX.fullmatch(licence.text):
        report.warn(
            "W003", licence, f'"{licence.text}" is no SPDX licence: write CC-BY-4.0, CC0-1.0 or all rights reserved'
        )
    translation = card.values.get("translation-of")
    if translation and not _TRANSLATION.fullmatch(translation.text):
        report.error("E029", translation, "write the pack and its version, as lighthouses@1.2.0")


def _check_format(found: Located | None, report: Report) -> None:
    if found is None or found.text == str(FORMAT):
        return
    if re.fullmatch(r"[0-9]{1,6}", found.text) and int(found.text) > FORMAT:
        message = f"this pack is written in format {found.text}, this program reads format {FORMAT}: update the program"
        report.error("E021", found, message)
    else:
        report.error("E021", found, f"the format is a number: write format: {FORMAT}")


def _check_id(found: Located | None, code: str, report: Report) -> None:
    if found and not ID.fullmatch(found.text):
        message = f'"{found.text}" is no id: use a-z, 0-9 and hyphens, at most 48, such as {slug(found.text)}'
        report.error(code, found, message)


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson's own keys."""

    id: str
    title: str | None
    minutes: int | None
    after: tuple[str, ...]
    where: Located
    after_at: Located | None


def lesson_card(card: Card, section: Section, default: str, report: Report) -> LessonCard:
    """The lesson's card; an id that is not given is made of the file's name."""
    found = card.values.get("lesson")
    where = found or Located.start_of(section.file)
    _check_id(found, "E027", report)
    return LessonCard(
        found.text if found and ID.fullmatch(found.text) else slug(default),
        card.text("title"),
        _minutes(card.values.get("minutes"), report),
        card.list("after"),
        where,
        card.values.get("after"),
    )


def _minutes(found: Located | None, report: Report) -> int | None:
    if found is None:
        return None
    if re.fullmatch(r"[0-9]{1,3}", found.text) and 1 <= int(found.text) <= 600:
        return int(found.text)
    report.error("E025", found, "minutes is a number from 1 to 600")
    return None
