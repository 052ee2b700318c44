SELECT day_id FROM session WHERE id = :id;
