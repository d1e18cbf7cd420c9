"""What is the world the bot lives in? People, chats, messages, files, updates and the clock, without any network."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.clock import Clock
from bot.playground.events import Events
from bot.playground.faults import Fault, Faults, Flood, Kind
from bot.playground.files import FileStore
from bot.playground.params import Json
from bot.playground.people import Chat, Person
from bot.playground.profile import Profile
from bot.playground.updates import UpdateQueue

if TYPE_CHECKING:
    from bot.playground.chat import Conversation

TOKEN = "7000000001:" + "PLAYGROUND" * 3 + "_demo"  # the shape of a token, and the key to nothing


@dataclass(slots=True)
class Query:
    """A press (or an inline query) that waits for its answer."""

    id: str
    person_id: int
    asked_at: datetime


class World:
    """Everything Telegram would know. All changes are made by `api` (the bot) and `actions` (the people)."""

    callback_lifetime = timedelta(seconds=15)
    """How long a press can be answered; Telegram does not publish it."""

    def __init__(
        self, clock: Clock, bot_username: str = "LecternBot", token: str = TOKEN, bot_name: str = "Lectern"
    ) -> None:
        self.clock = clock
        self.token = token
        self.bot_id = int(token.split(":", 1)[0])
        self.bot_username = bot_username
        self.bot_name = bot_name
        self.events = Events()
        self.faults = Faults()
        self.flood: Flood | None = None
        self.quiet: Callable[[], Awaitable[None]] | None = None
        """Waits until the bot has nothing left to do; a Conversation awaits it after each act."""
        self.owner_link = ""
        """What to send after /start to become the bot's owner; the page offers it to a teacher. "" where it has one."""
        self.people: dict[int, Person] = {}
        self.updates = UpdateQueue(clock)
        self.calls: list[tuple[str, dict[str, str]]] = []
        """The latest calls, oldest first: method and text parameters."""
        self._clear()

    def _clear(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.profile = Profile()
        self.queries: dict[str, Query] = {}
        self.polls: dict[str, Json] = {}
        self.inline_answers: dict[str, list[Json]] = {}
        self.webhook: Json = {}
        self.counter = 0
        self.latest = 0
        """The highest number of a message in a private chat: they share one sequence, as at Telegram."""

    def start_over(self) -> None:
        """Forgets all that was said. People stay, the bot's commands too."""
        profile, webhook = self.profile, self.webhook
        self._clear()
        self.profile, self.webhook = profile, webhook
        self.updates.waiting.clear()
        self.calls.clear()
        for person in self.people.values():
            person.blocked = False
            person.toasts.clear()
            self.private_chat(person)
        self.events.tell("reset")

    @property
    def pending_updates(self) -> int:
        """Updates the bot has not acknowledged."""
        return len(self.updates.waiting)

    def person(
        self,
        name: str,
        *,
        language: str = "en",
        username: str = "",
        last_name: str = "",
        note: str = "",
        number: int = 0,
    ) -> "Conversation":
        """This person's side of the private chat with the bot; the same person for the same name."""
        from bot.playground.chat import Conversation

        known = next((person for person in self.people.values() if person.first_name == name), None)
        if known is None:
            number = number or 1001 + len(self.people)
            known = self.people[number] = Person(number, name, last_name, username or name.lower(), language, note)
        return Conversation(self, known, self.private_chat(known))

    def private_chat(self, person: Person) -> Chat:
        """The chat of this person and the bot."""
        if person.id not in self.chats:
            self.chats[person.id] = Chat(person.id, "private", person.first_name, person.username, members=[person.id])
        return self.chats[person.id]

    def group(self, title: str, *names: str, forum: bool = False) -> Chat:
        """A group the bot is in with these people."""
        number = -1_001_000_000_001 - len(self.chats)
        members = [self.person(name).person.id for name in names]
        chat = Chat(number, "supergroup", title, forum=forum, members=members, started=True)
        self.chats[number] = chat
        return chat

    def topic(self, forum: Chat, name: str) -> int:
        """A new topic of a forum; its number is that of the message that tells of it."""
        message = self.post(forum, self.bot(), {"forum_topic_created": {"name": name, "icon_color": 7322096}})
        number: int = message["message_id"]
        message |= {"message_thread_id": number, "is_topic_message": True}
        return number

    def bot(self) -> Json:
        """The bot as a User."""
        return {"id": self.bot_id, "is_bot": True, "first_name": self.bot_name, "username": self.bot_username}

    def timestamp(self) -> int:
        """The world's time, in seconds of 1970."""
        return int(self.clock.now().timestamp())

    def take_number(self) -> int:
        """A number never given before, for queries, polls and the like."""
        self.counter += 1
        return 4_000_000_000 + self.counter

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Puts a message into a chat; what comes back is the stored message itself."""
        message: Json = {
            "message_id": self._number_for(chat),
            "from": sender,
            "chat": chat.to_json(),
            "date": self.timestamp(),
            **content,
        }
        chat.messages[message["message_id"]] = message
        self.events.tell("message", chat_id=chat.id, message=message)
        return message

    def _number_for(self, chat: Chat) -> int:
        if chat.type == "private":
            self.latest = chat.last_id = self.latest + 1
            return self.latest
        return chat.take_id()

    def changed(self, chat: Chat, message: Json) -> None:
        """Tells the page that a message is different now."""
        self.events.tell("message", chat_id=chat.id, message=message)

    def fail(self, method: str, times: int = 1, *, kind: Kind = "error", code: int = 500, **more: Any) -> None:
        """The next `times` calls of `method` fail; `more` is `retry_after` or `description`, see Fault."""
        self.faults.add(Fault(method, kind, times, code, **more))
