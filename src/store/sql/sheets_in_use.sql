-- What was noted beside lines, of one day or of all.
SELECT id, day_id, sheet FROM live_session WHERE sheet <> '{}' AND (:day_id IS NULL OR day_id = :day_id);
