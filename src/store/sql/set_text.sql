UPDATE line SET text = :text, kind = :kind, private = :private, done = :done, tags = :tags
WHERE seq = :seq AND text = :before;
