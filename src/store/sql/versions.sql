SELECT seq, saved_at, json_array_length(lines) AS lines FROM version WHERE session_id = :session_id ORDER BY seq DESC;
