"""PostgreSQL tells who listens by itself, once for each statement, with no query of ours for each event."""

from django.db import migrations

TELLING = """
CREATE FUNCTION pv_journal_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY pv_live;
    RETURN NULL;
END $$;
CREATE TRIGGER pv_live AFTER INSERT ON pv_journal_event
    FOR EACH STATEMENT EXECUTE FUNCTION pv_journal_tell();
CREATE TRIGGER pv_live AFTER INSERT ON pv_journal_whisper
    FOR EACH STATEMENT EXECUTE FUNCTION pv_journal_tell();
"""
SILENCE = """
DROP TRIGGER pv_live ON pv_journal_event;
DROP TRIGGER pv_live ON pv_journal_whisper;
DROP FUNCTION pv_journal_tell();
"""


def _on_postgresql(statements):
    def run(apps, editor):
        # SQLite's listeners watch `PRAGMA data_version` instead.
        if editor.connection.vendor == "postgresql":
            editor.execute(statements)

    return run


class Migration(migrations.Migration):
    dependencies = [("pv_journal", "0001_initial")]
    operations = [migrations.RunPython(_on_postgresql(TELLING), _on_postgresql(SILENCE))]
