-- The lines that may name a trend or be done.
SELECT seq, text FROM main.line WHERE kind = 'action' OR instr(text, '#') > 0;
