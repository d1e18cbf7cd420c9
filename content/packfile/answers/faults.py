"""What is said of a number or a date that cannot be read?"""

import re

from content.packfile import limits
from content.packfile.answers.dates import BadDate
from content.packfile.answers.quantities import BadQuantity
from content.packfile.diagnostics import Report
from content.packfile.located import Located


def number_fault(report: Report, where: Located, fault: BadQuantity) -> None:
    """Report why `where` is no figure."""
    text = where.text
    match fault.code:
        case "comma":
            _comma(report, where, fault.at)
        case "groups":
            report.error("E202", where, f'"{text}" has spaces that do not group thousands', at=fault.at)
        case "large":
            most = f"at most {limits.NUMBER_DIGITS} digits and powers of ten up to {limits.NUMBER_EXPONENT}"
            report.error("E204", where, f"this number is too long: {most}", at=fault.at)
        case "tolerance":
            message = f'cannot read the tolerance in "{text}": write ± 2, ± 5 %, 50..60 or ~ 3 sf'
            report.error("E205", where, message, at=fault.at)
        case "range":
            report.error("E205", where, f'"{text}" is no range: write the smaller number first, as 50..60', at=fault.at)
        case "wide":
            message = f'the tolerance "{fault.words}" is larger than the number itself: is a scale word missing?'
            report.error("E206", where, message, at=fault.at)
        case "unit":
            report.error("E201", where, f'cannot read "{fault.words}" behind the number', at=fault.at)
        case _:
            message = f'"{text}" is no number: write digits, then the unit, as 55 m or 11.3 billion USD'
            report.error("E201", where, message, at=fault.at)


def _comma(report: Report, where: Located, at: int) -> None:
    text = where.text
    bare = re.search(r"[0-9][0-9,]*", text)
    assert bare is not None
    digits, rest = bare[0], text[bare.end() :]
    before = text[: bare.start()]
    decimal = f"{before}{digits.replace(',', '.', 1)}{rest}"
    if not re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", digits):
        hint = f"write {decimal}" if digits.count(",") == 1 else "write the digits without commas"
        report.error("E203", where, f'"{text}" has a comma: decimals are written with a point', hint, at=at)
        return
    forms = [f"{before}{digits.replace(',', sign)}{rest}" for sign in ("", " ")]
    if digits.count(",") > 1:
        question = "spaces group the digits"
    else:
        forms.append(decimal)
        question = (
            "one thousand five hundred or one and a half?"
            if digits.startswith("1,5")
            else "does it group the digits or begin the decimals?"
        )
    hint = f"write {', '.join(forms[:-1])} or {forms[-1]}"
    report.error("E203", where, f'"{text}" has a comma: {question}', hint, at=at)


def date_fault(report: Report, where: Located, fault: BadDate) -> None:
    """Report why `where` is no date."""
    text = where.text
    match fault.code:
        case "day":
            report.error("E211", where, f'there is no such day: "{text}"')
        case "slashes":
            report.error("E212", where, f'"{text}" can be read in two ways: write 1759-10-16 or 16 October 1759')
        case "short":
            report.error(
                "E214",
                where,
                f'which year is "{text}"?',
                f"write {int(fault.words):04d}, {fault.words} AD or {fault.words} BC",
            )
        case "zero":
            report.error("E213", where, "there is no year 0 BC or AD: 1 BC was followed by AD 1")
        case "hyphen":
            report.error("E210", where, f'"{text}" is no date', f"write {fault.words} for a span of years", at=fault.at)
        case "order":
            report.error("E217", where, f'"{text}" ends before it begins')
        case "tolerance":
            report.error("E205", where, "a date's tolerance is written ± 20 years, ± 2 months or ± 3 days", at=fault.at)
        case _:
            message = f'"{text}" is no date: write 1942-06-11, 11 June 1942, June 1942, 1941, 193X or 280 BC'
            report.error("E210", where, message)
