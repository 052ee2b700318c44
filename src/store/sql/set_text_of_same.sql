-- Only where nothing but the text and the trends changes: then fewer indexes do.
UPDATE line SET text = :text, tags = :tags
WHERE seq = :seq AND text = :before AND kind IS :kind AND private = :private AND done = :done;
