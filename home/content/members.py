"""The member area: its opening page and the page for the board's documents."""

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
            "title": T("Dokumentet e bordit", "Dokumenti upravnog odbora", "Documents of the board"),
            "slug": T("dokumentet-e-bordit", "dokumenti-upravnog-odbora", "board-documents"),
            "search_description": T(
                sq="Rendi i ditës, procesverbalet dhe vendimet e bordit të PVPT-së, të renditura sipas "
                "mbledhjeve. Faqja është vetëm për anëtarët.",
                sr="Dnevni red, zapisnici i odluke upravnog odbora PVPT-a, poređani po sednicama. Stranica "
                "je namenjena samo članovima.",
                en="Agendas, minutes and decisions of the board of PVPT, arranged by meeting. This page is "
                "for members only, who have to log in.",
            ),
            "introduction": T(
                "Dokumentet e mbledhjeve të bordit, duke filluar nga më të rejat.",
                "Dokumenti sa sednica upravnog odbora, počev od najnovijih.",
                "Documents of the board’s meetings, the newest first.",
            ),
            "body": [
                ("heading", T("Mbledhjet e bordit", "Sednice upravnog odbora", "Meetings of the board")),
                (
                    "paragraph",
                    T(
                        sq="<p>[mbledhja, data dhe rendi i ditës: për t’u plotësuar]</p>"
                        "<p>[procesverbali dhe vendimet: për t’u plotësuar]</p>",
                        sr="<p>[sednica, datum i dnevni red: treba dopuniti]</p>"
                        "<p>[zapisnik i odluke: treba dopuniti]</p>",
                        en="<p>[meeting, date and agenda: to be completed]</p>"
                        "<p>[minutes and decisions: to be completed]</p>",
                    ),
                ),
                ("heading", T("Dokumente të përhershme", "Trajni dokumenti", "Standing documents")),
                (
                    "paragraph",
                    T(
                        "<p>[statuti, rregulloret dhe politikat: për t’u plotësuar]</p>",
                        "<p>[statut, pravilnici i politike: treba dopuniti]</p>",
                        "<p>[statute, rules and policies: to be completed]</p>",
                    ),
                ),
            ],
        },
    ],
}
