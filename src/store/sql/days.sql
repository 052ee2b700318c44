-- Every day with its counts; the window's list counts private lines, what goes out does not.
SELECT
    day.id, day.slug, day.example, day.title, day.date, day.last_date, day.place, day.theme, day.organiser, day.timezone,
    day.participants,
    (SELECT count(*) FROM live_session WHERE live_session.day_id = day.id) AS sessions,
    (
        SELECT count(*) FROM line JOIN live_session ON live_session.id = line.session_id
        WHERE live_session.day_id = day.id AND line.kind IS NOT NULL
    ) AS lines,
    (
        SELECT count(*) FROM line JOIN live_session ON live_session.id = line.session_id
        WHERE live_session.day_id = day.id AND line.kind IS NOT NULL AND (line.private OR live_session.private)
    ) AS private_lines
FROM live_day AS day
ORDER BY day.date IS NULL, day.date, day.seq;
