"""Why was an answer graded so? One line for each reason of `lessons.grade.REASONS`."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from bot.texts import Html, Texts
from lessons.grade import Grade

Why = Callable[[Texts, Mapping[str, str]], Html]


def _scale_word(t: Texts, data: Mapping[str, str]) -> Html:
    words = {"3": t("thousand"), "6": t("million"), "9": t("billion"), "12": t("trillion")}
    return words.get(data.get("scale", ""), t("the size word"))


def _size_slip(t: Texts, data: Mapping[str, str]) -> Html:
    if len(data.get("times", "").strip("0.")) == 1 and Decimal(data["times"]).adjusted() % 3:  # ten or a hundred times
        return t("The digits are right, the size is not: count the noughts, or look at the point.")
    return t("The digits are right, the size is not: check thousand, million, billion.")


def _part_missing(t: Texts, data: Mapping[str, str]) -> Html:
    if data.get("part") == "era":
        return t("Right, but say that it is before Christ.")
    return t("Right as far as it goes; there is more to the date.")


def _pairs(t: Texts, data: Mapping[str, str]) -> Html:
    from bot.render.sitting.question import how  # here, since the sitting's outcome is made with these reasons

    return how("pairs", t)


def _estimate(t: Texts, data: Mapping[str, str]) -> Html:
    times = float(data["times"])
    if 0.995 <= times <= 1.005:
        return t("Spot on.")
    if times > 1:
        return t("Your guess is {times} times the figure.", times=t.figures(f"{times:.2g}"))
    return t("The figure is {times} times your guess.", times=t.figures(f"{1 / times:.2g}") if times else "∞")


WHY: dict[str, Why] = {
    "exact": lambda t, d: Html(""),
    "accepted": lambda t, d: Html(""),
    "rounded": lambda t, d: t("Rounded, and that is fine."),
    "slightly_off": lambda t, d: t("{off} % off, and that is fine.", off=t.figures(d.get("off", ""))),
    "within_tolerance": lambda t, d: t("Close enough."),
    "converted": lambda t, d: Html("") if d.get("unit") == "gregorian" else t("Right, in another unit."),
    "share_as_fraction": lambda t, d: t("Read as {meant}.", meant=d.get("meant", "")),
    "spelling": lambda t, d: t("Right but for the spelling."),
    "close": lambda t, d: t("Close: {off} % off.", off=t.figures(d.get("off", ""))),
    "range_holds": lambda t, d: t("Your range holds the figure."),
    "day_off": lambda t, d: t("One day off."),
    "part_missing": _part_missing,
    "near": lambda t, d: t("Near: {off} % off.", off=t.figures(d.get("off", ""))),
    "year_only": lambda t, d: t("The year is right."),
    "year_off": lambda t, d: t.n("{count} year off.", "{count} years off.", abs(int(float(d.get("years", "1"))))),
    "wrong_day": lambda t, d: t("Month and year are right, the day is not."),
    "partly": lambda t, d: Html(""),
    "size_slip": _size_slip,
    "in_period": lambda t, d: t("Inside the period, but the period itself was asked."),
    "month_only": lambda t, d: t("The month is right."),
    "range_wide": lambda t, d: t("That range is too wide to tell."),
    "wrong_date": lambda t, d: Html(""),
    "too_vague": lambda t, d: t("More exactly, please: day and month were asked."),
    "several": lambda t, d: t("I found more than one answer in that. Type just one; nothing was counted."),
    "decade_only": lambda t, d: t("The decade is right."),
    "century_only": lambda t, d: t("The century is right, but more was asked."),
    "wrong_month": lambda t, d: t("The year is right, the month is not."),
    "missing_scale": lambda t, d: t("The digits are right; it is {scale}.", scale=_scale_word(t, d)),
    "wrong_unit": lambda t, d: t("The number is right, the unit is not."),
    "some_right": lambda t, d: t("{right} of {total} in place.", right=d.get("right", ""), total=d.get("of", "")),
    "too_low": lambda t, d: t("Too low."),
    "too_high": lambda t, d: t("Too high."),
    "too_early": lambda t, d: t("Too early."),
    "too_late": lambda t, d: t("Too late."),
    "wrong_count": lambda t, d: t("A small count has to be exact."),
    "wrong_option": lambda t, d: Html(""),
    "wrong_text": lambda t, d: Html(""),
    "wrong_order": lambda t, d: Html(""),
    "known_mistake": lambda t, d: Html(""),
    "gave_up": lambda t, d: t("No harm done: it will come back soon."),
    "estimate": _estimate,
    "no_number": lambda t, d: t("I could not find a figure in that. Type it like 11.3 billion; nothing was counted."),
    "no_date": lambda t, d: t("I could not find a date in that. Type it like 11 June 1942; nothing was counted."),
    "other_calendar": lambda t, d: t(
        "That is a date of another calendar. Type it as years are counted from Christ; nothing was counted."
    ),
    "no_option": lambda t, d: t("That is none of the answers. Tap one or type its letter; nothing was counted."),
    "not_yes_or_no": lambda t, d: t("Please answer true or false; nothing was counted."),
    "no_order": lambda t, d: t.n(
        "Type the letter of the one thing.",
        "Type the letters of all {count} in order, such as “b a c”; nothing was counted.",
        int(float(d.get("count", "2"))),
    ),
    "no_pairs": _pairs,
    "too_long": lambda t, d: t("That is too long for an answer. A few words do; nothing was counted."),
    "empty": lambda t, d: t("Please type an answer; nothing was counted."),
}


def explain(grade: Grade, t: Texts) -> Html:
    """Why the answer was graded so, in one line; empty where the verdict says it all."""
    return WHY[grade.reason](t, grade.data) if grade.reason else Html("")
