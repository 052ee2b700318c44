-- What is in the trash, the last first; of what went there together, the last of the day first. A session of a day that is
-- in the trash itself comes back with the day first.
SELECT
    day.id AS day_id, NULL AS session_id, day.title, day.title AS day_title, day.trashed, day.trashed_at, 0 AS position,
    (
        SELECT count(*) FROM line JOIN session ON session.id = line.session_id
        WHERE session.day_id = day.id AND line.kind IS NOT NULL
    ) AS lines
FROM day
WHERE day.trashed IS NOT NULL
UNION ALL
SELECT
    day.id, session.id, session.title, day.title, session.trashed, session.trashed_at, session.position,
    (SELECT count(*) FROM line WHERE line.session_id = session.id AND line.kind IS NOT NULL)
FROM session JOIN live_day AS day ON day.id = session.day_id
WHERE session.trashed IS NOT NULL
ORDER BY trashed DESC, position DESC;
