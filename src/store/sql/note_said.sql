INSERT INTO temp.said (seq, done, tags) VALUES (:seq, :done, :tags);
