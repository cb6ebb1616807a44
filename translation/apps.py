"""The translation app: a condition in another language."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "translation"
