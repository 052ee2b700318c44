-- Where a session is, or was before it went to the trash; and how many sessions its day has.
SELECT
    session.day_id, session.position, session.trashed IS NOT NULL AS trashed,
    (SELECT count(*) FROM live_session WHERE live_session.day_id = session.day_id) AS sessions
FROM session JOIN live_day ON live_day.id = session.day_id
WHERE session.id = :id;
