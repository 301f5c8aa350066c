"""A Word file that came back, read: its words, tracked changes and comments."""
