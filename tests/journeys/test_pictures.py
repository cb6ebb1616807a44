"""Journey 1 with pictures: a document shows the file that is there, whichever way it was replaced or deleted."""

from __future__ import annotations

import io
from typing import Any

from django.contrib.auth.models import User
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.documents import block_of
from tests.factories import image, make_picture, paragraph, png, publish_condition, save_draft
from tests.journeys.doors import Api, Json


def _shown(api: Api) -> Json:
    """The picture in the document, whose files are all there."""
    shown = block_of(api.condition("en"), "img1")["image"]
    for url in (shown["url"], *(rendition["url"] for rendition in shown["renditions"])):
        assert default_storage.exists(url.removeprefix("/media/")), url
    return shown


def test_file_replaced(api: Api) -> None:
    picture = make_picture()
    publish_condition(definition=[paragraph("def1", "Text."), image("img1", picture.pk)])
    before = _shown(api)
    assert (before["width"], before["height"]) == (1000, 500)
    api.news()
    picture.file.save("throat-new.png", ImageFile(io.BytesIO(png(600, 600, "blue"))), save=False)
    picture.width, picture.height = 600, 600
    picture.save()
    after = _shown(api)
    assert (after["width"], after["height"]) == (600, 600)
    assert after["url"] != before["url"]
    assert api.news() == {"en/sore-throat"}


def test_file_replaced_in_the_admin(api: Api, django_capture_on_commit_callbacks: Any) -> None:
    """Wagtail's form deletes the old renditions after it has saved the image: ours must not be among them."""
    picture = make_picture()
    publish_condition(definition=[paragraph("def1", "Text."), image("img1", picture.pk)])
    api.news()
    desk = Client()
    desk.force_login(User.objects.create_superuser("ada"))
    upload = SimpleUploadedFile("other.png", png(600, 200, "blue"), content_type="image/png")
    form = {"title": "Throat", "file": upload, "collection": picture.collection_id, "tags": "", "description": ""}
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(f"/admin/images/{picture.pk}/", form)
    assert answer.status_code == 302, "the form was refused"
    after = _shown(api)
    assert (after["width"], after["height"]) == (600, 200)
    assert [(rendition["width"], rendition["height"]) for rendition in after["renditions"]] == [(400, 133)]
    assert api.news() == {"en/sore-throat"}


def test_a_picture_deleted(api: Api) -> None:
    picture = make_picture()
    publish_condition(definition=[paragraph("def1", "Text."), image("img1", picture.pk)])
    publish_condition("migraine", title="Migraine")
    api.news()
    picture.delete()
    assert [block["type"] for block in api.condition("en")["sections"][0]["blocks"]] == ["paragraph"]
    assert api.news() == {"en/sore-throat"}


def test_a_picture_that_only_a_draft_shows(api: Api) -> None:
    page = publish_condition()
    picture = make_picture()
    save_draft(page, definition=[paragraph("def1", "Text."), image("img1", picture.pk)])
    api.news()
    picture.title = "Another title"
    picture.save()
    picture.delete()
    assert api.news() == set()
