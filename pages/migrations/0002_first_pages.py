"""The first pages of every site, in place of Wagtail's welcome page: a home and a folder for conditions."""

from django.db import migrations


def create_first_pages(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    if Site.objects.exclude(root_page__slug="home", root_page__depth=2).exists():
        return  # not a fresh site
    Page.objects.filter(slug="home", depth=2).delete()
    locale = Locale.objects.order_by("pk").first()

    def create(model, *, title, slug, path, depth, numchild, url_path):
        content_type, _ = ContentType.objects.get_or_create(model=model, app_label="pages")
        return apps.get_model("pages", model).objects.create(
            title=title, draft_title=title, slug=slug, content_type=content_type, locale=locale,
            path=path, depth=depth, numchild=numchild, url_path=url_path,
        )

    home = create("homepage", title="Home", slug="home", path="00010001", depth=2, numchild=1, url_path="/home/")
    create(
        "conditionindexpage", title="Conditions", slug="conditions",
        path="000100010001", depth=3, numchild=0, url_path="/home/conditions/",
    )
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial"), ("wagtailcore", "0054_initial_locale")]
    run_before = []
    operations = [migrations.RunPython(create_first_pages, migrations.RunPython.noop)]
