"""Files from outside, read into articles, templates and memos."""
