"""The glossary in Wagtail's admin: a list to filter and search, a form for each term, and CSV both ways."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from pages.printable import printable
from translation.glossary import import_glossary
from translation.glossary_file import write_glossary
from translation.models import GlossaryTerm

_WRITERS = ("add", "change")  # a file may do both


class GlossaryIndexView(IndexView):
    """The list. Its CSV is that of the command, so that it can be imported again."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons: list[Button] = super().header_more_buttons
        if all(self.user_has_permission(action) for action in _WRITERS):
            address = reverse("glossary:import")
            buttons.append(Button(_("Import CSV"), url=address, icon_name="upload", priority=80))
        return buttons

    def write_csv_response(self, queryset: QuerySet[GlossaryTerm]) -> HttpResponse:
        data = write_glossary(term.as_entry() for term in queryset)
        disposition = f'attachment; filename="{self.get_filename()}.csv"'
        return HttpResponse(data, "text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


class GlossaryFileForm(forms.Form):
    """What the import asks for."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("It is taken whole or not at all. Terms that it has not got stay as they are."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )


class GlossaryImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """A CSV file goes in, or every reason why it doesn't is shown with its line."""

    model = GlossaryTerm
    form_class = GlossaryFileForm
    template_name = "translation/import_glossary.html"
    page_title = gettext_lazy("Import glossary")
    header_icon = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        label = _("Import CSV")
        return super().get_context_data(submit_button_label=label, submit_button_active_label=label, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        glossary = {"url": reverse("glossary:list"), "label": capfirst(GlossaryTerm._meta.verbose_name_plural)}
        return [*self.breadcrumbs_items, glossary, {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not all(self.user_has_permission(action) for action in _WRITERS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: GlossaryFileForm) -> HttpResponse:
        upload = form.cleaned_data["file"]
        report = import_glossary(file=printable(upload.name), data=upload.read())
        if not report.taken:
            for finding in report.findings:
                form.add_error("file", str(finding))
            return self.form_invalid(form)
        counts = report.counts
        told = _("Terms added: %(added)d, changed: %(changed)d, unchanged: %(unchanged)d.")
        numbers = {"added": counts.added, "changed": counts.changed, "unchanged": counts.unchanged}
        messages.success(self.request, told % numbers)
        for finding in report.findings:
            messages.warning(self.request, str(finding))
        return redirect("glossary:list")


class GlossaryViewSet(SnippetViewSet):
    """Who may do what is by Django's permissions on the model."""

    model = GlossaryTerm
    icon = "openquote"
    add_to_admin_menu = True
    menu_label = gettext_lazy("Glossary")
    menu_name = "glossary"
    menu_order = 300
    admin_url_namespace = "glossary"
    base_url_path = "glossary"
    index_view_class = GlossaryIndexView
    copy_view_enabled = False
    list_display = ("source", "locale", "required", "forbidden")
    list_filter = ("locale", "source_locale")
    list_export = ("source_locale", "source", "locale", "required", "forbidden", "note")
    export_filename = "glossary"
    search_fields = ("source", "required", "forbidden", "note")
    panels = (
        FieldPanel("source_locale"),
        FieldPanel("source"),
        FieldPanel("locale"),
        FieldPanel("required", widget=AdminAutoHeightTextInput(attrs={"dir": "auto"})),
        FieldPanel("forbidden", widget=AdminAutoHeightTextInput(attrs={"dir": "auto"})),
        FieldPanel("note"),
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("import/", self.construct_view(GlossaryImportView), name="import")]
