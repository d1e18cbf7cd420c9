"""Anki: notes as text, and decks as packages."""
