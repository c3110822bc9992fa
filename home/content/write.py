"""The texts of the page on which visitors write to the office; the form says itself how it works."""

from typing import Any

from home.content.text import T

WRITE: dict[str, Any] = {
    "title": T("Na shkruani në mënyrë të sigurt", "Pišite nam bezbedno", "Write to us safely"),
    # It stays in the history of a browser, so it says as little as the title in the tab.
    "slug": T("formulari", "obrazac", "form"),
    "search_description": T(
        (
            "Formular për t’i shkruar PVPT-së pa llogari dhe pa email, me rrugë të sigurt për përgjigjen. "
            "Për ndihmë të ngutshme, telefononi."
        ),
        (
            "Obrazac kojim PVPT-u možete da pišete bez naloga i bez e-pošte, uz bezbedan način za odgovor. "
            "Kada je hitno, pozovite telefonom."
        ),
        (
            "A form with which you can write to PVPT without an account and without email, with a safe way "
            "for the answer. When it is urgent, call."
        ),
    ),
    "introduction": T(
        (
            "Këtu mund të na shkruani pa llogari dhe pa e treguar emrin. Ndryshe nga emaili, mesazhi nuk "
            "mbetet te mesazhet e dërguara."
        ),
        (
            "Ovde možete da nam pišete bez naloga i bez imena. Za razliku od e-pošte, poruka ne ostaje među "
            "poslatim porukama."
        ),
        (
            "Here you can write to us without an account and without giving your name. Unlike an email, "
            "your message does not stay among sent messages."
        ),
    ),
    "body": [
        ("heading", T("Para se të shkruani", "Pre nego što pišete", "Before you write")),
        (
            "paragraph",
            T(
                (
                    "<ul><li>Mund të shkruani nga një pajisje që nuk e kontrollon askush tjetër.</li>"
                    "<li>Për fillim mjafton një fjali. Emrat dhe hollësitë mund t’i lini për më vonë.</li>"
                    "<li>Si rrugë e sigurt mund të na tregoni një numër dhe orën kur përgjigjeni vetëm ju, "
                    "një adresë emaili që e hapni vetëm ju, ose një person të cilit i besoni.</li></ul>"
                    '<p>Më shumë gjeni te <a linktype="page" id="safety">këshillat për sigurinë</a>.</p>'
                ),
                (
                    "<ul><li>Možete da pišete sa uređaja koji niko drugi ne proverava.</li>"
                    "<li>Za početak je dovoljna jedna rečenica. Imena i pojedinosti možete da ostavite za "
                    "kasnije.</li>"
                    "<li>Kao bezbedan način možete da navedete broj i vreme kada se javljate samo vi, "
                    "adresu e-pošte koju samo vi otvarate ili osobu kojoj verujete.</li></ul>"
                    '<p>Više možete pročitati na stranici <a linktype="page" id="safety">Saveti za '
                    "bezbednost</a>.</p>"
                ),
                (
                    "<ul><li>You can write from a device that nobody else checks.</li>"
                    "<li>To begin with, one sentence is enough. Names and details can wait.</li>"
                    "<li>A safe way can be a number and the time at which only you answer, an email address "
                    "that only you open, or a person whom you trust.</li></ul>"
                    '<p>There is more in our <a linktype="page" id="safety">safety advice</a>.</p>'
                ),
            ),
        ),
    ],
}
