-- The plus: the lines are looked up by number, and not all gone through.
-- Of those that do not say it yet.
UPDATE line SET text = other.text, kind = other.kind, private = other.private, done = other.done, tags = other.tags
FROM temp.other_text AS other
WHERE line.seq = +other.seq AND line.text <> other.text;
