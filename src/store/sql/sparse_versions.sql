SELECT seq, lines FROM version WHERE session_id = :session_id AND sparse;
