"""The condition with which journey 2 is told, and its words in Dutch."""

from __future__ import annotations

from tests.factories import paragraph, treatment
from tests.journeys.doors import Json

ADDRESS = "nl/conditions/sore-throat/"

PAIN = "A sore throat is pain at the back of the throat."
WEEK = "It usually goes away within a week."
MONTH = "It usually goes away within a month."
SAFE = "Safe in pregnancy."
UNSAFE = "NOT safe in pregnancy."
LIVER = "Do not take it if your liver is ill."
CALL = "If you cannot breathe, call 112."

DUTCH = {
    "Sore throat": "Keelpijn",
    "Pain when you swallow.": "Pijn bij het slikken.",
    PAIN: "Keelpijn is pijn achter in de keel.",
    WEEK: "Het gaat meestal binnen een week over.",
    MONTH: "Het gaat meestal binnen een maand over.",
    "Call 112 at once": "Bel meteen 112",
    CALL: "Bel 112 als u geen lucht krijgt.",
    "Painkillers": "Pijnstillers",
    "Take <b>500 mg</b> at most 4 times a day.": "Neem hoogstens 4 keer per dag <b>500 mg</b>.",
    SAFE: "Veilig tijdens de zwangerschap.",
    UNSAFE: "NIET veilig tijdens de zwangerschap.",
    LIVER: "Neem dit niet als uw lever ziek is.",
    "Good to know": "Goed om te weten",
    "Honey helps a little.": "Honing helpt een beetje.",
}


def definition(*texts: str) -> list[Json]:
    return [paragraph("def1", *texts)]


def treatments(*warnings: str) -> list[Json]:
    return [treatment("t1", "Painkillers", "Take <b>500 mg</b> at most 4 times a day.", *warnings)]
