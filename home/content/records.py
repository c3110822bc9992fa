"""The records the site ships with: telephone numbers for help, funders, and PVPT's full name."""

from typing import Any

from home.content.text import T

HOTLINES: list[dict[str, Any]] = [
    {
        "name": T(
            "Numri evropian i emergjencës",
            "Evropski broj za hitne slučajeve",
            "European emergency number",
        ),
        "description": T(
            "Kur ju ose dikush tjetër është në rrezik. Numri u përket shërbimeve të emergjencës, jo PVPT-së.",
            "Kada ste vi ili neko drugi u opasnosti. Broj pripada hitnim službama, a ne PVPT-u.",
            (
                "When you or somebody else is in danger. The number belongs to the emergency services, not "
                "to PVPT."
            ),
        ),
        "number": "112",
        "answers": "always",
    },
    {
        "name": T("Policia e Kosovës", "Policija Kosova", "Kosovo Police"),
        "description": T(
            "Kur ju duhet policia, ose kur doni të njoftoni për trafikim me qenie njerëzore.",
            "Kada vam je potrebna policija ili želite da prijavite trgovinu ljudima.",
            "When you need the police, or want to report trafficking in human beings.",
        ),
        "number": "192",
        "answers": "always",
    },
    {
        "name": T(
            "Linja e ndihmës për viktimat e trafikimit dhe të dhunës në familje",
            "SOS telefon za žrtve trgovine ljudima i nasilja u porodici",
            "Helpline for victims of trafficking and domestic violence",
        ),
        "description": T(
            "Për viktimat e trafikimit ose të dhunës në familje. Linjën e drejton shteti, jo PVPT-ja.",
            "Za žrtve trgovine ljudima ili nasilja u porodici. Liniju vodi država, a ne PVPT.",
            "For victims of trafficking or of domestic violence. The line is run by the state, not by PVPT.",
        ),
        "number": "0800\u00a011112",
        "hours": T(
            "[orari: për t’u plotësuar pasi të konfirmohet]",
            "[radno vreme: treba dopuniti kada bude potvrđeno]",
            "[hours: to be completed once confirmed]",
        ),
        "cost": "free",
    },
]

FUNDERS: list[dict[str, Any]] = [
    {
        "name": T(
            "Ambasada e Finlandës në Kosovë",
            "Ambasada Finske na Kosovu",
            "Embassy of Finland in Kosovo",
        ),
        "credit": T(
            (
                "Dizajnin dhe zhvillimin e uebfaqes së mëparshme të PVPT-së (2009) i financoi Ambasada e "
                "Finlandës në Kosovë."
            ),
            "Dizajn i izradu prethodnog sajta PVPT-a (2009) finansirala je Ambasada Finske na Kosovu.",
            (
                "The design and development of PVPT’s previous website (2009) were funded by the Embassy "
                "of Finland in Kosovo."
            ),
        ),
        "year": 2009,
    },
]

PROPER = {
    "organisation": T(
        "Qendra për Mbrojtjen e Viktimave dhe Parandalimin e Trafikimit të Qenieve Njerëzore (PVPT)",
        "Centar za zaštitu žrtava i prevenciju trgovine ljudima (PVPT)",
        "Center for Protection of Victims and Prevention of Trafficking in Human Beings (PVPT)",
    ),
}
