-- The first shape has no trash: all there is, is live. It has no sheets either, no ids of files and no stars.
CREATE TEMP VIEW live_day AS SELECT *, '[]' AS participants FROM main.day;
CREATE TEMP VIEW live_session AS SELECT *, '{}' AS sheet, NULL AS external_id, 0 AS starred, NULL AS programme_day, 0 AS by_hand FROM main.session;
