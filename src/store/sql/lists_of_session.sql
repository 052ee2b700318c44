SELECT lists, sheet FROM session WHERE id = :session_id;
