"""How right is a typed figure or date? The table of verdicts, as code."""
