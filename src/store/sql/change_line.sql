UPDATE line SET
    position = :position, text = :text, noted_at = :noted_at, author = :author, kind = :kind, private = :private,
    done = :done, tags = :tags
WHERE id = :id AND session_id = :session_id;
