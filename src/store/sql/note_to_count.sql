-- How many lines of a note say something, and how many of its actions are open; those that are private apart.
SELECT private, count(*) AS lines, count(*) FILTER (WHERE kind = 'action' AND NOT done) AS open_actions
FROM line
WHERE session_id = :session_id AND kind IS NOT NULL
GROUP BY private;
