-- Who speaks on every other day, on the newest day first.
SELECT session.speakers
FROM live_session AS session JOIN live_day AS day ON day.id = session.day_id
WHERE day.id <> :day_id AND session.speakers <> '[]'
ORDER BY day.seq DESC, session.position;
