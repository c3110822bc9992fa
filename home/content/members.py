"""The member area: its opening page, and pages for all, for the board and for partners."""

from typing import Any

from home.content.text import T

CONTENTS = T(
    sq="<p>Këtu vendosen dokumentet që u duhen anëtarëve për punën e tyre dhe që nuk janë për publikun:</p>"
    "<ul><li>rendi i ditës, materialet dhe procesverbalet e mbledhjeve;</li>"
    "<li>statuti, rregulloret dhe politikat e brendshme;</li>"
    "<li>njoftimet për anëtarët.</li></ul>"
    '<p>Atë që mund ta lexojnë të gjithë, e gjeni te <a linktype="page" id="news">lajmet</a>.</p>',
    sr="<p>Ovde se nalaze dokumenti koji su članovima potrebni za rad, a nisu namenjeni javnosti:</p>"
    "<ul><li>dnevni red, materijali i zapisnici sa sednica;</li>"
    "<li>statut, pravilnici i interne politike;</li>"
    "<li>obaveštenja za članove.</li></ul>"
    '<p>Ono što mogu da čitaju svi objavljujemo u <a linktype="page" id="news">vestima</a>.</p>',
    en="<p>This is the place for documents that members need for their work and that are not meant for the "
    "public:</p>"
    "<ul><li>agendas, papers and minutes of meetings;</li>"
    "<li>the statute, rules and internal policies;</li>"
    "<li>notices to members.</li></ul>"
    '<p>What everybody may read is in the <a linktype="page" id="news">news</a>.</p>',
)

CONFIDENTIALITY = T(
    sq="<p>Ju lutemi mos i përcillni dokumentet jashtë rrethit të anëtarëve dhe dilni nga llogaria kur e "
    "mbaroni punën, sidomos në një pajisje që e përdorin edhe të tjerë. Këtu nuk vendosen kurrë të dhëna me "
    "të cilat mund të njihet një person që merr mbështetje.</p>"
    '<p>Nëse nuk e gjeni një dokument ose nuk mund ta hapni, <a linktype="page" id="contact">na '
    "shkruani</a>.</p>",
    sr="<p>Molimo vas da dokumente ne prosleđujete izvan kruga članova i da se odjavite kada završite, "
    "naročito na uređaju koji koriste i drugi. Ovde se nikada ne stavljaju podaci po kojima bi mogla da se "
    "prepozna osoba kojoj se pruža podrška.</p>"
    '<p>Ako ne možete da nađete ili otvorite neki dokument, <a linktype="page" id="contact">pišite '
    "nam</a>.</p>",
    en="<p>Please do not pass documents on to anybody who is not a member, and log out when you have "
    "finished, especially on a device that others use too. Nothing by which a person who receives support "
    "could be recognised is ever kept here.</p>"
    '<p>If you cannot find or open a document, <a linktype="page" id="contact">write to us</a>.</p>',
)

MEMBERS: dict[str, Any] = {
    "title": T("Zona e anëtarëve", "Deo za članove", "Member area"),
    "slug": T("zona-e-anetareve", "deo-za-clanove", "member-area"),
    "search_description": T(
        sq="Faqe vetëm për anëtarët e PVPT-së që kanë llogari: dokumente të brendshme, materiale për "
        "mbledhje dhe njoftime, në tri gjuhë.",
        sr="Stranica samo za članove PVPT-a koji imaju nalog: interni dokumenti, materijali za sednice i "
        "obaveštenja, na tri jezika.",
        en="A page for members of PVPT who have an account: internal documents, papers for meetings and "
        "notices, in three languages.",
    ),
    "introduction": T(
        "Mirë se erdhët. Këtë pjesë të uebfaqes e shohin vetëm anëtarët që kanë hyrë me llogarinë e tyre.",
        "Dobro došli. Ovaj deo sajta vide samo članovi koji su se prijavili na svoj nalog.",
        "Welcome. Only members who have logged in to their account can see this part of the website.",
    ),
    "body": [
        ("heading", T("Çfarë gjeni këtu", "Šta možete da nađete ovde", "What you will find here")),
        ("paragraph", CONTENTS),
        (
            "heading",
            T("Ruajtja e konfidencialitetit", "Čuvanje poverljivosti", "Keeping things confidential"),
        ),
        ("paragraph", CONFIDENTIALITY),
    ],
    "pages": [
        {
            "title": T("Politika dhe procedura", "Politike i procedure", "Policies and procedures"),
            "slug": T("politika-dhe-procedura", "politike-i-procedure", "policies-and-procedures"),
            "search_description": T(
                sq="Statuti, politikat, procedurat dhe raportet e brendshme të PVPT-së, të renditura sipas "
                "datës. Faqja është vetëm për anëtarët.",
                sr="Statut, politike, procedure i interni izveštaji PVPT-a, poređani po datumu. Stranica je "
                "namenjena samo članovima.",
                en="The statute, policies, procedures and internal reports of PVPT, arranged by date. This "
                "page is for members only.",
            ),
            "introduction": T(
                "Dokumentet që vlejnë për të gjithë, duke filluar nga më i riu.",
                "Dokumenti koji važe za sve, počev od najnovijeg.",
                "Documents that hold for everybody, the newest first.",
            ),
            "documents": [
                {
                    "title": T("[Shembull: statuti]", "[Primer: statut]", "[Example: statute]"),
                    "kind": "policy",
                    "languages": ["sq", "sr-latn", "en"],
                },
                {
                    "title": T(
                        "[Shembull: procedurë e brendshme]",
                        "[Primer: interna procedura]",
                        "[Example: internal procedure]",
                    ),
                    "kind": "procedure",
                    "languages": ["sq", "en"],
                },
            ],
        },
        {
            "title": T("Dokumentet e bordit", "Dokumenti upravnog odbora", "Documents of the board"),
            "slug": T("dokumentet-e-bordit", "dokumenti-upravnog-odbora", "board-documents"),
            "groups": ["Board"],
            "search_description": T(
                sq="Rendi i ditës, procesverbalet dhe vendimet e bordit të PVPT-së, të renditura sipas "
                "mbledhjeve. Faqja është vetëm për bordin.",
                sr="Dnevni red, zapisnici i odluke upravnog odbora PVPT-a, poređani po sednicama. Stranica "
                "je namenjena samo upravnom odboru.",
                en="Agendas, minutes and decisions of the board of PVPT, arranged by meeting. This page is "
                "for the board only, whose members log in.",
            ),
            "introduction": T(
                "Dokumentet e mbledhjeve të bordit, duke filluar nga më të rejat.",
                "Dokumenti sa sednica upravnog odbora, počev od najnovijih.",
                "Documents of the board’s meetings, the newest first.",
            ),
            "documents": [
                {
                    "title": T(
                        "[Shembull: procesverbali i një mbledhjeje]",
                        "[Primer: zapisnik sa sednice]",
                        "[Example: minutes of a meeting]",
                    ),
                    "kind": "minutes",
                    "languages": ["sq", "sr-latn", "en"],
                },
            ],
        },
        {
            "title": T("Për partnerët", "Za partnere", "For partners"),
            "slug": T("per-partneret", "za-partnere", "for-partners"),
            "groups": ["Partners"],
            "search_description": T(
                sq="Formularët e referimit, procedurat e përbashkëta dhe materialet e trajnimit për "
                "organizatat partnere të PVPT-së.",
                sr="Obrasci za upućivanje, zajedničke procedure i materijal za obuku za partnerske "
                "organizacije PVPT-a.",
                en="Referral forms, common procedures and training material for the partner organisations "
                "of PVPT, which log in.",
            ),
            "introduction": T(
                "Materialet që i përdorim bashkë me organizatat partnere.",
                "Materijal koji koristimo zajedno sa partnerskim organizacijama.",
                "Material that we use together with our partner organisations.",
            ),
            "documents": [
                {
                    "title": T(
                        "[Shembull: formulari i referimit]",
                        "[Primer: obrazac za upućivanje]",
                        "[Example: referral form]",
                    ),
                    "kind": "procedure",
                    "languages": ["sq", "sr-latn", "en"],
                },
            ],
        },
    ],
}
