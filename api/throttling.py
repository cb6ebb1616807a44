"""How many requests one address may make: counted by REST framework, told in the fields of RateLimit."""

from __future__ import annotations

import math
from typing import Any

from django.conf import settings
from django.http.response import HttpResponseBase
from rest_framework.throttling import SimpleRateThrottle


class AddressThrottle(SimpleRateThrottle):
    """`API_RATE` requests from one address of the network; none are counted where it isn't set."""

    num_requests: int
    duration: int  # seconds

    def get_rate(self) -> str | None:
        return settings.API_RATE or None

    def get_cache_key(self, request: Any, view: Any) -> str:
        return f"requests-of-{self.get_ident(request)}"

    def tell(self, response: HttpResponseBase) -> None:
        """Adds what is left (draft-ietf-httpapi-ratelimit-headers-10): `r` requests in the next `t` seconds."""
        if self.rate is None or not hasattr(self, "history"):
            return
        left = max(0, self.num_requests - len(self.history))
        oldest = self.history[-1] if self.history else self.now
        seconds = max(0, math.ceil(self.duration - (self.now - oldest)))
        response["RateLimit-Policy"] = f'"default";q={self.num_requests};w={self.duration}'
        response["RateLimit"] = f'"default";r={left};t={seconds}'
