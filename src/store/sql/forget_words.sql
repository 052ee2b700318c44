INSERT INTO line_text (line_text, rowid, text) VALUES ('delete', :seq, :before);
