SELECT 1 FROM day WHERE id = :id;
