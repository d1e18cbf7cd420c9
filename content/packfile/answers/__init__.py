"""How is each kind of answer written? One file a kind."""
