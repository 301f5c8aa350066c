"""The records of Briefing's world: frozen dataclasses that know nothing of files or windows."""
