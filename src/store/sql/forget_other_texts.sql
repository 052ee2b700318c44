DELETE FROM temp.other_text;
