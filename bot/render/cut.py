"""How long may it be? Shortening by words, counted as Telegram counts (UTF-16 units)."""

MESSAGE = 4096
CAPTION = 1024


def units(text: str) -> int:
    """The length of the text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `limit` units."""
    text = text.strip()
    if 2 * len(text) <= limit or units(text) <= limit:  # no character is more than two units
        return text
    while units(text) >= limit:
        head, space, _ = text.rpartition(" ")
        text = head if space and len(head) > limit // 2 else text[: max(0, len(text) - max(1, units(text) - limit + 1))]
    return text.rstrip(" ,;:") + "…"
