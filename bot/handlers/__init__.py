"""Which update means what? Decoding only: each handler names the action and hands it what it needs."""
