UPDATE session SET sheet = :sheet WHERE id = :session_id;
