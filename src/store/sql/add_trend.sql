INSERT INTO trend (day_id, position, tag, label, aliases) VALUES (:day_id, :position, :tag, :label, :aliases);
