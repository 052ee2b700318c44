DELETE FROM line WHERE id = :id AND session_id = :session_id;
