"""The database: tables, transactions, and the questions we ask of them."""
