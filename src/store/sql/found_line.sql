-- A line by its number (1), if it is of one of the kinds, which are names between commas (2; absent for any), and not private
-- unless that is asked for (3).
SELECT
    line.seq, line.id, session.day_id, line.session_id, line.position, line.text,
    line.private OR session.private AS private
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE line.seq = ?1 AND line.kind IS NOT NULL
    AND (?2 IS NULL OR instr(?2, ',' || line.kind || ','))
    AND (?3 OR NOT (line.private OR session.private));
