-- The lists of sessions that have any, of one day or of all.
SELECT id, day_id, lists FROM live_session WHERE lists <> '[]' AND (:day_id IS NULL OR day_id = :day_id);
