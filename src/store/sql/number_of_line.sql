-- Of a line that says what it is taken to say.
SELECT seq FROM line WHERE id = :id AND session_id = :session_id AND text = :before;
