-- The sessions with lists that may be of trends, as `lists_of_session` finds one.
SELECT id, lists, sheet FROM live_session
WHERE instr(lists, '"trends"') > 0 OR instr(sheet, '"trends"') > 0;
