"""Which cues does the reader of facts go by in each language? Data, no code."""
