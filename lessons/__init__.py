"""The domain: packs, items, grading, memory. Pure and synchronous; no clock, no dice, no network, no database."""
