-- The lines of a note that may carry a trend: all of them where its session has a list of trends.
SELECT seq, text, private
FROM line
WHERE session_id = :session_id AND (:all OR instr(text, '#') > 0)
ORDER BY position;
