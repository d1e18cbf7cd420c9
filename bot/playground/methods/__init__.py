"""Which methods does the Bot API have? One file a family; `TABLE` knows them all by name."""
