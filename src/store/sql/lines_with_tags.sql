-- The lines of a note that name a trend by themselves.
SELECT seq, private, tags FROM line WHERE session_id = :session_id AND tags IS NOT NULL ORDER BY position;
