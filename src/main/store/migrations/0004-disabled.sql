-- Disabled users in the order of names, wherever among a million others they stand. Few rows: writing an active user does not touch it.

CREATE INDEX resources_disabled ON resources (display_name_key, user_name_key) WHERE type = 'User' AND active = 0;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('resources', 'resources_disabled', '20000 3 1');
ANALYZE sqlite_schema;
