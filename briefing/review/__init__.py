"""A Word file that came back: its tracked changes and comments, matched to the memo."""
