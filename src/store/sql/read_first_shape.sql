-- The first shape has no trash: all there is, is live.
CREATE TEMP VIEW live_day AS SELECT * FROM main.day;
CREATE TEMP VIEW live_session AS SELECT * FROM main.session;
