"""Every fault is told at its place, with what to write instead."""

import pytest

from content.packfile import parse


def test_a_comma_is_shown_with_the_three_ways_to_write_it(one):
    parsed = one("# A\n\nText.\n\n## ? How heavy? {#a}\nnumber: 1,567 t\n")
    assert parsed.diagnostics[0].text() == (
        'tiny.md:14:10: error E203: "1,567 t" has a comma: one thousand five hundred or one and a half?\n'
        "   14 | number: 1,567 t\n"
        "      |          ^ write 1567 t, 1 567 t or 1.567 t"
    )


def test_a_quotation_that_is_not_there_is_told_with_the_closest_text(lighthouses):
    path = "lessons/10-old-lights.md"
    lighthouses[path] = lighthouses[path].replace(b'reading "finished about', b'reading "finished around')
    assert parse(lighthouses).diagnostics[0].text() == (
        "lessons/10-old-lights.md:22:17: error E301: the quotation is not in this lesson's reading: "
        '"finished around 280 BC"\n   closest text (line 9): "finished about 280 BC"'
    )


def test_two_items_of_one_id_name_each_other(lighthouses):
    path = "lessons/20-eddystone.md"
    lighthouses[path] = lighthouses[path].replace(b"{#smeaton-lit}", b"{#hercules-height}")
    assert parse(lighthouses).diagnostics[0].text() == (
        'lessons/10-old-lights.md:25:1: error E110: two items have the id "hercules-height" '
        "(the other is in lessons/20-eddystone.md:12)"
    )


def test_a_version_needs_three_numbers(lighthouses):
    lighthouses["pack.md"] = lighthouses["pack.md"].replace(b"1.2.0", b"1.2")
    assert parse(lighthouses).diagnostics[0].text() == (
        'pack.md:4:10: error E020: version "1.2" needs three numbers, for example 1.2.0'
    )


def test_an_unknown_key_is_answered_with_the_one_that_was_meant(fault):
    assert fault("number: 5 m\ntolerence: 2").endswith(
        'error E104: unknown key "tolerence": did you mean to put ± behind the number?'
    )
    assert fault("number: 5 m\nwyh: because").endswith('unknown key "wyh": did you mean why: ?')


def test_a_missing_id_is_a_warning(one):
    parsed = one("# A\n\nText.\n\n## ? Why?\n\ntruth: true\n")
    assert parsed.diagnostics[0].text() == (
        "tiny.md:13:1: warning W101: this question has no id; editing its text later would lose learners' progress"
    )
    assert parsed.pack is not None


def test_a_long_figure_that_must_be_exact_is_a_warning(fault):
    assert "warning W201" in fault("number: 11 034 m ± 0")


def test_all_faults_are_told_at_once_in_file_order(lighthouses):
    lighthouses["pack.md"] = lighthouses["pack.md"].replace(b"language: en", b"langauge: en")
    lighthouses["lessons/20-eddystone.md"] = lighthouses["lessons/20-eddystone.md"].replace(b"true", b"perhaps")
    lighthouses["lessons/10-old-lights.md"] = lighthouses["lessons/10-old-lights.md"].replace(b"level: 2", b"level: 9")
    found = parse(lighthouses).diagnostics
    assert [(one.file, one.code) for one in found] == [
        ("pack.md", "E012"),
        ("pack.md", "E010"),
        ("lessons/10-old-lights.md", "E263"),
        ("lessons/20-eddystone.md", "E220"),
    ]


def test_fifty_are_shown_and_the_rest_counted(one):
    parsed = one("# A\n\nText.\n\n" + "".join(f"## ? Why {n}? {{#a{n}}}\n\n" for n in range(60)))
    assert (len(parsed.diagnostics), parsed.more) == (50, 10)


FAULTS = {
    "E101": "# ? Level one? {#a}\n\ntruth: true\n",
    "E102": "## ? No answer? {#a}\n\nhint: none\n",
    "E103": "## ? Two? {#a}\n\ntruth: true\nnumber: 5\n",
    "E105": "## ? Stray? {#a}\n\ntruth: true\n\nmore text\n",
    "E106": "## ? Bad id? {#Not_An_Id}\n\ntruth: true\n",
    "E107": "## ? Picture? {#a}\n\n![x](media/a.png)\n\ntruth: true\n",
    "E108": "## ? Unfit? {#a}\n\ntruth: true\nprecision: year\n",
    "E109": "<!-- open\n",
    "E111": "## ? Was? {#a}\n\ntruth: true\n\n## ? Is? {#b was=a}\n\ntruth: true\n",
    "E112": "## ? {#a}\n\ntruth: true\n",
    "E113": "## ? Attributes? {#a what=b}\n\ntruth: true\n",
    "E114": "## ? Mixed? {#a}\n\n- [x] a\n1. b\n",
    "E115": "## ? Twice? {#a}\n\ntruth: true\nlevel: 1\nlevel: 2\n",
    "E116": "## ? Nothing? {#a}\n\ntruth: true\nwhy:\n",
    "E117": "## ? ____ and ____? {#a}\n\nnumber: 5\n",
    "E118": "# A {#r}\n\nText.\n\n# B {#r}\n\nText.\n",
    "E119": "## ? Elsewhere? {#a reading=nowhere}\n\ntruth: true\n",
    "E201": "## ? Word? {#a}\n\nnumber: many\n",
    "E205": "## ? Tolerance? {#a}\n\ndate: 1941 ± some\n",
    "E206": "## ? Wide? {#a}\n\nnumber: 11.3 million ± 500 million\n",
    "E207": "## ? Guess? {#a}\n\nestimate: 5 m ± 1\n",
    "E210": "## ? When? {#a}\n\ndate: soon\n",
    "E211": "## ? When? {#a}\n\ndate: 30 February 1941\n",
    "E212": "## ? When? {#a}\n\ndate: 5/6/1941\n",
    "E213": "## ? When? {#a}\n\ndate: 0 BC\n",
    "E214": "## ? When? {#a}\n\ndate: 79\n",
    "E215": "## ? When? {#a}\n\ndate: 1941\ncalendar: maya\n",
    "E216": "## ? When? {#a}\n\ndate: 1941\nprecision: day\n",
    "E217": "## ? When? {#a}\n\ndate: 1945/1941\n",
    "E220": "## ? True? {#a}\n\ntruth: perhaps\n",
    "E230": "## ? Which? {#a}\n\n- [ ] a\n- [ ] b\n",
    "E231": "## ? Which? {#a}\n\n- [x] a\n",
    "E232": "## ? Which? {#a}\n\n- [x] a\n- [ ] A\n",
    "E233": "## ? Which? {#a}\n\n- [x] a\n- [x] b\n",
    "E240": "## ? Order? {#a}\n\n1. a -> 1942\n2. b -> 1941\n",
    "E242": "## ? First? {#a}\n\nearlier: a -> 1942\nlater: b -> 1941\n",
    "E243": "## ? First? {#a}\n\nearlier: a -> 1942\n",
    "E261": "## ? Decoy? {#a}\n\nnumber: 5 m\ndecoys: 5 m; 6 m\n",
    "E262": "## ? Wrong? {#a}\n\nnumber: 5 m\nwrong: 5 m -> no\n",
    "E263": "## ? Level? {#a}\n\ntruth: true\nlevel: high\n",
    "E264": "## ? Words? {#a}\n\ntext: a\naccept: b -> c\n",
    "E302": "## ? Source? {#a}\n\ntruth: true\nsource: ^nobody\n",
    "E303": "## ? Source? {#a}\n\ntruth: true\nsource: the book\n",
    "E304": "[^a]: one\n\n[^a]: two\n\n## ? So? {#a}\n\ntruth: true\n",
    "E305": "[^a]: one\n  colour: red\n\n## ? So? {#a}\n\ntruth: true\n",
    "E307": "[^a]: one\n  url: somewhere\n\n## ? So? {#a}\n\ntruth: true\n",
    "E310": "# A\n\n![x](media/none.png)\n",
    "E312": "# A\n\n![](media/none.png)\n",
    "E403": "# A\n\n" + "Text.\n\n" * 501,
    "E404": "## ? Long? {#a}\n\ntruth: true\nwhy: " + "a " * 1500 + "\n",
    "E405": "# A\n\n" + "word word word\n" * 700,
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_has_its_code(one, code):
    parsed = one(FAULTS[code])
    assert parsed.pack is None
    assert code in {diagnostic.code for diagnostic in parsed.errors}


CARDS = {
    "E001": "no card\n",
    "E002": "---\nformat: 1\npack: a\n",
    "E003": b"\xff\xfe\x00".decode("latin-1"),
    "E004": "---\nformat: 1\nwhat\n---\n",
    "E010": "---\nformat: 1\ncolour: red\n---\n",
    "E011": "---\nformat: 1\nformat: 1\n---\n",
    "E012": "---\nformat: 1\n---\n",
    "E021": "---\nformat: 2\n---\n",
    "E022": "---\npack: Not Good\n---\n",
    "E023": "---\nlanguage: the usual\n---\n",
    "E025": "---\nminutes: many\n---\n# A\n\nText.\n",
    "E029": "---\ntranslation-of: something else\n---\n",
    "E030": "---\nformat: 1\n---\n",
}


@pytest.mark.parametrize("code", CARDS)
def test_each_fault_of_the_card_has_its_code(code):
    text = CARDS[code].encode("latin-1" if code == "E003" else "utf-8")
    assert code in {diagnostic.code for diagnostic in parse({"tiny.md": text}).errors}


def test_lessons_that_wait_for_each_other_are_told(lighthouses):
    path = "lessons/10-old-lights.md"
    lighthouses[path] = lighthouses[path].replace(b"minutes: 4", b"after: eddystone")
    assert {one.code for one in parse(lighthouses).errors} == {"E026"}


def test_a_file_that_is_no_part_of_a_pack_is_told(lighthouses):
    lighthouses["notes.txt"] = b"x"
    parsed = parse(lighthouses)
    assert [one.code for one in parsed.diagnostics] == ["W001"]
    assert parsed.pack is not None


def test_a_medium_must_be_what_it_says(lighthouses):
    lighthouses["media/pharos.png"] = b"MZ not a picture"
    assert "E311" in {one.code for one in parse(lighthouses).errors}


def test_a_medium_over_five_megabytes_is_refused(lighthouses):
    lighthouses["media/pharos.png"] += b"\0" * 5_000_001
    assert "E420" in {one.code for one in parse(lighthouses).errors}


def test_a_line_and_a_file_have_an_end(one):
    assert one("a" * 10_001).errors[0].code == "E401"
    assert one("a\n" * 30_001).errors[0].code == "E402"
    assert one("a" * 1_000_001).errors[0].code == "E402"
