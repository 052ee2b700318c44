-- A line by its number, if it may be shown.
SELECT
    line.seq, line.id, session.day_id, line.session_id, line.position, line.text, line.kind,
    line.private OR session.private AS private
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE line.seq = :seq AND line.kind IS NOT NULL AND (:include_private OR NOT (line.private OR session.private));
