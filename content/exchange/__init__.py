"""What do other programs write, and what do they read? Questions in and out of foreign formats, with a report.

`read` and `write` are for trusted places and tests: a stranger's file is read by `content.exchange.child.read`, which
does the same in a process with limits.
"""

from content.exchange.formats import FORMATS, Format
from content.exchange.question import BadFile
from content.exchange.reading import Imported, read
from content.exchange.recognise import recognise
from content.exchange.report import Note, Report

__all__ = ["FORMATS", "BadFile", "Format", "Imported", "Note", "Report", "read", "recognise"]
