SELECT coalesce(saved_in, 0) AS saved_in, saved_at FROM session WHERE id = :session_id;
