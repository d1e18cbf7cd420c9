"""How does a poll live? Made within Telegram's limits, voted in, closed by hand or by time."""

from typing import Any

from bot.playground.entities import formatted
from bot.playground.errors import bad_request
from bot.playground.lengths import utf16_length
from bot.playground.params import Json, Params, from_values
from bot.playground.people import Person
from bot.playground.world import World

_MOST_OPTIONS = 12
_LONGEST_OPEN = 2_628_000


def make_poll(world: World, params: Params) -> Json:
    """The poll a call asks for; raises ApiError as Telegram does."""
    question, _ = formatted(params, "question", "question_parse_mode", "question_entities")
    if not question:
        raise bad_request("text must be non-empty")
    if utf16_length(question) > 300:
        raise bad_request("poll question length must not exceed 300")
    options = _options(params.json("options", "can't parse options JSON object"))
    kind = params.text("type") or "regular"
    if kind not in {"regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    poll: Json = {
        "id": str(world.take_number() * 1_000_003),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting", kind == "regular"),
        "members_only": params.flag("members_only"),
    }
    return poll | (_quiz(params, len(options)) if kind == "quiz" else {}) | _closing(world, params)


def _options(raw: Any) -> list[Json]:
    if raw is not None and not isinstance(raw, list):
        raise bad_request("expected an Array of String as options")
    if not raw:
        raise bad_request("poll must have at least one answer option")
    if len(raw) > _MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {_MOST_OPTIONS} options")
    options: list[Json] = []
    for one in raw:
        values = {"text": one} if isinstance(one, str) else one
        text, _ = formatted(from_values(values), "text", "text_parse_mode", "text_entities")
        if not text:
            raise bad_request("text must be non-empty")
        if utf16_length(text) > 100:
            raise bad_request("poll options length must not exceed 100")
        options.append({"text": text, "voter_count": 0, "persistent_id": str(len(options))})
    return options


def _quiz(params: Params, options: int) -> Json:
    right = params.json("correct_option_ids", "can't parse correct_option_ids JSON object")
    if right is None and params.text("correct_option_id"):
        right = [params.integer("correct_option_id", -1)]
    if not isinstance(right, list) or not right or not all(isinstance(n, int) and 0 <= n < options for n in right):
        raise bad_request("wrong correct option ID specified")
    explanation, entities = formatted(params, "explanation", "explanation_parse_mode", "explanation_entities")
    if utf16_length(explanation) > 200 or explanation.count("\n") > 2:
        raise bad_request("poll explanation length must not exceed 200")
    quiz: Json = {"correct_option_ids": sorted(set(right))}
    if explanation:
        quiz |= {"explanation": explanation} | ({"explanation_entities": entities} if entities else {})
    return quiz


def _closing(world: World, params: Params) -> Json:
    period, date = params.integer("open_period"), params.integer("close_date")
    if period and not 5 <= period <= _LONGEST_OPEN:
        raise bad_request("can't set open period out of range")
    if date and not 5 <= date - world.timestamp() <= _LONGEST_OPEN:
        raise bad_request("wrong close date specified")
    if period:
        return {"open_period": period, "close_date": world.timestamp() + period}
    return {"close_date": date} if date else {}


def keep_poll(world: World, message: Json) -> None:
    """Remembers where a poll stands and who voted for what."""
    poll = message["poll"]
    world.polls[poll["id"]] = {
        "poll": poll,
        "chat_id": message["chat"]["id"],
        "message_id": message["message_id"],
        "votes": {},
    }


def vote(world: World, person: Person, poll_id: str, options: list[int]) -> None:
    """Notes a vote; what the app would not allow is left undone."""
    close_due(world)
    kept = world.polls[poll_id]
    poll, votes, voter = kept["poll"], kept["votes"], str(person.id)
    several = len(options) > 1 and not poll["allows_multiple_answers"]
    settled = voter in votes and not poll["allows_revoting"]
    if poll["is_closed"] or several or settled or any(not 0 <= n < len(poll["options"]) for n in options):
        return
    votes.pop(voter, None)
    if options:
        votes[voter] = sorted(set(options))
    _count(poll, votes)
    _tell(world, kept)
    if not poll["is_anonymous"]:
        chosen = votes.get(voter, [])
        ids = [poll["options"][n]["persistent_id"] for n in chosen]
        answer = {"poll_id": poll_id, "user": person.to_json(), "option_ids": chosen, "option_persistent_ids": ids}
        world.updates.put("poll_answer", answer)


def close(world: World, kept: Json) -> None:
    """Closes a poll and shows it closed."""
    kept["poll"]["is_closed"] = True
    _tell(world, kept)


def close_due(world: World) -> None:
    """Closes every poll whose time is over."""
    now = world.timestamp()
    for kept in world.polls.values():
        if not kept["poll"]["is_closed"] and now >= kept["poll"].get("close_date", now + 1):
            close(world, kept)


def _count(poll: Json, votes: dict[str, list[int]]) -> None:
    for number, option in enumerate(poll["options"]):
        option["voter_count"] = sum(number in chosen for chosen in votes.values())
    poll["total_voter_count"] = len(votes)


def _tell(world: World, kept: Json) -> None:
    chat = world.chats.get(kept["chat_id"])
    message = chat.messages.get(kept["message_id"]) if chat else None
    if chat and message:
        world.changed(chat, message)
    world.updates.put("poll", kept["poll"])
