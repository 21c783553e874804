-- The store of difftool: versions of documents over time, in one file.
--
-- This is schema 2, and a new store is made by it. A later one is reached by the numbered files in migrations/, one
-- after the other, and this file then says what they lead to. PRAGMA user_version holds the number of the schema,
-- PRAGMA application_id tells that the file is a store of difftool.
--
-- Digests are SHA-256, 32 bytes. Moments are UTC in ISO 8601 with seconds (2026-11-22T18:05:36Z); dates may leave out
-- the day or the month. A seal is a digest of its row in 64 bits: SQLite notices when its own structures are damaged,
-- and not when a sign in a cell is another one, nor, when it is asked for a few rows, that others are gone.

-- Every text and every file, once, whoever has it: bytes found by their digest.
CREATE TABLE content (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),   -- SHA-256 of the bytes, unpacked
  size INTEGER NOT NULL CHECK (size >= 0),                        -- how many bytes, unpacked
  base BLOB REFERENCES content (digest),                          -- the content that this one is packed against, or NULL
  depth INTEGER NOT NULL CHECK (depth >= 0),                      -- 0 without a base, else more than its base has: no circle
  packed BLOB NOT NULL,                                           -- a frame of zstd, with the base as its dictionary
  CHECK ((base IS NULL) = (depth = 0))
) STRICT;

-- Finds what is packed against a content, before that one may go.
CREATE INDEX content_by_base ON content (base) WHERE base IS NOT NULL;

-- A tracked document: all of its versions together.
CREATE TABLE lineage (
  id INTEGER NOT NULL PRIMARY KEY,                                -- a number that nobody sees
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),                   -- the name it is tracked by, mostly a path
  created TEXT NOT NULL,                                          -- the moment when it was first tracked
  tally INTEGER NOT NULL DEFAULT 0,                               -- the seals of all rows that belong to it, joined by exclusive or
  seal INTEGER NOT NULL                                           -- digest of the row
) STRICT;

-- One text of a tracked document. The same text again is a sighting of it.
CREATE TABLE version (
  lineage INTEGER NOT NULL REFERENCES lineage (id) ON DELETE CASCADE, -- the document
  number INTEGER NOT NULL CHECK (number > 0),                     -- 1, 2, 3 in the order of tracking; the 3 of NAME@3
  text BLOB NOT NULL REFERENCES content (digest),                 -- the text as decoded, as UTF-8
  characters INTEGER NOT NULL CHECK (characters >= 0),            -- length of the text in code points
  promulgated TEXT,                                               -- the date that the text tells of itself, or NULL
  seal INTEGER NOT NULL,                                          -- digest of the row
  PRIMARY KEY (lineage, number),
  UNIQUE (lineage, text)
) STRICT, WITHOUT ROWID;

-- Finds who has a text, before it may go.
CREATE INDEX version_by_text ON version (text);

-- Each time that a version was seen, with the bytes that it was seen as.
CREATE TABLE sighting (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,                  -- in the order of tracking
  lineage INTEGER NOT NULL,                                       -- the document
  version INTEGER NOT NULL,                                       -- the number of its version
  raw BLOB NOT NULL REFERENCES content (digest),                  -- the bytes as they were read
  path TEXT NOT NULL,                                             -- the name of the file that held them, or empty
  source TEXT NOT NULL,                                           -- where they come from in the words of the user, or empty
  media_type TEXT NOT NULL,                                       -- how the bytes were read: text/plain, text/markdown
  encoding TEXT NOT NULL,                                         -- the encoding that they were read in
  notes TEXT NOT NULL,                                            -- what the reader could not do, a list in JSON
  seen TEXT NOT NULL,                                             -- the moment of tracking
  given TEXT,                                                     -- the date that the user gave this state, or NULL
  turns INTEGER NOT NULL CHECK (turns IN (0, 1)),                 -- 1: the document came into this state here
  seal INTEGER NOT NULL,                                          -- digest of the row
  FOREIGN KEY (lineage, version) REFERENCES version (lineage, number) ON DELETE CASCADE
) STRICT;

-- Finds the sightings of a document and of its versions.
CREATE INDEX sighting_by_version ON sighting (lineage, version);

-- Finds the document that a file is a copy of, and what it held last.
CREATE INDEX sighting_by_path ON sighting (path, lineage);

-- Finds who has certain bytes, before they may go.
CREATE INDEX sighting_by_raw ON sighting (raw);

-- Names that people give to versions: NAME@label.
CREATE TABLE label (
  lineage INTEGER NOT NULL,                                       -- the document
  name TEXT NOT NULL CHECK (name <> ''),                          -- the label, once in a document
  version INTEGER NOT NULL,                                       -- the number of the version that has it
  seal INTEGER NOT NULL,                                          -- digest of the row
  PRIMARY KEY (lineage, name),
  FOREIGN KEY (lineage, version) REFERENCES version (lineage, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the user looked at last, of each document.
CREATE TABLE viewing (
  lineage INTEGER NOT NULL PRIMARY KEY,                           -- the document
  version INTEGER NOT NULL,                                       -- the number of the newest version looked at
  seen TEXT NOT NULL,                                             -- the moment of looking
  seal INTEGER NOT NULL,                                          -- digest of the row
  FOREIGN KEY (lineage, version) REFERENCES version (lineage, number) ON DELETE CASCADE
) STRICT;

-- The highest number of a forgotten version of a document: no other version is given one so low again.
CREATE TABLE forgotten (
  lineage INTEGER NOT NULL PRIMARY KEY REFERENCES lineage (id) ON DELETE CASCADE, -- the document
  number INTEGER NOT NULL CHECK (number > 0),                     -- the number
  seal INTEGER NOT NULL                                           -- digest of the row
) STRICT;

-- Documents that are likely versions of another one, as long as the user has said neither yes nor no.
CREATE TABLE proposal (
  lineage INTEGER NOT NULL PRIMARY KEY REFERENCES lineage (id) ON DELETE CASCADE, -- the document
  likely INTEGER NOT NULL REFERENCES lineage (id) ON DELETE CASCADE, -- the other one, that was there before
  seal INTEGER NOT NULL                                           -- digest of the row
) STRICT;

-- Counts of comparisons that were made, so that a log need not make them again. May be emptied at any time.
CREATE TABLE comparison (
  left BLOB NOT NULL REFERENCES content (digest) ON DELETE CASCADE,  -- the text of the left side
  right BLOB NOT NULL REFERENCES content (digest) ON DELETE CASCADE, -- the text of the right side
  maker BLOB NOT NULL,                                            -- digest of the settings and of the tool's version
  counts TEXT NOT NULL,                                           -- the counts, an object in JSON
  seal INTEGER NOT NULL,                                          -- digest of the row
  PRIMARY KEY (left, right, maker)
) STRICT, WITHOUT ROWID;

-- Finds the comparisons with a text, before it may go.
CREATE INDEX comparison_by_right ON comparison (right);

-- A few signs of each document's texts, by which another version of it is found among many documents. May be made anew.
CREATE TABLE sketch (
  sign INTEGER NOT NULL,                                          -- digest of six letters of a text
  lineage INTEGER NOT NULL REFERENCES lineage (id) ON DELETE CASCADE, -- the document that has them
  PRIMARY KEY (sign, lineage)
) STRICT, WITHOUT ROWID;

-- The tally of a document follows its rows, which come and go, and are never changed. (a | b) - (a & b) is exclusive or.
CREATE TRIGGER version_added AFTER INSERT ON version BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER version_gone AFTER DELETE ON version BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
CREATE TRIGGER sighting_added AFTER INSERT ON sighting BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER sighting_gone AFTER DELETE ON sighting BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
CREATE TRIGGER label_added AFTER INSERT ON label BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER label_gone AFTER DELETE ON label BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
CREATE TRIGGER viewing_added AFTER INSERT ON viewing BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER viewing_gone AFTER DELETE ON viewing BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
CREATE TRIGGER forgotten_added AFTER INSERT ON forgotten BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER forgotten_gone AFTER DELETE ON forgotten BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
