UPDATE line SET position = :position WHERE id = :id AND session_id = :session_id;
