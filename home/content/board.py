"""The board's page: introduction and marked placeholders for its members."""

from home.content.text import T

BIOGRAPHY = T(
    "[biografia: për t’u plotësuar nga zyra]",
    "[biografija: treba dopuniti, unosi je kancelarija]",
    "[biography: to be completed by the office]",
)

NAME = "[Emri · Ime · Name]"

BOARD = {
    "title": T("Bordi", "Upravni odbor", "Board"),
    "slug": T("bordi", "upravni-odbor", "board"),
    "search_description": T(
        sq="Njerëzit që e drejtojnë PVPT-në: detyra e bordit, kush e kryeson dhe kush janë anëtarët, me një "
        "biografi të shkurtër për secilin.",
        sr="Ljudi koji vode PVPT: čime se bavi upravni odbor, ko mu predsedava i ko su njegovi članovi, uz "
        "kratku biografiju svakog od njih.",
        en="The people who guide PVPT: what the board does, who chairs it and who sits on it, with a short "
        "biography of each of its members.",
    ),
    "introduction": T(
        sq="Bordi kujdeset që PVPT-ja t’i qëndrojë besnike misionit të saj dhe që mjetet që i besohen të "
        "përdoren me përgjegjësi. Emrat dhe biografitë e anëtarëve do t’i shënojë zyra: [anëtarët e bordit: "
        "për t’u plotësuar].",
        sr="Upravni odbor brine o tome da PVPT ostane veran svojoj misiji i da se poverena sredstva "
        "odgovorno koriste. Imena i biografije članova unosi kancelarija: [članovi odbora: treba dopuniti].",
        en="The board sees to it that PVPT stays true to its mission and that the funds entrusted to it are "
        "used responsibly. The office will enter the members’ names and biographies: [board members: to be "
        "completed].",
    ),
    "members": [
        {
            "name": NAME,
            "role": T("Kryetar/-e i/e bordit", "Predsednik/-ca odbora", "Chair of the board"),
            "biography": BIOGRAPHY,
        },
        {
            "name": NAME,
            "role": T(
                "Nënkryetar/-e i/e bordit", "Zamenik/-ca predsednika/-ce odbora", "Deputy chair of the board"
            ),
            "biography": BIOGRAPHY,
        },
        {
            "name": NAME,
            "role": T("Përgjegjës/-e për financat", "Blagajnik/-ca", "Treasurer"),
            "biography": BIOGRAPHY,
        },
        {
            "name": NAME,
            "role": T("Anëtar/-e i/e bordit", "Član/-ica odbora", "Board member"),
            "biography": BIOGRAPHY,
        },
        {
            "name": NAME,
            "role": T("Anëtar/-e i/e bordit", "Član/-ica odbora", "Board member"),
            "biography": BIOGRAPHY,
        },
    ],
}
