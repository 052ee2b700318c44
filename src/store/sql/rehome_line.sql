-- The row stays what it is, so that whatever names it still does.
UPDATE line SET session_id = :to, position = :position WHERE id = :id AND session_id = :from;
