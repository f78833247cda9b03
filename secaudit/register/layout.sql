BEGIN;

-- the log; because of UNIQUE it cannot fork
CREATE TABLE events (
    organisation TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    campaign TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    personal_hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation, sequence),
    UNIQUE (organisation, previous)
);

-- what may one day have to be deleted
CREATE TABLE texts (
    organisation TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    nonce TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organisation, sequence)
);

-- the layout's number, where Alembic would look for it, so that it can take over from here
CREATE TABLE alembic_version (
    version_num TEXT NOT NULL,
    PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('0001');

COMMIT;
