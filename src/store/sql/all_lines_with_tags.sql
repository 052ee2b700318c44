-- The lines of all notes that name a trend by themselves, those of a note together and in order.
SELECT seq, private, tags, session_id FROM line WHERE tags IS NOT NULL ORDER BY session_id, position;
