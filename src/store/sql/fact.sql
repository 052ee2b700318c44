SELECT value FROM fact WHERE name = :name;
