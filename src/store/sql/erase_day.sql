DELETE FROM day WHERE id = :id;
