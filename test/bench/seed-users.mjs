/** Writes users straight into a file the server has made, as it would have written them. The last row is a group of everybody. */
export function seedUsers(db, size) {
  db.exec(`
    BEGIN;
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${size})
    INSERT INTO resources (id, type, version, created_at, modified_at, active, user_name_key, external_id, display_name_key, name, document)
    SELECT 'user-' || n, 'User', 1, 1700000000000 + n, 1700000000000 + n, 1, 'seed' || n || '@contoso.example', 'seed' || n,
           'seed ' || n, 'Seed ' || n,
           json_object('userName', 'seed' || n || '@contoso.example', 'externalId', 'seed' || n, 'displayName', 'Seed ' || n,
                       'active', json('true'), 'name', json_object('givenName', 'Seed', 'familyName', 'Number ' || n),
                       'emails', json_array(json_object('type', 'work', 'primary', json('true'), 'value', 'seed' || n || '@contoso.example')))
      FROM numbers;
    INSERT INTO elements (attribute, key, ref) SELECT 'emails.value', user_name_key, ref FROM resources WHERE type = 'User';
    INSERT INTO resources (id, type, version, created_at, modified_at, display_name_key, member_count, name, document)
    VALUES ('everybody', 'Group', 1, 1700000000000, 1700000000000, 'everybody', ${size}, 'Everybody', '{"displayName":"Everybody"}');
    INSERT INTO members (group_ref, member_ref, added_at, is_group)
    SELECT (SELECT ref FROM resources WHERE id = 'everybody'), ref, 1700000000000, 0 FROM resources WHERE type = 'User';
    INSERT INTO resource_counts (type, total, disabled) VALUES ('User', ${size}, 0), ('Group', 1, 0);
    INSERT INTO group_counts (ref, count) SELECT ref, 1 FROM resources WHERE type = 'User';
    COMMIT`)
  return 'everybody'
}
