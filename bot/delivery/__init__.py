"""How do updates come in, and at what pace do messages go out?"""

import os

# python-telegram-bot is changing the type of RetryAfter.retry_after, and warns at each one unless asked for the new.
os.environ.setdefault("PTB_TIMEDELTA", "1")
