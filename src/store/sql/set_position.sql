UPDATE session SET position = :position WHERE id = :id AND position <> :position;
