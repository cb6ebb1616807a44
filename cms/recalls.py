"""The form with which an editor recalls a condition, or lifts the recall."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from api.models import Recall
from api.recalling import MESSAGE_LENGTH, NotRecalledError, lift_recall, may_recall, recall_condition
from pages.models import ConditionPage


class RecallForm(forms.Form):
    message = forms.CharField(
        label="What readers are told",
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Public, in the language of the page: what is wrong, and what to do. "
        "“The dose on this page was too high. Ask your pharmacist.”",
    )


@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, page_id: int) -> HttpResponse:
    """Asks for the message, and recalls the condition; or, where it is recalled, asks whether to lift that."""
    page = get_object_or_404(ConditionPage.objects.select_related("locale"), pk=page_id)
    if not may_recall(page, request.user):
        raise PermissionDenied
    standing = Recall.objects.filter(condition=page.translation_key).select_related("recalled_by").first()
    form = RecallForm(request.POST or None)
    lifting = request.POST.get("act") == "lift"
    if request.method == "POST" and (lifting or form.is_valid()):
        try:
            if lifting:
                lift_recall(page=page, user=request.user)
                messages.success(request, f"Readers get “{page.title}” again, as it is published now.")
            else:
                recall_condition(page=page, message=form.cleaned_data["message"], user=request.user)
                messages.success(request, f"“{page.title}” is withdrawn in every language.")
        except NotRecalledError as error:  # somebody else was quicker
            messages.error(request, str(error))
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {"page": page, "form": form, "standing": standing, "header_title": f"Withdraw {page.title} now"}
    return render(request, "cms/recall.html", context)
