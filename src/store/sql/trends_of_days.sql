-- The trends of all days.
SELECT trend.day_id, trend.tag, trend.label, trend.aliases
FROM trend JOIN live_day AS day ON day.id = trend.day_id
ORDER BY trend.day_id, trend.position;
