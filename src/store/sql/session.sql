-- Also of one in the trash.
SELECT
    id, position, title, subtitle, summary, kind, date, start_time, end_time, room, track, parallel, speakers, lists,
    external_id, programme_day, by_hand, cancelled, private, starred
FROM session
WHERE id = :id;
