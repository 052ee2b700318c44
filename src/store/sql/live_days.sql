-- Every day as it is, without counts.
SELECT id, slug, example, title, date, last_date, place, theme, organiser, timezone, participants
FROM live_day
ORDER BY date IS NULL, date, seq;
