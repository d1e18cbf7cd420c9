"""How does a conversation read on a page of the manual? As Markdown: who says and taps what, and what the bot shows."""

import re
from html import escape

from bot.playground.chat import Conversation, Seen
from bot.playground.lengths import utf16_slice
from bot.playground.params import Json

TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code"}
SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
MARK = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+>])(?=\s)", re.MULTILINE)


def plain(text: str) -> str:
    """The text as Markdown that means nothing but itself."""
    said = SPECIAL.sub(r"\\\1", escape(text, quote=False))
    return MARK.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", said)


class Told:
    """A page that grows with a conversation. Acts go through it, so that none is left out."""

    def __init__(self, chat: Conversation, title: str, about: str, *, right_to_left: bool = False) -> None:
        self.chat = chat
        self._rtl = right_to_left
        self._parts = [f"# {title}", about]
        self._known: dict[int, str] = {}
        self.quiet = False
        """True: what goes on is not told."""

    @property
    def language(self) -> str:
        """The language that the person's Telegram speaks."""
        return self.chat.person.language

    @property
    def page(self) -> str:
        """The whole page."""
        head, about, *rest = self._parts
        if self._rtl:
            rest = ['<div dir="rtl">', *rest, "</div>"]
        return "\n\n".join([head, about, *rest]) + "\n"

    def scene(self, title: str) -> None:
        """A heading between days."""
        self._tell(f"## {title}")

    def aside(self, words: str) -> None:
        """A sentence of the narrator's."""
        self._tell(f"*{words}*")

    async def says(self, text: str) -> None:
        """The person types."""
        said = f"<bdi>{plain(text)}</bdi>" if self._rtl else plain(text)
        self._tell(f"**{self._name}:** {said}")
        await self.chat.send(text)
        self.listen()

    async def taps(self, label: str) -> None:
        """The person presses the button with this label, or that begins with it."""
        full = next((shown for shown in self.chat.buttons if shown.startswith(label)), label)
        self._tell(f"**{self._name}** {'◂' if self._rtl else '▸'} <kbd>{plain(full)}</kbd>")
        await self.chat.tap(label)
        self.listen()

    async def others(self, chat: Conversation, label: str) -> None:
        """Somebody else in the same group presses a button; what only they are told stands beside it."""
        name = chat.person.first_name
        full = next((shown for shown in chat.buttons if shown.startswith(label)), label)
        said = len(chat.person.toasts)
        await chat.tap(label)
        told = chat.toast if len(chat.person.toasts) > said else ""
        whisper = f" — *only {name} is told: {plain(told)}*" if told else ""
        self._tell(f"**{name}** ▸ <kbd>{plain(full)}</kbd>{whisper}")
        self.listen()

    def listen(self) -> None:
        """Tells what the bot has said or changed since."""
        for seen in self.chat.messages:
            if not seen.from_bot or "forum_topic_created" in seen.raw:
                continue
            before, self._known[seen.id] = self._known.get(seen.id), seen.text
            if seen.text != before:
                if before is not None and seen.id != self.chat.last.id:
                    self.aside("The earlier message now reads:")
                if not self.quiet:
                    self._tell(drawn(seen))

    @property
    def _name(self) -> str:
        return self.chat.person.first_name

    def _tell(self, part: str) -> None:
        if not self.quiet:
            self._parts.append(part)


def drawn(seen: Seen) -> str:
    """A message of the bot's: a quotation, its buttons as keys in its last lines."""
    lines = marked(seen.raw).split("\n")
    if seen.photo:
        lines = ["(a picture)", "", *lines]
    if found := seen.document:
        lines = [f"(a file: {plain(found[0])})", "", *lines]
    told = [
        "> " + line + ("\\" if line and following else "")
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    for row in seen.buttons:
        told += [">", "> " + " ".join(f"<kbd>{plain(label)}</kbd>" for label in row)]
    return "\n".join(line.rstrip() for line in told)


def marked(message: Json) -> str:
    """The words with their bold, italic and quoted parts."""
    text = message.get("text") or message.get("caption") or message.get("poll", {}).get("question", "")
    entities = message.get("entities") or message.get("caption_entities") or []
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in entities:
        tag = TAGS.get(entity["type"])
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if tag:
            opening.setdefault(start, []).append(f"<{tag}>")
            closing.setdefault(end, []).insert(0, f"</{tag}>")
    places = sorted({0, utf16(text), *opening, *closing})
    out = []
    for start, end in zip(places, [*places[1:], places[-1]], strict=True):
        out += [*closing.get(start, []), *opening.get(start, []), plain(utf16_slice(text, start, end - start))]
    return "".join(out)


def utf16(text: str) -> int:
    """Its length as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
