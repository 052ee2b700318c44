SELECT title FROM session WHERE id = :id;
