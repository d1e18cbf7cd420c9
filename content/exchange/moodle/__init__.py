"""Moodle's XML: questions with everything that belongs to them."""
