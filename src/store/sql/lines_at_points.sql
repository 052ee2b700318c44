-- The lines of a note that may carry a trend where its session has a list of trends: all that say something.
SELECT seq, private, text FROM line WHERE session_id = :session_id AND kind IS NOT NULL ORDER BY position;
