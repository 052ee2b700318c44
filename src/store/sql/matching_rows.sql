-- The lines that hold the words, newest first.
SELECT rowid FROM line_text WHERE line_text MATCH :query AND rowid < :below ORDER BY rowid DESC;
