"""Who earns a certificate, and can its name be made to say what it should not?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.certificate import LONGEST_NAME, clean_name, code_of, is_earned, needed, read_code, shown_code

TODAY = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("strong", "total", "first", "earned"),
    [
        (9, 10, date(2026, 3, 18), True),
        (9, 10, date(2026, 3, 19), False),
        (8, 10, date(2026, 3, 1), False),
        (10, 11, date(2026, 3, 1), True),
        (4, 4, date(2026, 3, 1), False),
        (10, 10, None, False),
    ],
)
def test_nine_in_ten_strong_for_two_weeks(strong: int, total: int, first: date | None, earned: bool) -> None:
    assert is_earned(strong, total, first, TODAY) is earned


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ada \n Lovelace ", "Ada Lovelace"),
        ("<b>Ada</b>", "<b>Ada</b>"),
        ("\u202eecalevoL\u202c adA", "ecalevoL adA"),
        ("Ada\u0000\u0007\u200b", "Ada"),
        ("लक्ष्मी श्रीवास्तव", "लक्ष्मी श्रीवास्तव"),
        ("احمدی\u200cنژاد", "احمدی\u200cنژاد"),
        ("O'Neill-García", "O'Neill-García"),
        ("Z" + "\u0335" * 50, "Z\u0335\u0335"),
        ("👩\u200d👩\u200d👧 Zoe\u200d", "Zoe"),
        ("Ａｄａ　Ｋｉｎｇ", "Ada King"),
        ("ﾊﾟﾘ", "パリ"),
        ("🎓", None),
        ("12345", None),
        ("   ", None),
    ],
)
def test_names_as_they_may_be_printed(typed: str, name: str | None) -> None:
    assert clean_name(typed) == name


@given(st.text(max_size=300))
def test_whatever_is_typed_is_one_short_line(typed: str) -> None:
    name = clean_name(typed)
    assert name is None or 0 < len(name) <= LONGEST_NAME
    assert name is None or name.replace("\u200c", "").replace("\u200d", "").isprintable()
    assert name is None or not set(name) & set("\n\r\t\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


def test_codes_are_each_learners_own_and_read_as_people_type_them() -> None:
    code = code_of(b"secret", 7, 3)
    assert code == code_of(b"secret", 7, 3)
    assert read_code("Ｋ７ＱＸ－３ＭＺＰ－２９ＡＢ") == "K7QX3MZP29AB"
    assert len({code, code_of(b"secret", 7, 4), code_of(b"secret", 8, 3), code_of(b"other", 7, 3)}) == 4
    assert read_code(shown_code(code).lower()) == code
    assert read_code(f" {code[:4]} {code[4:]} ") == code
    for odd in ("", "K7QX", code + "A", "O" * 12, "1" * 12, "ж" * 12):
        assert read_code(odd) is None


def test_how_many_are_needed() -> None:
    assert [needed(total) for total in (5, 10, 11, 56)] == [5, 9, 10, 51]
