-- Puts the words of the lines after a number into the index.
INSERT INTO line_text (rowid, text) SELECT seq, text FROM line WHERE seq > :last;
