SELECT id, text, noted_at, author FROM line WHERE session_id = :session_id ORDER BY position;
