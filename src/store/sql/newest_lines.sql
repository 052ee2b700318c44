-- The newest lines that say something, of one of the kinds, which are names between commas, or absent for any.
SELECT
    line.seq, line.id, session.day_id, line.session_id, line.position, line.text,
    line.private OR session.private AS private
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE line.kind IS NOT NULL
    AND (:kinds IS NULL OR instr(:kinds, ',' || line.kind || ','))
    AND (:include_private OR NOT (line.private OR session.private))
ORDER BY line.seq DESC
LIMIT :limit;
