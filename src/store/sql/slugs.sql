SELECT slug FROM day;
