-- Times are milliseconds since 1970-01-01 UTC by the server's clock, unless a column says otherwise.

CREATE TABLE sites (
    site       TEXT PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- One row a submission, whatever its revisions: the highest stands.
CREATE TABLE responses (
    site           TEXT NOT NULL REFERENCES sites (site),
    submission_id  TEXT NOT NULL,
    rev            INTEGER NOT NULL,
    complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),
    survey         TEXT NOT NULL,
    survey_version INTEGER NOT NULL,
    channel        TEXT NOT NULL,
    touchpoint     TEXT,
    lang           TEXT NOT NULL,
    dir            TEXT NOT NULL,
    page_url       TEXT,
    page_title     TEXT,
    -- JSON, as sent.
    context        TEXT,
    attributes     TEXT,
    -- By the visitor's clock, as sent.
    shown_at       TEXT,
    client_time    TEXT,
    sent_at        TEXT,
    sada           TEXT,
    -- SHA-256 of what was sent, without `rev` and `sent_at`.
    content_hash   BLOB NOT NULL,
    -- Why it is kept out of the scores, if it is.
    held_back      TEXT,
    received_at    INTEGER NOT NULL,
    PRIMARY KEY (site, submission_id)
) STRICT;

CREATE INDEX responses_newest_first ON responses (site, survey, survey_version, received_at DESC, submission_id DESC);

CREATE TABLE answers (
    site          TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    question      TEXT NOT NULL,
    number        INTEGER,
    words         TEXT,
    PRIMARY KEY (site, submission_id, question),
    FOREIGN KEY (site, submission_id) REFERENCES responses (site, submission_id) ON DELETE CASCADE,
    CHECK ((number IS NULL) <> (words IS NULL))
) STRICT, WITHOUT ROWID;

-- With a receipt its author can read or delete a response. Only the SHA-256 is known here.
CREATE TABLE receipts (
    hash          BLOB PRIMARY KEY NOT NULL,
    site          TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    FOREIGN KEY (site, submission_id) REFERENCES responses (site, submission_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX receipts_of_response ON receipts (site, submission_id);

-- One row: whoever knows the password sees every site.
CREATE TABLE owner (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
