INSERT INTO temp.other_text (seq, text, kind, private, done, tags)
VALUES (:seq, :text, :kind, :private, :done, :tags);
