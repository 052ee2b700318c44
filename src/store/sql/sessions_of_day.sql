SELECT
    id, position, title, subtitle, summary, kind, date, start_time, end_time, room, track, parallel, speakers, lists,
    external_id, programme_day, by_hand, cancelled, private, starred, revision, sheet
FROM live_session
WHERE day_id = :day_id
ORDER BY position;
