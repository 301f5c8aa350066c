-- Templates that a library carries with it: the Markdown files as they were copied in.
CREATE TABLE library_templates (
    pk INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
