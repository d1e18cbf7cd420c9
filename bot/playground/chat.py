"""How does a test talk with the bot? As a person does: say, tap, look at what came."""

from collections.abc import Iterator

from bot.playground import actions
from bot.playground.lengths import utf16_slice
from bot.playground.params import Json, Upload
from bot.playground.people import Chat, Person
from bot.playground.world import World


class Seen:
    """A message as a person sees it; `raw` is the Bot API's object, and stays current when the bot edits it."""

    def __init__(self, world: World, raw: Json) -> None:
        self._world = world
        self.raw = raw

    @property
    def id(self) -> int:
        """The message's number in its chat."""
        number: int = self.raw["message_id"]
        return number

    @property
    def text(self) -> str:
        """The words: of the text, the caption, or a poll's question."""
        poll: Json = self.raw.get("poll", {})
        words: str = self.raw.get("text") or self.raw.get("caption") or poll.get("question", "")
        return words

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of the inline buttons, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons in one list."""
        return [label for row in self.buttons for label in row]

    @property
    def from_bot(self) -> bool:
        """True for what the bot said."""
        return bool(self.raw["from"]["is_bot"])

    @property
    def document(self) -> tuple[str, bytes] | None:
        """A file's name and content."""
        found = self.raw.get("document")
        return (found["file_name"], self._world.files.by_id[found["file_id"]].data) if found else None

    @property
    def photo(self) -> bytes | None:
        """A picture's content."""
        sizes = self.raw.get("photo")
        return self._world.files.by_id[sizes[-1]["file_id"]].data if sizes else None

    @property
    def marked(self) -> dict[str, list[str]]:
        """The words of each kind of entity: {"bold": ["11 June 1942"], ...}."""
        words = self.raw.get("text") or self.raw.get("caption") or ""
        found: dict[str, list[str]] = {}
        for entity in [*self.raw.get("entities", []), *self.raw.get("caption_entities", [])]:
            found.setdefault(entity["type"], []).append(utf16_slice(words, entity["offset"], entity["length"]))
        return found

    def __contains__(self, words: str) -> bool:
        return words in self.text

    def __repr__(self) -> str:
        rows = "".join("\n  [" + "] [".join(row) + "]" for row in self.buttons)
        return f"{'bot' if self.from_bot else self.raw['from']['first_name']}: {self.text}{rows}"


class Conversation:
    """One person's side of a chat with the bot.

    After each act it waits until the bot is quiet, if the world can tell (`World.quiet`).
    """

    def __init__(self, world: World, person: Person, chat: Chat, thread: int | None = None) -> None:
        self.world = world
        self.person = person
        self._chat_id = chat.id
        self.thread = thread
        """The forum topic that this is about; None: the whole chat."""

    @property
    def chat(self) -> Chat:
        """The chat this is about."""
        return self.world.chats.get(self._chat_id) or self.world.private_chat(self.person)

    def inside(self, group: Chat, thread: int | None = None) -> "Conversation":
        """The same person in a group, or in a topic of a forum."""
        return Conversation(self.world, self.person, group, thread)

    @property
    def messages(self) -> list[Seen]:
        """All messages, oldest first; in a forum's topic those of the topic."""
        return [*self._latest_first()][::-1]

    def _latest_first(self) -> Iterator[Seen]:
        for raw in reversed(self.chat.messages.values()):
            if self.thread in (None, raw.get("message_thread_id")):
                yield Seen(self.world, raw)

    @property
    def last(self) -> Seen:
        """The bot's latest message; raises LookupError before its first."""
        return next((seen for seen in self._latest_first() if seen.from_bot), None) or self._nothing()

    @property
    def buttons(self) -> list[str]:
        """The labels under the bot's latest message that has any."""
        return next((seen.labels for seen in self._latest_first() if seen.labels), [])

    @property
    def toast(self) -> str:
        """What the latest press was answered with, "" for nothing."""
        return self.person.toasts[-1]["text"] if self.person.toasts else ""

    async def send(self, text: str, *, reply_to: Seen | None = None, as_group: bool = False) -> None:
        """Says something; `as_group`: as an administrator who writes anonymously."""
        number = reply_to.id if reply_to else None
        actions.say(self.world, self.person, text, self.chat, reply_to=number, thread=self.thread, as_group=as_group)
        await self._quiet()

    async def tap(self, label: str, *, on: Seen | None = None) -> None:
        """Presses the button called `label`, else the latest that begins with it, else the latest that contains it."""
        message, row, column = self._find(label, on)
        actions.tap(self.world, self.person, message, row, column)
        await self._quiet()

    async def press(self, data: str, *, on: Seen | None = None) -> None:
        """Sends callback data that no button needs to carry any more."""
        actions.press(self.world, self.person, (on or self.last).raw, data)
        await self._quiet()

    async def send_document(self, name: str, data: bytes, caption: str = "", mime: str = "") -> None:
        """Sends a file."""
        upload = Upload(name, data, mime or "application/octet-stream")
        actions.send_file(self.world, self.person, upload, caption, self.chat)
        await self._quiet()

    async def send_documents(self, *files: tuple[str, bytes]) -> None:
        """Sends several files in one go, as an album."""
        group = str(self.world.take_number())
        for name, data in files:
            actions.send_file(self.world, self.person, Upload(name, data, "text/plain"), "", self.chat, album=group)
        await self._quiet()

    async def send_photo(self, data: bytes, caption: str = "") -> None:
        """Sends a picture."""
        actions.send_photo(self.world, self.person, Upload("photo.png", data, "image/png"), caption, self.chat)
        await self._quiet()

    async def vote(self, *options: int, on: Seen | None = None) -> None:
        """Votes in the latest poll, by the options' numbers from 0."""
        found = on or next(seen for seen in self._latest_first() if "poll" in seen.raw)
        actions.vote(self.world, self.person, found.raw["poll"]["id"], list(options))
        await self._quiet()

    async def react(self, emoji: str | None, *, on: Seen | None = None) -> None:
        """Reacts to the bot's latest message."""
        actions.react(self.world, self.person, (on or self.last).raw, emoji)
        await self._quiet()

    async def edit(self, text: str, *, on: Seen | None = None) -> None:
        """Changes one's own latest message."""
        own = on or next(seen for seen in self._latest_first() if not seen.from_bot)
        actions.edit(self.world, self.person, own.raw, text)
        await self._quiet()

    async def block(self, blocked: bool = True) -> None:
        """Blocks the bot, or lets it in again."""
        actions.block(self.world, self.person, blocked)
        await self._quiet()

    def since(self, message_id: int) -> list[Seen]:
        """What was said after the message with this number."""
        return [seen for seen in self.messages if seen.id > message_id]

    def transcript(self) -> str:
        """The whole conversation as text."""
        return "\n\n".join(map(repr, self.messages))

    def _find(self, label: str, on: Seen | None) -> tuple[Json, int, int]:
        looked_at = [on] if on else [seen for seen in self._latest_first() if seen.labels]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for seen in looked_at:
                for row, labels in enumerate(seen.buttons):
                    for column, text in enumerate(labels):
                        if fits(text, label):
                            return seen.raw, row, column
        raise actions.NoSuchButton(f"no button {label!r} among {[seen.labels for seen in looked_at[:3]]}")

    def _nothing(self) -> Seen:
        raise LookupError("the bot has said nothing yet")

    async def _quiet(self) -> None:
        if self.world.quiet is not None:
            await self.world.quiet()
