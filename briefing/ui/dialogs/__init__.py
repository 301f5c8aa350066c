"""Dialogs: they ask what cannot be undone, or show what is asked for."""
