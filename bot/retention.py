"""How long is anything kept that nobody deletes? What /privacy and the manual say is held against this by a test."""

from datetime import timedelta

SEEN_KEPT = timedelta(days=2)
"""The numbers of updates. Telegram hands one out again for a day; they may begin anywhere after a week without any."""
ASIDE_KEPT = timedelta(days=30)
"""A message or press that could not be worked off, as it came."""
ROUNDS_KEPT = timedelta(days=30)
"""Who played in a round in a group, under which name, and what they answered; counted from its end."""
BACKUPS_KEPT = timedelta(days=7)
"""What was deleted stays in the continuous copy that comes with Lectern (litestream.yml) for so long."""
