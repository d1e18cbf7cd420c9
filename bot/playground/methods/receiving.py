"""How does the bot hear? By asking, or by a webhook."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.errors import bad_request
from bot.playground.params import Json, Params
from bot.playground.world import World

_PORTS = {443, 80, 88, 8443}
_LOCAL = {"localhost", "127.0.0.1", "::1"}


async def get_updates(world: World, params: Params) -> list[Json]:
    """Acknowledges everything below `offset` and waits up to `timeout` real seconds for more."""
    world.updates.allow(_kinds(params))
    limit = params.integer("limit", 100, 1, 100)
    return await world.updates.poll(params.integer("offset"), limit, params.integer("timeout", 0, 0, 50))


async def set_webhook(world: World, params: Params) -> bool:
    """Has updates posted to an address; an empty one goes back to asking."""
    url = params.text("url")
    if not url:
        return await delete_webhook(world, params)
    secret = params.text("secret_token")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("bad webhook: Secret token contains unallowed characters")
    _check_address(url)
    world.updates.allow(_kinds(params))
    if params.flag("drop_pending_updates"):
        world.updates.waiting.clear()
    world.webhook = {
        "url": url,
        "secret_token": secret,
        "max_connections": params.integer("max_connections", 40, 1, 100),
    }
    world.updates.webhook_url = url
    if world.updates.on_put:
        world.updates.on_put()
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    """Goes back to asking."""
    if params.flag("drop_pending_updates"):
        world.updates.waiting.clear()
    world.webhook = {}
    world.updates.webhook_url = ""
    return True


async def get_webhook_info(world: World, params: Params) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    hook = world.webhook
    info: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": world.pending_updates,
    }
    if hook:
        info["max_connections"] = hook["max_connections"]
    for name in ("last_error_date", "last_error_message"):
        info |= {name: hook[name]} if name in hook else {}
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _check_address(url: str) -> None:
    """HTTPS and one of four ports, save on this very machine, as a Bot API server of one's own allows it."""
    address = urlsplit(url)
    if address.hostname in _LOCAL and address.scheme in {"http", "https"}:
        return
    if address.scheme != "https" or not address.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (address.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _kinds(params: Params) -> list[str] | None:
    listed: Any = params.json("allowed_updates", "can't parse allowed_updates JSON object")
    if listed is not None and not isinstance(listed, list):
        raise bad_request("expected an Array of String as allowed_updates")
    return listed
