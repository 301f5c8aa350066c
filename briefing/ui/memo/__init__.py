"""The Memos workspace: its panes, and the wiring that joins them."""
