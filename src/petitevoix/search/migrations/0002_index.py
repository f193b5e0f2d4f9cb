"""The index itself, as each database keeps it: triggers feed SQLite's FTS5, PostgreSQL has a GIN index."""

from django.db import migrations

# Keys are told apart by spaces alone: `ascii` takes every letter beyond ASCII as part of a word, and these signs too.
SQLITE = [
    """CREATE VIRTUAL TABLE pv_search_index USING fts5(
        words, content='pv_search_document', content_rowid='number', detail=none, columnsize=0,
        tokenize="ascii tokenchars '_@.+:^=-'")""",
    """CREATE TRIGGER pv_search_added AFTER INSERT ON pv_search_document BEGIN
        INSERT INTO pv_search_index (rowid, words) VALUES (new.number, new.words);
    END""",
    """CREATE TRIGGER pv_search_removed AFTER DELETE ON pv_search_document BEGIN
        INSERT INTO pv_search_index (pv_search_index, rowid, words) VALUES ('delete', old.number, old.words);
    END""",
    """CREATE TRIGGER pv_search_changed AFTER UPDATE ON pv_search_document BEGIN
        INSERT INTO pv_search_index (pv_search_index, rowid, words) VALUES ('delete', old.number, old.words);
        INSERT INTO pv_search_index (rowid, words) VALUES (new.number, new.words);
    END""",
]
POSTGRESQL = [
    # Without `fastupdate`: a search would else read all that came in since the list of what is pending was last sorted.
    """CREATE INDEX pv_search_index ON pv_search_document
        USING gin (array_to_tsvector(string_to_array(words, ' '))) WITH (fastupdate = off)""",
    # Names are found by their beginnings, in the order of their bytes.
    "ALTER TABLE pv_search_personword ALTER COLUMN word TYPE varchar(100) COLLATE \"C\"",
]


def build(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("pv_search", "0001_documents")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
