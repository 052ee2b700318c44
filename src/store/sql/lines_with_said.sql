SELECT text, kind, private, done, tags FROM line;
