-- Of these days, which are a JSON list.
SELECT line.seq
FROM live_session AS session JOIN line ON line.session_id = session.id
WHERE session.day_id IN (SELECT value FROM json_each(:days));
