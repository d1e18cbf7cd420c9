"""The end of an HTTP answer is found wherever it was cut on its way."""

import pytest

from bot.delivery.answer import BadAnswer, read

PLAIN = b'HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Length: 11\r\n\r\n{"ok":true}'
CHUNKED = (
    b"HTTP/1.1 502 Bad Gateway\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5;x=1\r\nBad G\r\n6\r\nateway\r\n0\r\nTrailer: 1\r\n\r\n"
)


@pytest.mark.parametrize(("words", "status", "body"), [(PLAIN, 200, b'{"ok":true}'), (CHUNKED, 502, b"Bad Gateway")])
def test_an_answer_that_comes_in_pieces_is_whole_at_its_last_byte(words: bytes, status: int, body: bytes) -> None:
    for size in range(len(words)):
        assert read(words[:size]) is None, size
    assert read(words) == (status, body, True)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (PLAIN, True),
        (PLAIN.replace(b"Server: nginx", b"Connection: close"), False),
        (PLAIN.replace(b"1.1", b"1.0"), False),
        (PLAIN + b"more than was asked for", False),
        (b"HTTP/1.1 204 No Content\r\n\r\n", True),
    ],
)
def test_a_connection_is_used_again_where_its_server_keeps_it(words: bytes, kept: bool) -> None:
    found = read(words)
    assert found is not None
    assert found.kept is kept


def test_an_answer_without_a_length_ends_with_its_connection() -> None:
    words = b"HTTP/1.1 200 OK\r\nX: y\r\n\r\n{}"
    assert read(words) is None
    assert read(words, ended=True) == (200, b"{}", False)


def test_what_is_said_before_the_answer_is_no_answer() -> None:
    assert read(b"HTTP/1.1 103 Early Hints\r\n\r\n" + PLAIN) == (200, b'{"ok":true}', True)
    assert read(b"HTTP/1.1 100 Continue\r\n\r\n") is None


@pytest.mark.parametrize(
    "words",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 what\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"x" * 70_000,
    ],
)
def test_what_is_no_http_is_refused(words: bytes) -> None:
    with pytest.raises(BadAnswer):
        read(words)
