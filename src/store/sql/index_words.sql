-- The number of a line, and its text.
INSERT INTO line_text (rowid, text) VALUES (?1, ?2);
