"""Memos on their way out: a Publication becomes Word, Markdown, PDF or HTML."""
