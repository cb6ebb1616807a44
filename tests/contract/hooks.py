"""What schemathesis can't know of this API. It loads this file itself."""

from __future__ import annotations

from http import HTTPStatus

import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.openapi.checks import RejectedPositiveData

# Cursors are opaque: one with the right signs, but not handed out here, is no good. Alphabets differ by language. In
# the others a letter or a digit of any script must stand, which no pattern can say for validators in every language.
# What has the form of a language tag need not name a language.
BEYOND_SCHEMAS = {"cursor", "since", "letter", "q", "synonym", "code", "locale"}


@schemathesis.hook
def filter_failure(
    context: schemathesis.HookContext, failure: Failure, case: schemathesis.Case, response: schemathesis.Response
) -> bool:
    """Whether it is one: a 400 for what the contract can't forbid is none."""
    return not (
        isinstance(failure, RejectedPositiveData)
        and response.status_code == HTTPStatus.BAD_REQUEST
        and response.json().get("parameter") in BEYOND_SCHEMAS
    )
