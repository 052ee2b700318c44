SELECT sheet FROM session WHERE id = :session_id;
