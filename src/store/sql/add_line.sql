INSERT INTO line (id, session_id, position, text, noted_at, author, kind, private)
VALUES (:id, :session_id, :position, :text, :noted_at, :author, :kind, :private);
