SELECT seq, sitting, kept_at, lines FROM version WHERE session_id = :session_id ORDER BY seq DESC LIMIT 1;
