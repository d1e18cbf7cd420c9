"""How long is a text for Telegram? It counts UTF-16 code units, two for what lies beyond the basic plane."""


def utf16_length(text: str) -> int:
    """UTF-16 code units in `text`."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
