UPDATE line SET text = :text, kind = :kind, private = :private WHERE id = :id AND session_id = :session_id;
