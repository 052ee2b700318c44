-- In the third shape every version is whole.
CREATE TEMP VIEW version AS SELECT *, 0 AS sparse FROM main.version;
