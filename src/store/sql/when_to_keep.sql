-- In which sitting the present text of a note was saved, and of its last version in which one that was, and when it was kept.
SELECT coalesce(session.saved_in, 0) AS saved_in, last.sitting, last.kept_at
FROM session
LEFT JOIN version AS last ON last.seq = (
    SELECT seq FROM version WHERE session_id = session.id ORDER BY seq DESC LIMIT 1
)
WHERE session.id = :session_id;
