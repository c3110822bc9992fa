"""The text of the standard pages: contact and annual reports here, the longer pages in their own modules."""

from home.content.accessibility import ACCESSIBILITY
from home.content.privacy import PRIVACY
from home.content.safety import SAFETY
from home.content.text import T

__all__ = ["ACCESSIBILITY", "ANNUAL_REPORTS", "CONTACT", "PRIVACY", "SAFETY"]

CONTACT = {
    "title": T("Kontakti", "Kontakt", "Contact"),
    "slug": T("kontakti", "kontakt", "contact"),
    "search_description": T(
        (
            "Si ta kontaktoni PVPT-në në Prishtinë, për çfarë mund të mendoni para se të shkruani dhe ku "
            "mund të telefononi për ndihmë të ngutshme."
        ),
        (
            "Kako da kontaktirate PVPT u Prištini, o čemu možete da razmislite pre nego što pišete i koga "
            "da pozovete ako vam je pomoć hitno potrebna."
        ),
        (
            "How to reach PVPT in Prishtina, what you may want to consider before you write, and which "
            "numbers to call when help is needed urgently."
        ),
    ),
    "introduction": T(
        (
            "Mund të na kontaktoni me telefon, me email ose me postë. Për ndihmë të ngutshme, rruga më e "
            "shpejtë është telefoni."
        ),
        (
            "Možete nam se obratiti telefonom, e-poštom ili običnom poštom. Kada je pomoć hitno potrebna, "
            "najbrži način je telefon."
        ),
        (
            "You can reach us by telephone, email or post. When help is needed urgently, the telephone is "
            "the quickest way."
        ),
    ),
    "body": [
        (
            "heading",
            T("Nëse ndihma ju duhet menjëherë", "Ako vam je pomoć potrebna odmah", "If you need help now"),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Nëse ju ose dikush tjetër është në rrezik, telefononi në numrin 112 ose thirrni "
                    "Policinë e Kosovës në numrin 192. Në të dy numrat ju përgjigjen 24\u00a0orë në ditë, "
                    "7\u00a0ditë në javë.</p>"
                    "<p>Linja e ndihmës 0800\u00a011112 për viktimat e trafikimit dhe të dhunës në familje "
                    "është pa pagesë. Këtë linjë e drejton shteti, jo PVPT-ja.</p>"
                    "<p>Një email ose letër mund të lexohet me vonesë, prandaj nuk është rruga e duhur për "
                    "raste të ngutshme.</p>"
                ),
                (
                    "<p>Ako ste vi ili neko drugi u opasnosti, pozovite 112 ili Policiju Kosova na broj "
                    "192. Oba broja su dostupna 24\u00a0sata dnevno, 7\u00a0dana nedeljno.</p>"
                    "<p>SOS telefon 0800\u00a011112 za žrtve trgovine ljudima i nasilja u porodici je "
                    "besplatan. Tu liniju vodi država, a ne PVPT.</p>"
                    "<p>Poruka e-poštom ili pismo možda neće biti odmah pročitani, pa nisu pravi izbor "
                    "kada je hitno.</p>"
                ),
                (
                    "<p>If you or somebody else is in danger, call 112, or the Kosovo Police on 192. Both "
                    "numbers answer 24 hours a day, 7 days a week.</p>"
                    "<p>The helpline 0800\u00a011112 for victims of trafficking and domestic violence is "
                    "free of charge. It is run by the state, not by PVPT.</p>"
                    "<p>An email or a letter may be read late, so it is not the right way when something "
                    "is urgent.</p>"
                ),
            ),
        ),
        (
            "contact",
            {
                "heading": T("Si të na kontaktoni", "Kako da nas kontaktirate", "How to reach us"),
                "address": T(
                    "[adresa e zyrës: për t’u plotësuar]",
                    "[adresa kancelarije: treba dopuniti]",
                    "[office address: to be completed]",
                ),
                "telephone": T(
                    "[telefoni: për t’u plotësuar]",
                    "[telefon: treba dopuniti]",
                    "[telephone: to be completed]",
                ),
                "email": T(
                    "[emaili: për t’u plotësuar]", "[e-pošta: treba dopuniti]", "[email: to be completed]"
                ),
                "hours": T(
                    "[orari i zyrës: për t’u plotësuar]",
                    "[radno vreme kancelarije: treba dopuniti]",
                    "[office hours: to be completed]",
                ),
            },
        ),
        ("heading", T("Para se të na shkruani", "Pre nego što nam pišete", "Before you write to us")),
        (
            "paragraph",
            T(
                (
                    '<p>Pa llogari dhe pa email mund të shkruani te faqja <a linktype="page" id="write">“Na '
                    "shkruani në mënyrë të sigurt”</a>.</p>"
                    "<p>Nëse dikush jua kontrollon telefonin ose emailin, këto mund t’ju hyjnë në punë:</p>"
                    "<ul><li>Emaili që na dërgoni mbetet te mesazhet e dërguara dhe mund ta lexojë kushdo "
                    "që e hap llogarinë tuaj.</li>"
                    "<li>Mund të na shkruani nga një pajisje dhe nga një llogari në të cilën keni qasje "
                    "vetëm ju.</li>"
                    "<li>Emrat, vendin ku jeni dhe hollësitë mund t’i lini për më vonë. Për fillim mjafton "
                    "të thoni se doni të flisni me ne.</li>"
                    "<li>Mund të na tregoni a është e sigurt t’ju kontaktojmë, si dhe kur.</li></ul>"
                    '<p>Më shumë gjeni te <a linktype="page" id="safety">këshillat për '
                    "sigurinë</a>.</p>"
                ),
                (
                    '<p>Bez naloga i bez e-pošte možete da pišete na stranici <a linktype="page" '
                    'id="write">„Pišite nam bezbedno”</a>.</p>'
                    "<p>Ako vam neko proverava telefon ili e-poštu, ovo vam može biti od koristi:</p>"
                    "<ul><li>Poruka koju nam pošaljete ostaje među poslatim porukama i može da je pročita "
                    "svako ko otvori vaš nalog.</li>"
                    "<li>Možete da nam pišete sa uređaja i naloga kojima samo vi imate pristup.</li>"
                    "<li>Imena, mesto na kojem ste i pojedinosti možete da ostavite za kasnije. Za početak "
                    "je dovoljno da kažete da želite da razgovarate sa nama.</li>"
                    "<li>Možete da nam kažete da li je bezbedno da vam se javimo, kako i kada.</li></ul>"
                    '<p>Više možete pročitati na stranici <a linktype="page" id="safety">Saveti za '
                    "bezbednost</a>.</p>"
                ),
                (
                    '<p>Without an account and without email you can write on the page <a linktype="page" '
                    'id="write">“Write to us safely”</a>.</p>'
                    "<p>If somebody checks your telephone or your email, these points may be useful:</p>"
                    "<ul><li>An email that you send us stays among your sent messages and can be read by "
                    "anybody who opens your account.</li>"
                    "<li>You can write to us from a device and an account that only you can reach.</li>"
                    "<li>You can leave names, the place where you are and details for later. To begin "
                    "with, it is enough to say that you would like to talk to us.</li>"
                    "<li>You can tell us whether it is safe to contact you, how and when.</li></ul>"
                    '<p>There is more in our <a linktype="page" id="safety">safety advice</a>.</p>'
                ),
            ),
        ),
        ("heading", T("Adresa e strehimores", "Adresa skloništa", "The shelter’s address")),
        (
            "paragraph",
            T(
                (
                    "<p>Adresën e strehimores nuk e publikojmë kurrë, as këtu e as diku tjetër. Nëse e "
                    "dini, ju lutemi mos ia tregoni askujt: kështu mbroni njerëzit që jetojnë aty.</p>"
                ),
                (
                    "<p>Adresu skloništa nikada ne objavljujemo, ni ovde ni na drugom mestu. Ako je znate, "
                    "molimo vas da je nikome ne otkrivate: tako štitite ljude koji tamo žive.</p>"
                ),
                (
                    "<p>We never publish the shelter’s address, here or anywhere else. If you know it, "
                    "please do not pass it on: this protects the people who live there.</p>"
                ),
            ),
        ),
        (
            "heading",
            T("Nëse doni të na mbështetni", "Ako želite da nas podržite", "If you would like to support us"),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Të dhënat për dhurata i gjeni vetëm te faqja "
                    '<a linktype="page" id="donate">Dhuro</a>. Ndryshime të llogarisë nuk dërgojmë kurrë '
                    "me email apo në rrjete sociale.</p>"
                ),
                (
                    "<p>Podaci za donacije nalaze se samo na stranici "
                    '<a linktype="page" id="donate">Doniraj</a>. Promenu računa nikada ne javljamo '
                    "e-poštom ni preko društvenih mreža.</p>"
                ),
                (
                    "<p>The details for gifts are only on the page "
                    '<a linktype="page" id="donate">Donate</a>. We never announce a change of account by '
                    "email or social media.</p>"
                ),
            ),
        ),
    ],
}

ANNUAL_REPORTS = {
    "title": T("Raportet vjetore", "Godišnji izveštaji", "Annual reports"),
    "slug": T("raportet-vjetore", "godisnji-izvestaji", "annual-reports"),
    "search_description": T(
        (
            "Këtu do të publikohen raportet vjetore të PVPT-së: për punën e qendrës, për ata që e "
            "mbështesin dhe për mjetet e shpenzuara."
        ),
        (
            "Ovde će biti objavljivani godišnji izveštaji PVPT-a: o radu centra, o onima koji ga "
            "podržavaju i o utrošenim sredstvima."
        ),
        (
            "PVPT’s annual reports will be published here: on the centre’s work, on those who support it "
            "and on how the money was spent."
        ),
    ),
    "introduction": T(
        (
            "Në këtë faqe do t’i publikojmë raportet tona vjetore, që të gjithë të shohin çfarë kemi bërë "
            "dhe me çfarë mjetesh."
        ),
        (
            "Na ovoj stranici objavljivaćemo svoje godišnje izveštaje, kako bi svako mogao da vidi šta smo "
            "uradili i kojim sredstvima."
        ),
        (
            "We will publish our annual reports on this page, so that everybody can see what we have done "
            "and with what funds."
        ),
    ),
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>[raportet vjetore: për t’u plotësuar]</p>"
                    "<p>Pyetjet për raportet mund të na i dërgoni përmes faqes "
                    '<a linktype="page" id="contact">Kontakti</a>.</p>'
                ),
                (
                    "<p>[godišnji izveštaji: treba dopuniti]</p>"
                    "<p>Pitanja o izveštajima možete da nam uputite preko stranice "
                    '<a linktype="page" id="contact">Kontakt</a>.</p>'
                ),
                (
                    "<p>[annual reports: to be completed]</p>"
                    "<p>You can send us questions about the reports through the page "
                    '<a linktype="page" id="contact">Contact</a>.</p>'
                ),
            ),
        ),
    ],
}
