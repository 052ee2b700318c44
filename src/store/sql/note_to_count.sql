-- The lines of a note that say something: whether they are private, and the text of actions.
SELECT private, CASE kind WHEN 'action' THEN text END AS action
FROM line
WHERE session_id = :session_id AND kind IS NOT NULL;
