"""A returned file's changes and comments, each at its place in the memo's Markdown."""
