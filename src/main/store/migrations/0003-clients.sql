-- A token with a client id is an OAuth 2.0 client (RFC 6749 §4.4): its secret is for the token endpoint alone, which gives it
-- access tokens that end soon. After a rotation two rows have the same client id.
ALTER TABLE tokens ADD COLUMN client_id TEXT;
CREATE INDEX tokens_client ON tokens (client_id) WHERE client_id IS NOT NULL;

-- Kept on disk so that a restart does not turn a provisioning service away in the middle of its run.
CREATE TABLE access_tokens (
  hash       BLOB    PRIMARY KEY,     -- SHA-256
  token_id   TEXT    NOT NULL REFERENCES tokens (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);
CREATE INDEX access_tokens_token  ON access_tokens (token_id, expires_at);
