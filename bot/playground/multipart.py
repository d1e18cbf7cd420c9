"""How are a call's parameters found in an HTTP request? In the address, urlencoded, as multipart or as JSON."""

import json
import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.playground.errors import ApiError, bad_request
from bot.playground.params import Params, Upload, from_values

_MOST_BODY = 64 * 1024 * 1024


async def read_params(request: Request) -> Params:
    """The parameters of a call; raises ApiError where the body is too large or makes no sense."""
    values = dict(request.query_params)
    body = await _body(request)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json") and body:
        return _json(body, values)
    if kind.startswith("multipart/form-data"):
        texts, files = parse_multipart(body, kind)
        return Params(values | texts, files)
    if kind.startswith("application/x-www-form-urlencoded"):
        values |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(values)


async def _body(request: Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > _MOST_BODY:
            raise ApiError(413, "Request Entity Too Large")
        chunks.append(chunk)
    return b"".join(chunks)


def _json(body: bytes, values: dict[str, str]) -> Params:
    try:
        parsed = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON encoded request parameters") from None
    if not isinstance(parsed, dict):
        raise bad_request("can't parse JSON encoded request parameters")
    return from_values({**values, **parsed})


def parse_multipart(body: bytes, content_type: str) -> tuple[dict[str, str], dict[str, Upload]]:
    """Texts and files of a multipart/form-data body (RFC 7578), byte for byte."""
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if found is None:
        raise bad_request("can't parse multipart request: boundary is missing")
    texts: dict[str, str] = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1].encode())[1:]:
        head, gap, content = part.partition(b"\r\n\r\n")
        if part.startswith(b"--") or not gap:
            continue
        headers = _headers(head)
        fields = _fields(headers.get("content-disposition", ""))
        if "filename" in fields:
            mime = headers.get("content-type", "application/octet-stream")
            files[fields.get("name", "")] = Upload(_without_path(fields["filename"]), content, mime)
        else:
            texts[fields.get("name", "")] = content.decode("utf-8", "replace")
    return texts, files


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _fields(disposition: str) -> dict[str, str]:
    """Names and values as td's `HttpReader` takes them: cut at semicolons, nothing decoded, "filename*" unknown."""
    pairs = (part.partition("=") for part in disposition.split(";")[1:])
    return {name.strip(): value.strip().removeprefix('"').removesuffix('"') for name, _, value in pairs}


def _without_path(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]
