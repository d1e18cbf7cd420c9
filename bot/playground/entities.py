"""What does a text say once parsed? The text, trimmed, with its entities: those written and those found."""

import re
from typing import Any

from bot.playground.errors import bad_request
from bot.playground.html import parse_html
from bot.playground.lengths import utf16_length
from bot.playground.markdown import parse_markdown
from bot.playground.params import Json, Params

_FOUND = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]]|\bt\.me/[\w+/?=-]*\w")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b", re.IGNORECASE)),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}\b")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{5,32})?(?![\w/])")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d_])\w+")),
)
_OPAQUE = {"code", "pre", "text_link"}


def formatted(
    params: Params, name: str, mode: str = "parse_mode", entities: str = "entities"
) -> tuple[str, list[Json]]:
    """The text of parameter `name` with its entities; raises ApiError where it cannot be parsed."""
    source = params.text(name)
    listed = params.json(entities, "can't parse entities: Can't parse entities JSON object")
    match params.text(mode).lower():
        case "html":
            text, found = parse_html(source)
        case "markdownv2":
            text, found = parse_markdown(source)
        case "markdown":
            text, found = parse_markdown(re.sub(r"([~>#+\-=|{}.!()\]])", r"\\\1", source))
        case "":
            text, found = source, _checked(listed)
        case _:
            raise bad_request("unsupported parse_mode")
    return tidy(text, found)


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """`text` without surrounding blanks, with its entities moved along and the self-evident ones added."""
    clean = text.replace("\r", "").replace("\0", "")
    lead = utf16_length(clean) - utf16_length(clean.lstrip())
    stripped = clean.strip()
    length = utf16_length(stripped)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(length, entity["offset"] + entity["length"] - lead)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, sorted(kept + _find(stripped, kept), key=lambda entity: (entity["offset"], -entity["length"]))


def _find(text: str, known: list[Json]) -> list[Json]:
    """Addresses, mentions, commands and tags that Telegram marks by itself, where nothing opaque lies already."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in known if entity["type"] in _OPAQUE]
    found = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match[0])
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return found


def _checked(listed: Any) -> list[Json]:
    if listed is None:
        return []
    if not isinstance(listed, list) or not all(isinstance(entity, dict) and "type" in entity for entity in listed):
        raise bad_request("can't parse entities: Expected an Array of MessageEntity")
    return [entity for entity in listed if entity.get("length", 0) > 0]
