-- Several choices, rows, contacts and agreement are neither a number nor words.

CREATE TABLE answers_of_every_kind (
    site          TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    question      TEXT NOT NULL,
    number        INTEGER,
    words         TEXT,
    -- JSON, as sent: what is neither.
    parts         TEXT,
    PRIMARY KEY (site, submission_id, question),
    FOREIGN KEY (site, submission_id) REFERENCES responses (site, submission_id) ON DELETE CASCADE,
    CHECK ((number IS NOT NULL) + (words IS NOT NULL) + (parts IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

INSERT INTO answers_of_every_kind (site, submission_id, question, number, words)
SELECT site, submission_id, question, number, words FROM answers;

DROP TABLE answers;

ALTER TABLE answers_of_every_kind RENAME TO answers;
