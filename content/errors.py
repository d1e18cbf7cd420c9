"""What can go wrong with a document? Refusals that carry data, never sentences.

DocumentError
├── Unsupported     no reader for this format
├── Damaged         the format is known, but the bytes do not hold
├── Encrypted       protected by a password or by rights management
├── TooLarge        over a limit
├── Empty           no words in it
└── NothingToTeach  words, but no fact that a question could rest on
"""


class DocumentError(Exception):
    """A document that cannot be used; `name` is what it was called."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class Unsupported(DocumentError):
    """`format` is what the bytes look like ("pdf", "docx", "rtf", "image", "binary"); `save_as` a format we read."""

    def __init__(self, name: str = "", format: str = "binary", save_as: str | None = None) -> None:  # noqa: A002 - the field's own word
        super().__init__(name)
        self.format = format
        self.save_as = save_as


class Damaged(DocumentError):
    """`reason` is a code ("encoding", "truncated")."""

    def __init__(self, name: str = "", reason: str = "damaged") -> None:
        super().__init__(name)
        self.reason = reason


class Encrypted(DocumentError):
    """The document is locked."""


class TooLarge(DocumentError):
    """`size` and `limit` in bytes."""

    def __init__(self, name: str = "", size: int = 0, limit: int = 0) -> None:
        super().__init__(name)
        self.size = size
        self.limit = limit


class Empty(DocumentError):
    """There are no words in it."""


class NothingToTeach(DocumentError):
    """There is text, but nothing to ask; `facts` were found and none could be used."""

    def __init__(self, name: str = "", facts: int = 0) -> None:
        super().__init__(name)
        self.facts = facts
