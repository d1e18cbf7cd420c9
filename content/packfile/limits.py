"""How large may a pack be? Every limit on files and archives; limits on texts and counts are in `lessons.canonical`."""

UPLOAD_BYTES = 20_000_000
"""A zip or a Markdown file as it comes in; Telegram lets a bot fetch no more."""

EXPANDED_BYTES = 100_000_000
"""All members of a zip together, counted while reading."""

MEMBER_BYTES = 20_000_000
"""One member of a zip, counted while reading."""

MEMBERS = 2000
"""Entries of a zip, or files of a folder."""

RATIO = 200
"""Expanded bytes for each byte in the zip, from `RATIO_FROM` on: short files of repeated letters are no attack."""

RATIO_FROM = 1_000_000

NAME_CHARACTERS = 200
"""Of a path inside the pack."""

TEXT_BYTES = 1_000_000
"""One Markdown file."""

TEXTS_BYTES = 5_000_000
"""All Markdown files together."""

LINES = 30_000
"""Of one Markdown file."""

LINE_CHARACTERS = 10_000

MEDIUM_BYTES = 5_000_000
"""One picture or sound."""

MEDIA_BYTES = 20_000_000
"""All pictures and sounds together."""

NUMBER_DIGITS = 40

NUMBER_EXPONENT = 400

DIAGNOSTICS = 50
"""Faults told at once; the rest is counted."""
