SELECT title, url FROM day_link WHERE day_id = :day_id ORDER BY position;
