-- The seven parameters in this order: number, present text, text, kind, private, done, trends.
UPDATE line SET text = ?3, kind = ?4, private = ?5, done = ?6, tags = ?7
WHERE seq = ?1 AND text = ?2;
