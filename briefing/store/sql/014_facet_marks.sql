-- What an article counts for, as a text that is counted without being parsed: 8 digits for
-- its month (year * 12 + month - 1; 0 undated) and 8 for its facet set (store/facet_sets.py).
CREATE TABLE facet_marks (
    sort_id INTEGER PRIMARY KEY REFERENCES articles (sort_id) ON DELETE CASCADE ON UPDATE CASCADE,
    mark    TEXT NOT NULL CHECK (length(mark) = 16)
) STRICT;

INSERT INTO facet_marks
SELECT sort_id, printf('%08d%08d', coalesce(strftime('%Y', day) * 12 + strftime('%m', day) - 1, 0), code)
FROM (
    SELECT sort_id, code, CASE WHEN sort_id >= -1099511627776 THEN date(
        '2000-01-01',
        min((sort_id - (sort_id % 92160 + 92160) % 92160) / 92160, 2921939) || ' days'
    ) END AS day
    FROM article_facets
)
ORDER BY sort_id;

DROP TABLE article_facets;
ALTER TABLE facet_marks RENAME TO article_facets;

-- An article of another day is marked anew.
CREATE TRIGGER article_facets_moved AFTER UPDATE OF sort_id ON article_facets BEGIN
    DELETE FROM article_facets WHERE sort_id = new.sort_id;
END;
