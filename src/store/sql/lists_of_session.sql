-- The lists of a session that may have one of trends.
SELECT lists, sheet FROM session
WHERE id = :session_id AND (instr(lists, '"trends"') > 0 OR instr(sheet, '"trends"') > 0);
