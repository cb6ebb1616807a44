"""What is stored of translations."""

from translation.models.glossary import GlossaryTerm, site_languages, source_language
from translation.models.progress import TranslationProgress
from translation.models.rights import LanguageRight
from translation.models.translations import (
    Origin,
    SegmentTranslation,
    SegmentTranslationQuerySet,
    State,
    StoredTranslation,
    TranslationEvent,
)

__all__ = [
    "GlossaryTerm",
    "LanguageRight",
    "Origin",
    "SegmentTranslation",
    "SegmentTranslationQuerySet",
    "State",
    "StoredTranslation",
    "TranslationEvent",
    "TranslationProgress",
    "site_languages",
    "source_language",
]
