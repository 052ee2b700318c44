SELECT
    id, position, title, subtitle, summary, kind, date, start_time, end_time, room, track, parallel, speakers, lists,
    cancelled, private, revision
FROM live_session
WHERE day_id = :day_id
ORDER BY position;
