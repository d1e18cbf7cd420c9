"""Which keyboards does Telegram accept? Inline buttons within their limits, forced replies, reply keyboards."""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.errors import ApiError, bad_request
from bot.playground.lengths import utf16_length
from bot.playground.params import Json, Params

_MOST_BUTTONS = 100
_MOST_IN_A_ROW = 8
_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "web_app",
    "login_url",
)


@dataclass(frozen=True, slots=True)
class Markup:
    """What `reply_markup` asks for: inline buttons stay with the message, a keyboard belongs to the chat."""

    inline: Json | None = None
    keyboard: Json | None = None


def read_markup(params: Params) -> Markup:
    """The markup of a call; raises ApiError as Telegram does."""
    raw = params.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if raw is None:
        return Markup()
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return Markup(inline=_inline(raw["inline_keyboard"]))
    placeholder = raw.get("input_field_placeholder") or ""
    if utf16_length(placeholder) > 64:
        raise bad_request("REPLY_MARKUP_PLACEHOLDER_INVALID")
    if raw.get("force_reply") or raw.get("remove_keyboard") or "keyboard" in raw:
        return Markup(keyboard=raw)
    return Markup()


def _inline(rows: Any) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array')
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > _MOST_BUTTONS or any(len(row) > _MOST_IN_A_ROW for row in kept):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _cannot("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _cannot('Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("text buttons are unallowed in the inline keyboard")
    action = next((name for name in _ACTIONS if name in button), None)
    if action is None:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    value = button[action]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not re.fullmatch(r"(https?|tg|ton)://\S+|[\w-]+(\.[\w-]+)+(/\S*)?", str(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "copy_text" and not 1 <= utf16_length(value.get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    style = {"style": button["style"]} if button.get("style") in {"danger", "success", "primary"} else {}
    return {"text": button["text"], action: value, **style}


def _cannot(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")
