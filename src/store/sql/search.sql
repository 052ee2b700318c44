-- The best matches first; of two equally good ones the newest line.
SELECT
    line.id, session.day_id, line.session_id, line.text,
    snippet(line_text, 0, '[', ']', '…', 12) AS snippet,
    -bm25(line_text) AS score
FROM line_text
JOIN line ON line.seq = line_text.rowid
JOIN live_session AS session ON session.id = line.session_id
WHERE line_text MATCH :query AND (:include_private OR NOT (line.private OR session.private))
ORDER BY bm25(line_text), line.seq DESC
LIMIT :limit;
