"""Briefing: an offline desk for briefing memos whose every sentence opens at its source."""

__version__ = "0.1.0"
