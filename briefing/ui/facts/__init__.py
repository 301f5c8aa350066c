"""The facts workspace: the list, one fact with its evidence, conflicts, what a change touches."""
