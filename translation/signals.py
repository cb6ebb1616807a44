"""What the translation package tells the packages above it."""

from django.dispatch import Signal

# Sent inside the transaction of the change. `conditions`: set[UUID] of translation keys; `locale`: str.
translations_changed = Signal()
