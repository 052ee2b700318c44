-- The index keeps words of lines that are gone until it is made anew: https://www.sqlite.org/fts5.html#the_rebuild_command
INSERT INTO line_text (line_text) VALUES ('rebuild');
