-- What is known of it is written next (set_session_facts.sql).
INSERT INTO session (id, day_id, position, title, kind) VALUES (:id, :day_id, :position, '', '');
