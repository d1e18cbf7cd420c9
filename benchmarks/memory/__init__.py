"""How much is remembered after 60 days under which plan? Simulated learners, whose memories no plan knows."""
