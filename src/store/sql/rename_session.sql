UPDATE session SET title = :title WHERE id = :id;
