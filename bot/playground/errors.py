"""What does the Bot API answer when it refuses?

Exception
└── ApiError      an answer with "ok": false: 400, 401, 403, 404, 409, 413, 429, 5xx
"""


class ApiError(Exception):
    """A refusal in Telegram's own words; `retry_after` in seconds comes with 429."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.moved_to: int | None = None

    def to_json(self) -> dict[str, object]:
        """The body of the answer."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.moved_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.moved_to}
        return body


def bad_request(words: str) -> ApiError:
    """400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {words}")


def moved(number: int) -> ApiError:
    """400: the group is a supergroup now, with that number."""
    refusal = bad_request("group chat was upgraded to a supergroup chat")
    refusal.moved_to = number
    return refusal


def too_many(seconds: int) -> ApiError:
    """429: come back in `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
