-- The lines that may name somebody, of one day or of all.
SELECT line.id, line.session_id, line.text
FROM live_session AS session JOIN line ON line.session_id = session.id
WHERE (:day_id IS NULL OR session.day_id = :day_id) AND (instr(line.text, '@') > 0 OR line.kind = 'quote')
ORDER BY line.session_id, line.position;
