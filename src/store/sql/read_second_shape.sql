-- The second shape has no sheets, no ids of files and no stars.
CREATE TEMP VIEW live_day AS SELECT *, '[]' AS participants FROM main.live_day;

CREATE TEMP VIEW live_session AS
SELECT *, '{}' AS sheet, NULL AS external_id, 0 AS starred, NULL AS programme_day, 0 AS by_hand FROM main.live_session;

CREATE TEMP VIEW version AS SELECT *, NULL AS sheet, 0 AS sparse FROM main.version;
