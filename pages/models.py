"""The pages of the site: HomePage > ConditionIndexPage > ConditionPage."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageViewRestriction, Revision
from wagtail.query import PageQuerySet
from wagtail.search import index

from pages.blocks import CodesBlock, NamesBlock, RelatedBlock, ReviewersBlock, SectionBlock, SourcesBlock
from pages.forms import SLUG_TAKEN, ConditionCopyForm, ConditionForm, FolderCopyForm
from pages.labels import SECTION_LABELS
from pages.richtext import MalformedRichText, split
from pages.shapes import Words, give_keys, leaves, repeated_ids
from pages.vocabulary import Section

SUMMARY_LENGTH = 300
UPLOADS_KEPT = datetime.timedelta(days=90)  # after they became drafts
LONGEST_REVIEW_INTERVAL = relativedelta(months=36)
# What search engines and menus would ask for, no app receives. And whoever may not read it, gets no page to log in at.
PROMOTED = [FieldPanel("slug")]
PRIVATE_FOR = ["login"]


class HomePage(Page):
    """The root of a site."""

    max_count = 1
    subpage_types: ClassVar[list[str]] = ["pages.ConditionIndexPage"]
    preview_modes: ClassVar[list[tuple[str, str]]] = []
    promote_panels: ClassVar[list[FieldPanel]] = PROMOTED
    private_page_options: ClassVar[list[str]] = PRIVATE_FOR


class ConditionIndexPage(Page):
    """A folder of conditions."""

    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = ["pages.ConditionPage"]
    preview_modes: ClassVar[list[tuple[str, str]]] = []
    promote_panels: ClassVar[list[FieldPanel]] = PROMOTED
    private_page_options: ClassVar[list[str]] = PRIVATE_FOR
    copy_form_class = FolderCopyForm


class ConditionQuerySet(PageQuerySet):
    """Questions about many conditions."""

    def readable(self) -> ConditionQuerySet:
        """Those that the world may read: live, below live pages only, and without a view restriction above them."""
        hidden = models.Q(pk__in=[])
        for path, depth in Page.objects.filter(live=False, numchild__gt=0).values_list("path", "depth"):
            hidden |= models.Q(path__startswith=path, depth__gt=depth)
        for path in PageViewRestriction.objects.values_list("page__path", flat=True):
            hidden |= models.Q(path__startswith=path)
        # Wagtail's form saves a page that is scheduled for later as live for an instant, before it publishes it.
        not_yet = models.Q(go_live_at__gt=timezone.now())
        return self.live().exclude(hidden).exclude(not_yet)

    def below(self, page: Page) -> ConditionQuerySet:
        """The page itself and those below it."""
        return self.filter(path__startswith=page.path)

    def free_slug(self, wanted: str) -> str:
        """The slug itself, or with the first number that makes it one which no condition has."""
        taken = set(self.filter(slug__startswith=wanted).values_list("slug", flat=True))
        candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2))]
        return next(slug for slug in candidates if slug not in taken)


def _section_panels(section: Section) -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldPanel(section.value, heading=_("Content")), FieldPanel(f"{section}_heading")],
        heading=SECTION_LABELS[section],
        classname="" if section == Section.DEFINITION else "collapsed",
    )


def _section_field(section: Section, *, blank: bool = True) -> StreamField:
    return StreamField(SectionBlock(), blank=blank, verbose_name=SECTION_LABELS[section])


def _heading_field() -> models.CharField[str, str]:
    return models.CharField(
        _("own heading"), max_length=120, blank=True, help_text=_("Leave empty for the usual heading of this section.")
    )


class ConditionPage(Page):
    """What a patient should know of one medical condition, in one source language (the page's locale)."""

    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        validators=[MaxLengthValidator(SUMMARY_LENGTH)],  # a TextField's max_length binds forms only
        help_text=_("Plain text, at most 300 characters."),
    )
    also_known_as = StreamField(NamesBlock(), blank=True, verbose_name=_("also known as"))
    codes = StreamField(CodesBlock(), blank=True, verbose_name=_("clinical codes"))

    definition = _section_field(Section.DEFINITION, blank=False)
    causes = _section_field(Section.CAUSES)
    signs = _section_field(Section.SIGNS)
    diagnosis = _section_field(Section.DIAGNOSIS)
    treatments = _section_field(Section.TREATMENTS)
    further = _section_field(Section.FURTHER)
    definition_heading = _heading_field()
    causes_heading = _heading_field()
    signs_heading = _heading_field()
    diagnosis_heading = _heading_field()
    treatments_heading = _heading_field()
    further_heading = _heading_field()

    sources = StreamField(SourcesBlock(), blank=True, verbose_name=_("sources"))
    reviewers = StreamField(ReviewersBlock(), blank=True, verbose_name=_("reviewers"))
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True)
    next_review = models.DateField(
        _("next review"), null=True, blank=True, help_text=_("At most 36 months after the last one.")
    )
    related = StreamField(RelatedBlock(), blank=True, verbose_name=_("related conditions"))

    parent_page_types: ClassVar[list[str]] = ["pages.ConditionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = PRIVATE_FOR
    copy_form_class = ConditionCopyForm

    objects: ClassVar[PageManager] = PageManager.from_queryset(ConditionQuerySet)()

    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("summary")]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *Page.content_panels,
                    FieldPanel("locale", read_only=True, heading=_("Source language")),
                    FieldPanel("summary"),
                    FieldPanel("also_known_as"),
                    *(_section_panels(section) for section in Section),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldPanel("codes"),
                    FieldPanel("sources"),
                    FieldPanel("reviewers"),
                    MultiFieldPanel([FieldPanel("last_reviewed"), FieldPanel("next_review")], heading=_("Review")),
                    FieldPanel("related"),
                ],
                heading=_("Evidence"),
            ),
            ObjectList(PROMOTED, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ],
        base_form_class=ConditionForm,
    )

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        super().full_clean(*args, **kwargs)
        # Django finds no stream empty. A form says what to exclude, and asks for the definition itself if it publishes.
        if not args and "exclude" not in kwargs and not self.definition:
            raise ValidationError({"definition": _("Say what the condition is before you publish it.")})

    def clean(self) -> None:
        super().clean()
        problems = review_problems(self.last_reviewed, self.next_review, today=timezone.localdate())
        for section in Section:
            if (fault := _markup_fault(getattr(self, section.value))) is not None:
                problems[section.value] = fault
        if self._slug_is_taken():
            problems["slug"] = SLUG_TAKEN
        if problems:
            raise ValidationError(problems)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        # A copy of a whole folder is saved unclean, and a draft is asked for title and slug only.
        if self._state.adding and self._slug_is_taken():
            raise ValidationError({"slug": SLUG_TAKEN})
        return super().save(*args, **kwargs)

    def _slug_is_taken(self) -> bool:
        """Wagtail only asks that it be unique below one parent; our addresses have no parent in them."""
        return ConditionPage.objects.filter(slug=self.slug).exclude(pk=self.pk).exists()

    def can_move_to(self, parent: Page) -> bool:
        """Wagtail keeps each language in a tree of its own; our folders hold conditions of any source language."""
        return bool(self.can_exist_under(parent))


def _markup_fault(stream: StreamValue) -> str | None:
    """What is wrong with a section's ids or the tags in its rich text. Code makes such mistakes, the editor none."""
    shape = stream.stream_block.shape
    raw = give_keys(shape, list(stream.raw_data))
    if repeated := next(repeated_ids(shape, raw), None):
        return f"two blocks have the id {repeated}"
    for leaf in leaves(shape, raw):
        if isinstance(leaf.shape, Words) and leaf.shape.rich:
            try:
                split(leaf.value or "")
            except MalformedRichText as error:
                return str(error)
    return None


class ImportedSource(models.Model):
    """Where a draft was imported from: by this, the next import of the same address finds it again."""

    address = models.CharField(max_length=500, unique=True)
    digest = models.CharField(max_length=64)  # SHA-256 of the file, in hexadecimal
    page = models.ForeignKey(ConditionPage, on_delete=models.CASCADE, related_name="imported_from")
    # The draft as the import left it: by this, what editors have made of it since is known.
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.address


class UploadedPageQuerySet(models.QuerySet["UploadedPage"]):
    """Questions about many uploads."""

    def waiting(self) -> UploadedPageQuerySet:
        return self.filter(imported_at=None)

    def done(self) -> UploadedPageQuerySet:
        """Those that became drafts, the newest first."""
        return self.exclude(imported_at=None).order_by("-imported_at", "-pk")

    def expired(self, now: datetime.datetime) -> UploadedPageQuerySet:
        """Those that became drafts so long ago that they need not be kept."""
        return self.filter(imported_at__lt=now - UPLOADS_KEPT)


class UploadedPage(models.Model):
    """An old page that somebody has uploaded: waiting until it is a draft or discarded, then kept for a while."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    language = models.CharField(max_length=35)
    address = models.CharField(max_length=500, blank=True)  # where it was published, if that was told
    digest = models.CharField(max_length=64)  # SHA-256 of the file, in hexadecimal
    data = models.BinaryField()
    uploaded_at = models.DateTimeField(auto_now_add=True)
    title = models.CharField(max_length=255, blank=True)  # as proposed, or as its draft was called
    doubts = models.PositiveIntegerField(default=0)  # how many flags it had when it came
    page = models.ForeignKey(ConditionPage, null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(null=True)
    record = models.JSONField(default=dict)  # what was flagged and dropped when it became a draft

    objects: ClassVar[Any] = UploadedPageQuerySet.as_manager()

    class Meta:
        ordering = ("uploaded_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "digest", "language", "address"],
                condition=models.Q(imported_at=None),
                name="uploaded_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


def review_problems(
    last: datetime.date | None, following: datetime.date | None, *, today: datetime.date
) -> dict[str, Any]:
    """What is wrong with a pair of review dates: `{field name: message}`, empty if nothing is."""
    if last is not None and last > today:
        return {"last_reviewed": _("This day has not come yet.")}
    if following is None:
        return {}
    if last is None:
        return {"last_reviewed": _("Say when it was last reviewed, if there is a next review.")}
    if following <= last:
        return {"next_review": _("The next review must be after the last one.")}
    if following > last + LONGEST_REVIEW_INTERVAL:
        return {"next_review": _("The next review must be at most 36 months after the last one.")}
    return {}
