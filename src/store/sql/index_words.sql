INSERT INTO line_text (rowid, text) VALUES (:seq, :text);
