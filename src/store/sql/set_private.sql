UPDATE session SET private = :private WHERE id = :id;
