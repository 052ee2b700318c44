INSERT INTO day_link (day_id, position, title, url) VALUES (:day_id, :position, :title, :url);
