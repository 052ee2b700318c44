SELECT revision FROM session WHERE id = :session_id;
