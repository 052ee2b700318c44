UPDATE line SET done = :done, tags = :tags WHERE seq = :seq;
