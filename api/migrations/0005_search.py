from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE api_search USING fts5(
    exact, title, names, codes, summary, body, locale, tokenize = 'ascii', prefix = '1 2 3'
)
"""
POSTGRESQL = """
CREATE TABLE api_search (
    edition_id bigint PRIMARY KEY REFERENCES api_edition (id) ON DELETE CASCADE,
    exact text NOT NULL, title text NOT NULL, names text NOT NULL, codes text NOT NULL, summary text NOT NULL,
    body text NOT NULL, words tsvector NOT NULL, keys tsvector NOT NULL
);
CREATE INDEX api_search_words ON api_search USING gin (words);
CREATE INDEX api_search_keys ON api_search USING gin (keys);
"""


def make(apps, schema_editor):
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE api_search")


class Migration(migrations.Migration):
    """What conditions are found by. `rebuild_editions` fills it for documents from before."""

    dependencies = [("api", "0004_delivery")]

    operations = [
        migrations.AddField("edition", "letter", models.CharField(blank=True, max_length=8)),
        migrations.AddField("edition", "sort_key", models.BinaryField(default=b"")),
        migrations.AddField("edition", "listed", models.BinaryField(default=b"")),
        migrations.AddIndex(
            "edition", models.Index(fields=["locale", "state", "sort_key", "condition"], name="list_of_language")
        ),
        migrations.RunPython(make, drop),
    ]
