"""How large may a document be? Every limit of the readers; those of packs are in `content.packfile.limits`."""

DOCUMENT_BYTES = 20_000_000
"""One document as it comes in; Telegram lets a bot fetch no more."""

EXPANDED_BYTES = 100_000_000
"""All that is read of a zipped document, counted while unpacking."""

MEMBER_BYTES = 20_000_000
"""One file inside a zipped document, counted while unpacking."""

MEMBERS = 2000
"""Files inside a zipped document."""

RATIO = 200
"""Unpacked bytes for each byte of the zip, from `RATIO_FROM` on."""

RATIO_FROM = 1_000_000

NAME_CHARACTERS = 400
"""Of a path inside a zipped document."""

XML_DEPTH = 100
"""Elements within elements."""

PAGES = 300
"""Of a PDF."""

CHARACTERS = 2_000_000
"""Of the text of one document."""

DOCUMENTS = 20
"""Documents for one pack."""

ANSWER_BYTES = 64_000_000
"""What a child process may say."""

MEMORY_BYTES = 1_500_000_000
"""Of a child process: all that it maps, of which it uses a part."""

CPU_SECS = 60
"""Processor time of a child process."""

CLOCK_SECS = 90
"""Time of a child process by the clock on the wall."""

DOCUMENTS_BYTES = 60_000_000
"""All documents for one pack together."""
