"""The feed's one row, so that a cursor which an empty site hands out still holds when it fills."""

from django.db import migrations

from api.models import new_epoch


def create_feed(apps, schema_editor):
    apps.get_model("api", "Feed").objects.get_or_create(pk=1, defaults={"epoch": new_epoch()})


class Migration(migrations.Migration):
    dependencies = [("api", "0001_initial")]
    operations = [migrations.RunPython(create_feed, migrations.RunPython.noop)]
