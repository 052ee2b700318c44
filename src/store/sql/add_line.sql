INSERT INTO line (id, session_id, position, text, noted_at, author, kind, private, done, tags)
VALUES (:id, :session_id, :position, :text, :noted_at, :author, :kind, :private, :done, :tags);
