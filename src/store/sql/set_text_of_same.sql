-- Only where nothing but the text and the trends changes: then fewer indexes do. Its parameters are those of `set_text`.
UPDATE line SET text = ?3, tags = ?7
WHERE seq = ?1 AND text = ?2 AND kind IS ?4 AND private = ?5 AND done = ?6;
