"""Who is in the playground, and where do they talk? People, and chats with their messages."""

from dataclasses import dataclass, field
from typing import Literal

from bot.playground.params import Json

LEARNER = "A learner"
"""The note of somebody who has come to learn."""
TEACHER = "A teacher"
"""The note of somebody who may teach from the start."""

_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account. Their private chat with the bot has the same id."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "en"
    """IETF code as the app reports it; "" where it reports none."""
    note: str = ""
    """What the page says beside the name: "a learner"."""
    blocked: bool = False
    """True while this person has the bot blocked."""
    toasts: list[Json] = field(default_factory=list)
    """Answers to this person's presses: {"text", "show_alert", "url"}."""

    def to_json(self) -> Json:
        """The person as a User."""
        extra = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | {name: value for name, value in extra.items() if value}


@dataclass(slots=True)
class Chat:
    """A private chat or a group, with its messages by id."""

    id: int
    type: Literal["private", "group", "supergroup"]
    title: str
    username: str = ""
    forum: bool = False
    members: list[int] = field(default_factory=list)
    administrators: list[int] = field(default_factory=list)
    """Of a group: the first is its owner."""
    bot_inside: bool = True
    """In a group: whether the bot is a member."""
    bot_may_write: bool = True
    """In a group: whether the bot is let write."""
    moved_to: int | None = None
    """The number of the supergroup that this group became."""
    started: bool = False
    """False until the bot may write: somebody wrote first, or the bot was added to the group."""
    messages: dict[int, Json] = field(default_factory=dict)
    last_id: int = 0
    keyboard: Json | None = None
    """The reply keyboard or forced reply now open, with the message it came with under "message_id"."""
    pinned: list[int] = field(default_factory=list)

    def to_json(self) -> Json:
        """The chat as a message carries it."""
        if self.type == "private":
            chat: Json = {"id": self.id, "type": "private", "first_name": self.title}
        else:
            chat = {"id": self.id, "type": self.type, "title": self.title}
            chat |= {"is_forum": True} if self.forum else {}
        return chat | ({"username": self.username} if self.username else {})

    def take_id(self) -> int:
        """The next message id of this chat."""
        self.last_id += 1
        return self.last_id

    def status_of(self, person_id: int) -> str:
        """What Telegram calls this person's standing here."""
        if person_id in self.administrators:
            return "creator" if person_id == self.administrators[0] else "administrator"
        return "member" if person_id in self.members else "left"

    def rights_of(self, person_id: int) -> Json:
        """The fields that go with this person's standing."""
        match self.status_of(person_id):
            case "creator":
                return {"is_anonymous": False}
            case "administrator":
                return {"is_anonymous": False, "can_be_edited": False} | dict.fromkeys(_RIGHTS, False)
        return {}
