-- The newest lines that say something, of these kinds, which are a JSON list, or of any.
SELECT
    line.seq, line.id, session.day_id, line.session_id, line.position, line.text, line.kind,
    line.private OR session.private AS private
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE line.kind IS NOT NULL
    AND (:kinds IS NULL OR line.kind IN (SELECT value FROM json_each(:kinds)))
    AND (:include_private OR NOT (line.private OR session.private))
ORDER BY line.seq DESC
LIMIT :limit;
