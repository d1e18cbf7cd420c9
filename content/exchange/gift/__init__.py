"""Moodle's GIFT: questions written as plain text."""

from content.exchange.gift.read import looks_like, read

__all__ = ["looks_like", "read"]
