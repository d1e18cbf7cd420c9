"""How does Telegram read MarkdownV2? The inline marks, code blocks, links and quotes; strict about escapes."""

from bot.playground.errors import ApiError, bad_request
from bot.playground.lengths import utf16_length
from bot.playground.params import Json

_RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = (("||", "spoiler"), ("__", "underline"), ("*", "bold"), ("_", "italic"), ("~", "strikethrough"))
_NAMES = {"underline": "Underline", "bold": "Bold", "italic": "Italic", "strikethrough": "Strikethrough"}


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Text and entities of MarkdownV2; raises ApiError "can't parse entities: ..."."""
    return _Markdown(source).read()


class _Markdown:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out = ""
        self.entities: list[Json] = []
        self.open: list[tuple[str, str, int, int]] = []  # mark, type, UTF-16 offset, place in the source

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if not (self._escape() or self._code() or self._link() or self._mark() or self._quote()):
                self._letter()
        if self.open:
            _, kind, _, place = self.open[-1]
            name = _NAMES.get(kind, kind.capitalize())
            raise self._complain(f"Can't find end of {name} entity at byte offset {self._byte(place)}")
        for entity in self.entities:
            entity.pop("open", None)
        return self.out, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))

    def _escape(self) -> bool:
        following = self.source[self.at + 1 : self.at + 2]
        if self.source[self.at] != "\\" or not following or ord(following) > 126:
            return False
        self.out += following
        self.at += 2
        return True

    def _code(self) -> bool:
        mark = next((mark for mark in ("```", "`") if self.source.startswith(mark, self.at)), None)
        if mark is None:
            return False
        end = self.source.find(mark, self.at + len(mark))
        kind = "pre" if mark == "```" else "code"
        if end < 0:
            name = "Pre" if kind == "pre" else "Code"
            raise self._complain(f"Can't find end of {name} entity at byte offset {self._byte(self.at)}")
        body, language = self.source[self.at + len(mark) : end], ""
        if kind == "pre" and "\n" in body:
            language, body = body.split("\n", 1)
        offset = utf16_length(self.out)
        self.out += body.replace("\\`", "`").replace("\\\\", "\\")
        self._add(kind, offset, **({"language": language} if language else {}))
        self.at = end + len(mark)
        return True

    def _link(self) -> bool:
        letter = self.source[self.at]
        if letter == "[":
            self.open.append(("[", "text_link", utf16_length(self.out), self.at))
            self.at += 1
            return True
        if letter != "]" or not self.open or self.open[-1][0] != "[":
            return False
        end = self.source.find(")", self.at)
        if not self.source.startswith("](", self.at) or end < 0:
            raise self._complain(f"Can't find end of a URL at byte offset {self._byte(self.at)}")
        self._add("text_link", self.open.pop()[2], url=self.source[self.at + 2 : end].replace("\\", ""))
        self.at = end + 1
        return True

    def _mark(self) -> bool:
        found = next(((m, kind) for m, kind in _MARKS if self.source.startswith(m, self.at)), None)
        if found is None:
            return False
        mark, kind = found
        if self.open and self.open[-1][0] == mark:
            self._add(kind, self.open.pop()[2])
        else:
            self.open.append((mark, kind, utf16_length(self.out), self.at))
        self.at += len(mark)
        return True

    def _quote(self) -> bool:
        at_line_start = not self.out or self.out.endswith("\n")
        if self.source[self.at] != ">" or not at_line_start:
            return False
        self.at += 1
        last = self.entities[-1] if self.entities else None
        if last is None or last["type"] != "blockquote" or not last.get("open"):
            self.entities.append({"type": "blockquote", "offset": utf16_length(self.out), "length": 0, "open": True})
        return True

    def _letter(self) -> None:
        letter = self.source[self.at]
        if letter in _RESERVED:
            raise self._complain(f"Character '{letter}' is reserved and must be escaped with the preceding '\\'")
        quote = next((entity for entity in self.entities if entity.get("open")), None)
        self.out += letter
        self.at += 1
        if quote is not None:
            quote["length"] = utf16_length(self.out.rstrip("\n")) - quote["offset"]
            if letter == "\n" and self.source[self.at : self.at + 1] != ">":
                del quote["open"]

    def _add(self, kind: str, offset: int, **more: str) -> None:
        if length := utf16_length(self.out) - offset:
            self.entities.append({"type": kind, "offset": offset, "length": length, **more})

    def _byte(self, place: int) -> int:
        return len(self.source[:place].encode("utf-8", "surrogatepass"))

    @staticmethod
    def _complain(words: str) -> ApiError:
        return bad_request(f"can't parse entities: {words}")
