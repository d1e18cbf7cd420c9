"""Tables: the template of our own, other people's columns, and what Quizlet and Excel write."""
