"""Names of retailers in the scripts that Indian shops write, drawn from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_LATIN = (
    ("Shree", "Om", "Jai", "New", "Sri", "Maa", "Royal", "City", "Balaji", "Laxmi"),
    ("Ganesh", "Mehta", "Ashapura", "Kaveri", "Sharma", "Patel", "Krishna", "Annapurna", "Umiya"),
    (
        "Kirana Stores",
        "Medical",
        "Traders",
        "General Stores",
        "Provision",
        "Super Market",
        "Agency",
    ),
)
_DEVANAGARI = (
    ("श्री", "जय", "न्यू", "माँ", "ओम", "साई"),
    ("गणेश", "लक्ष्मी", "महाराष्ट्र", "शर्मा", "गुप्ता", "अन्नपूर्णा"),
    ("किराना स्टोर", "मेडिकल", "ट्रेडर्स", "जनरल स्टोर", "भंडार"),
)
_GUJARATI = (
    ("શ્રી", "જય", "ન્યુ", "મા", "શિવ"),
    ("ગણેશ", "અંબિકા", "ઉમિયા", "પટેલ", "શિવમ"),
    ("કિરાણા સ્ટોર", "મેડિકલ", "ટ્રેડર્સ", "ભંડાર"),
)
_TAMIL = (
    ("ஸ்ரீ", "நியூ", "அருள்மிகு"),
    ("முருகன்", "லட்சுமி", "கணேஷ்", "அண்ணாமலை"),
    ("மளிகை", "மருந்தகம்", "ஸ்டோர்ஸ்"),
)
_SCRIPTS = (_LATIN, _DEVANAGARI, _GUJARATI, _TAMIL)
_SHARES = (70, 15, 10, 5)


def party_names(count: int, rng: Random) -> Iterator[str]:
    """So many names, no two alike."""
    for n, script in enumerate(rng.choices(_SCRIPTS, _SHARES, k=count), start=1):
        yield " ".join([*(rng.choice(words) for words in script), str(n)])
