"""The library file: the only home of SQLite and SQL, one file a table."""
