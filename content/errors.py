"""What can go wrong with a document? Refusals that carry data, never sentences.

DocumentError
├── Unsupported     no reader for this format
├── Damaged         the format is known, but the bytes do not hold
├── Unsafe          packed so that it would harm whoever opens it: bombs, links, paths that lead out
├── Encrypted       protected by a password or by rights management
├── Macros          carries programs
├── Scanned         its pages are pictures of text
├── TooLarge        over a limit of bytes, memory or time
├── TooManyPages    over the limit of pages
├── TooLong         over the limit of characters
├── Crashed         the reader of its format ended in the middle
├── Empty           no words in it
└── NothingToTeach  words, but no figure or date
    └── NothingToAsk  figures and dates, but none that a sound question could rest on
"""


class DocumentError(Exception):
    """A document that cannot be used; `name` is what it was called."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class Unsupported(DocumentError):
    """`format` is what the bytes look like ("doc", "rtf", "image", "binary"); `save_as` a format we read."""

    def __init__(self, name: str = "", format: str = "binary", save_as: str | None = None) -> None:  # noqa: A002 - the field's own word
        super().__init__(name)
        self.format = format
        self.save_as = save_as


class Damaged(DocumentError):
    """`reason` is a code ("encoding", "truncated", "xml", "letters")."""

    def __init__(self, name: str = "", reason: str = "damaged") -> None:
        super().__init__(name)
        self.reason = reason


class Unsafe(DocumentError):
    """`reason` is a code of `content.zips.REASONS`, or "entities" or "depth" for its XML; `member` the file inside."""

    def __init__(self, name: str = "", reason: str = "ratio", member: str = "") -> None:
        super().__init__(name)
        self.reason = reason
        self.member = member


class Encrypted(DocumentError):
    """The document is locked."""


class Macros(DocumentError):
    """The document carries programs; `save_as` is its format without them."""

    def __init__(self, name: str = "", save_as: str = "docx") -> None:
        super().__init__(name)
        self.save_as = save_as


class Scanned(DocumentError):
    """Pictures of text: so many of its `pages`, the first of them being `first`."""

    def __init__(self, name: str = "", pages: int = 0, first: int = 0) -> None:
        super().__init__(name)
        self.pages = pages
        self.first = first


class TooLarge(DocumentError):
    """`size` and `limit` in bytes."""

    def __init__(self, name: str = "", size: int = 0, limit: int = 0) -> None:
        super().__init__(name)
        self.size = size
        self.limit = limit


class TooManyPages(DocumentError):
    """`pages`, where `limit` is the most."""

    def __init__(self, name: str = "", pages: int = 0, limit: int = 0) -> None:
        super().__init__(name)
        self.pages = pages
        self.limit = limit


class TooLong(DocumentError):
    """More than `limit` characters."""

    def __init__(self, name: str = "", limit: int = 0) -> None:
        super().__init__(name)
        self.limit = limit


class Crashed(DocumentError):
    """The reader of its format ended in the middle."""


class Empty(DocumentError):
    """There are no words in it."""


class NothingToTeach(DocumentError):
    """There is text, but no fact in it."""


class NothingToAsk(NothingToTeach):
    """Facts were found, but none of them in words that make a sound question; `facts` tells how many."""

    def __init__(self, name: str = "", facts: int = 0) -> None:
        super().__init__(name)
        self.facts = facts
