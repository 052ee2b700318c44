SELECT session.position, session.title, day.title AS day_title
FROM live_session AS session JOIN live_day AS day ON day.id = session.day_id
WHERE session.id = :session_id;
