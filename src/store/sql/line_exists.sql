SELECT 1 FROM line WHERE id = :id;
