"""How does Telegram read HTML? Text and entities, or its complaint with the byte where it stumbled.

After `parse_html` in tdlib's `td/telegram/MessageEntity.cpp`: the tags, the four named characters and the wording of
every complaint are the server's.
"""

import re
from dataclasses import dataclass, field

from bot.playground.errors import ApiError, bad_request
from bot.playground.lengths import utf16_length
from bot.playground.params import Json

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));?")
_PLAIN = re.compile("[^<&]+")
_SPACE = " \t\r\n\v\0"
_NAME = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    """UTF-16 units written so far."""
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def char(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else "\0"

    def ended(self) -> bool:
        return self.at >= len(self.source)

    def skip_spaces(self) -> None:
        while not self.ended() and self.char() in _SPACE:
            self.at += 1

    def until(self, stop: str) -> str:
        start = self.at
        while self.char() not in stop:
            self.at += 1
        return self.source[start : self.at]

    def write(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)

    def complain(self, words: str, at: int) -> ApiError:
        byte = len(self.source[:at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {words.format(byte=byte)}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of `source`; raises ApiError "can't parse entities: ..."."""
    reader = _Reader(source)
    while not reader.ended():
        if reader.char() == "&":
            reader.write(_character(reader))
        elif plain := _PLAIN.match(source, reader.at):
            reader.write(plain[0])
            reader.at = plain.end()
        elif reader.source.startswith("</", reader.at):
            _end_tag(reader)
        else:
            _start_tag(reader)
    if reader.open:
        raise reader.complain(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].tag}"', 0)
    return "".join(reader.out), _merge_code_in_pre(reader.entities)


def _character(reader: _Reader) -> str:
    match = _CHARACTER.match(reader.source, reader.at)
    letter = ""
    if match and match[3]:
        letter = _NAMED.get(match[3], "")
    elif match:
        code = int(match[1], 16) if match[1] else int(match[2])
        letter = chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
    reader.at = match.end() if match and letter else reader.at + 1
    return letter or "&"


def _start_tag(reader: _Reader) -> None:
    begin = reader.at
    reader.at += 1
    tag = reader.until(_SPACE + ">").lower()
    if reader.ended():
        raise reader.complain("Unclosed start tag at byte offset {byte}", begin)
    if tag not in _TAGS:
        raise reader.complain(f'Unsupported start tag "{_safe(tag)}" at byte offset {{byte}}', begin)
    argument = ""
    while (found := _attribute(reader, tag, begin)) is not None:
        argument = _argument(tag, *found) or argument
    if tag == "span" and argument != "spoiler":
        raise reader.complain('Tag "span" must have class "tg-spoiler" at byte offset {byte}', begin)
    reader.at += 1
    reader.open.append(_Open(tag, argument, reader.length))


def _attribute(reader: _Reader, tag: str, begin: int) -> tuple[str, str] | None:
    reader.skip_spaces()
    if reader.char() == ">":
        return None
    name = reader.until(_SPACE + "=>")
    if not name:
        raise reader.complain(f'Empty attribute name in the tag "{tag}" at byte offset {{byte}}', begin)
    reader.skip_spaces()
    if reader.ended():
        raise reader.complain(f'Unclosed start tag "{tag}" at byte offset {{byte}}', begin)
    if reader.char() != "=":
        return name, ""
    reader.at += 1
    reader.skip_spaces()
    value = _value(reader) if not reader.ended() else ""
    if reader.ended():
        raise reader.complain("Unclosed start tag at byte offset {byte}", begin)
    return name, value


def _value(reader: _Reader) -> str:
    quote = reader.char()
    start = reader.at
    if quote not in "'\"":
        match = _NAME.match(reader.source, reader.at)
        assert match
        reader.at = match.end()
        if reader.char() not in _SPACE + ">":
            raise reader.complain("Unexpected end of name token at byte offset {byte}", start)
        return match[0].lower()
    reader.at += 1
    value: list[str] = []
    while not reader.ended() and reader.char() != quote:
        if reader.char() == "&":
            value.append(_character(reader))
        else:
            value.append(reader.char())
            reader.at += 1
    reader.at += not reader.ended()
    return "".join(value)


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "expandable"
    return ""


def _end_tag(reader: _Reader) -> None:
    begin = reader.at
    reader.at += 2
    if not reader.open:
        raise reader.complain("Unexpected end tag at byte offset {byte}", begin)
    name = reader.until(_SPACE + ">").lower()
    reader.skip_spaces()
    if reader.char() != ">":
        raise reader.complain("Unclosed end tag at byte offset {byte}", begin)
    opened = reader.open.pop()
    if name and name != opened.tag:
        words = f'Unmatched end tag at byte offset {{byte}}, expected "</{opened.tag}>", found "</{_safe(name)}>"'
        raise reader.complain(words, begin)
    reader.at += 1
    if reader.length > opened.offset and (entity := _entity(opened, reader)):
        reader.entities.append(entity)


def _entity(opened: _Open, reader: _Reader) -> Json | None:
    entity: Json = {"type": _TAGS[opened.tag], "offset": opened.offset, "length": reader.length - opened.offset}
    match entity["type"]:
        case "text_link":
            url = opened.argument or "".join(reader.out)[-entity["length"] :]
            if not re.match(r"(https?|tg|tonsite)://|www\.|[\w-]+\.\w", url):
                return None
            entity["url"] = url if "://" in url else f"http://{url}"
            if "/" not in entity["url"].split("://", 1)[1]:
                entity["url"] += "/"
        case "code" if opened.argument:
            entity["language"] = opened.argument
        case "blockquote" if opened.argument:
            entity["type"] = "expandable_blockquote"
        case "custom_emoji":
            entity["custom_emoji_id"] = opened.argument
    return entity


def _merge_code_in_pre(entities: list[Json]) -> list[Json]:
    """<pre><code class="language-x"> is one block with a language; plain code in pre disappears in it."""
    spans = {(entity["offset"], entity["length"]): entity for entity in entities if entity["type"] == "pre"}
    kept = []
    for entity in entities:
        if entity["type"] == "code":
            language = entity.pop("language", None)
            if around := spans.get((entity["offset"], entity["length"])):
                around.update({"language": language} if language else {})
                continue
        kept.append(entity)
    return kept


def _safe(tag: str) -> str:
    return tag.replace("{", "{{").replace("}", "}}")
