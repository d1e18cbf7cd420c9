"""Text is parsed as Telegram parses it, and refused in its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import formatted
from bot.playground.errors import ApiError
from bot.playground.html import parse_html
from bot.playground.lengths import utf16_length, utf16_slice
from bot.playground.markdown import parse_markdown
from bot.playground.params import Params


def marked(text, entities):
    return [(entity["type"], utf16_slice(text, entity["offset"], entity["length"])) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>11 June</b> 1942", "11 June 1942", [("bold", "11 June")]),
        ("<B>x</B>", "x", [("bold", "x")]),
        ("a &lt; b &amp;&quot;&gt;&#33;&#x21;", 'a < b &">!!', []),
        ("&nbsp;&copy", "&nbsp;&copy", []),
        ("😀<i>😀</i>", "😀😀", [("italic", "😀")]),
        ("<b>a<i>b</i></b>", "ab", [("italic", "b"), ("bold", "ab")]),
        ("<b></b>x", "x", []),
        ('<a href="https://example.org/?a=1&amp;b=2">here</a>', "here", [("text_link", "here")]),
        ("<span class='tg-spoiler'>s</span><tg-spoiler>t</tg-spoiler>", "st", [("spoiler", "s"), ("spoiler", "t")]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", "q")]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", "x")]),
        ("a < b", None, 'Unsupported start tag "" at byte offset 2'),
        ("ё<b", None, "Unclosed start tag at byte offset 2"),
        ("<b>x", None, 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", None, "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", None, 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<p>x</p>", None, 'Unsupported start tag "p" at byte offset 0'),
        ("<{b}>x", None, 'Unsupported start tag "{b}" at byte offset 0'),
        ("<span>x</span>", None, 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", None, "Unclosed end tag at byte offset 4"),
    ],
)
def test_html(source, text, entities):
    if text is None:
        with pytest.raises(ApiError) as refused:
            parse_html(source)
        assert refused.value.description == f"Bad Request: can't parse entities: {entities}"
    else:
        parsed, found = parse_html(source)
        assert (parsed, marked(parsed, found)) == (text, entities)


def test_a_code_block_keeps_its_language():
    assert parse_html('<pre><code class="language-python">x</code></pre>')[1][0]["language"] == "python"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_ __c__ ~d~ ||e||", "a b c d e", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
        ("1\\.5 `x_y` [t](https://example.org)", "1.5 x_y t", ["code", "text_link"]),
        ("```py\nx = 1```", "x = 1", ["pre"]),
        (">quoted\nnot", "quoted\nnot", ["blockquote"]),
    ],
)
def test_markdown(source, text, entities):
    parsed, found = parse_markdown(source)
    assert (parsed, [entity["type"] for entity in found]) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*x", "Can't find end of Bold entity at byte offset 0"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_markdown_refused(source, words):
    with pytest.raises(ApiError) as refused:
        parse_markdown(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_what_speaks_for_itself_is_marked_but_not_inside_code():
    text, entities = formatted(
        Params({"text": "  /learn with @LecternBot at https://example.org/a. <code>/not</code>", "parse_mode": "HTML"}),
        "text",
    )
    assert marked(text, entities) == [
        ("bot_command", "/learn"),
        ("mention", "@LecternBot"),
        ("url", "https://example.org/a"),
        ("code", "/not"),
    ]


def test_an_unknown_parse_mode_is_refused():
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted(Params({"text": "x", "parse_mode": "Word"}), "text")


@given(st.text(alphabet="ab<>/&;\"'= bipre#x1😀\n"))
def test_html_never_crashes_and_stays_in_bounds(source):
    try:
        text, entities = parse_html(source)
    except ApiError:
        return
    assert all(
        entity["offset"] >= 0 and entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities
    )


@given(st.text(alphabet="ab*_~|`[]()\\>#.! \n😀"))
def test_markdown_never_crashes_and_stays_in_bounds(source):
    try:
        text, entities = parse_markdown(source)
    except ApiError:
        return
    assert all(
        entity["offset"] >= 0 and entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities
    )
