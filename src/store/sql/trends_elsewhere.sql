-- The trends of every other day, those of the newest day first.
SELECT trend.tag, trend.label, trend.aliases
FROM trend JOIN live_day AS day ON day.id = trend.day_id
WHERE day.id <> :day_id
ORDER BY day.seq DESC, trend.position;
