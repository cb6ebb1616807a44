"""The name of whoever did something to a translation stays with it, whatever becomes of the account."""

from django.conf import settings
from django.db import migrations, models


def fill_in(apps, schema_editor):
    """What happened before gets the names that the accounts have now."""
    events = apps.get_model("translation", "TranslationEvent").objects.filter(user_name="")
    for user in apps.get_model(settings.AUTH_USER_MODEL).objects.all():
        full = f"{user.first_name} {user.last_name}".strip()
        events.filter(user=user).update(user_name=f"{full} ({user.username})" if full else user.username)


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0005_text_index"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="translationevent",
            name="user_name",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
    ]
