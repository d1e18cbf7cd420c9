"""How does it look? Values to messages, without a network or a database."""
