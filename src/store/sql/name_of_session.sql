SELECT position, title FROM live_session WHERE id = :id;
