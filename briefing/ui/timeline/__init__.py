"""The timeline workspace: dated facts and articles on one axis."""
