SELECT line.id, line.text, line.noted_at, line.author, line.session_id
FROM line JOIN live_session AS session ON session.id = line.session_id
WHERE session.day_id = :day_id
ORDER BY session.position, line.position;
