"""What does a message say? Text and buttons, within Telegram's limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: `data` (at most 64 bytes) comes back when pressed; `url` opens a link instead."""

    label: str
    data: str = ""
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class QuizPoll:
    """Telegram's own quiz: plain words, no HTML. `right` is the index of the one right option."""

    question: str
    options: tuple[str, ...]
    right: int
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `text` is Telegram HTML, at most 4096 characters once parsed (1024 under a photo or document).

    `photo` is a PNG; `document` a file's name and bytes. `placeholder` asks Telegram to open the keyboard for a typed
    answer. `silent`: no sound. `thread` is the forum topic. `poll` is sent in place of the text; `closes` is the
    message of a poll that takes no more answers once this is shown.
    """

    text: str
    rows: Rows = ()
    photo: bytes | None = None
    document: tuple[str, bytes] | None = None
    placeholder: str | None = None
    silent: bool = False
    thread: int | None = None
    poll: QuizPoll | None = None
    closes: int | None = None
