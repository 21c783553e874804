-- From schema 1 to 2: the number of a forgotten version is given to no other. What was forgotten before is not known.
CREATE TABLE forgotten (
  lineage INTEGER NOT NULL PRIMARY KEY REFERENCES lineage (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  seal INTEGER NOT NULL
) STRICT;
CREATE TRIGGER forgotten_added AFTER INSERT ON forgotten BEGIN
  UPDATE lineage SET tally = (tally | NEW.seal) - (tally & NEW.seal) WHERE id = NEW.lineage;
END;
CREATE TRIGGER forgotten_gone AFTER DELETE ON forgotten BEGIN
  UPDATE lineage SET tally = (tally | OLD.seal) - (tally & OLD.seal) WHERE id = OLD.lineage;
END;
