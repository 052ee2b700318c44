-- The number of a line, and its present text.
INSERT INTO line_text (line_text, rowid, text) VALUES ('delete', ?1, ?2);
