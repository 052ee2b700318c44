SELECT seq, lines, sheet FROM version WHERE session_id = :session_id ORDER BY seq DESC LIMIT 1;
