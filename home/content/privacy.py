"""The text of the privacy policy of this site."""

from home.content.text import T

PRIVACY = {
    "title": T("Privatësia", "Privatnost", "Privacy"),
    "slug": T("privatesia", "privatnost", "privacy"),
    "search_description": T(
        (
            "Çfarë ndodh me të dhënat tuaja kur e lexoni uebfaqen e PVPT-së: pa cookies për lexuesit, pa "
            "ndjekje, dhe cilat janë të drejtat tuaja."
        ),
        (
            "Šta se dešava sa vašim podacima dok čitate sajt PVPT-a: nema kolačića za čitaoce ni praćenja. "
            "Pročitajte i koja prava imate."
        ),
        (
            "What happens to your data when you read PVPT’s website: no cookies for readers, no tracking, "
            "and the rights that you have."
        ),
    ),
    "introduction": T(
        (
            "Këtë uebfaqe mund ta lexoni pa na treguar se kush jeni. Nuk ju ndjekim dhe nuk ruajmë asgjë "
            "në pajisjen tuaj ndërsa lexoni."
        ),
        (
            "Ovaj sajt možete da čitate a da nam ne kažete ko ste. Ne pratimo vas i, dok čitate, ništa ne "
            "ostavljamo na vašem uređaju."
        ),
        (
            "You can read this website without telling us who you are. We do not track you, and we store "
            "nothing on your device while you read."
        ),
    ),
    "body": [
        ("heading", T("Kush është përgjegjës për të dhënat", "Ko odgovara za podatke", "Who is responsible")),
        (
            "paragraph",
            T(
                (
                    "<p>Kontrolluesi i të dhënave është Qendra për Mbrojtjen e Viktimave dhe Parandalimin "
                    "e Trafikimit të Qenieve Njerëzore (PVPT) në Prishtinë.</p>"
                    "<p>Për pyetje rreth të dhënave personale: [adresa, emaili dhe telefoni: për t’u "
                    "plotësuar].</p>"
                ),
                (
                    "<p>Rukovalac podacima je Centar za zaštitu žrtava i prevenciju trgovine ljudima "
                    "(PVPT) u Prištini.</p>"
                    "<p>Za pitanja o ličnim podacima: [adresa, e-pošta i telefon: treba dopuniti].</p>"
                ),
                (
                    "<p>The data controller is the Center for Protection of Victims and Prevention of "
                    "Trafficking in Human Beings (PVPT) in Prishtina.</p>"
                    "<p>For questions about personal data: [address, email and telephone: to be "
                    "completed].</p>"
                ),
            ),
        ),
        ("heading", T("Kur e lexoni uebfaqen", "Kada čitate sajt", "When you read the site")),
        (
            "paragraph",
            T(
                (
                    "<ul><li><b>Pa cookies.</b> Kjo uebfaqe nuk vendos cookies për vizitorët dhe nuk ruan "
                    "asgjë tjetër në shfletuesin tuaj. Përjashtim bëjnë vetëm faqet me formular, si faqja e "
                    "hyrjes: aty një cookie e mbron formularin nga keqpërdorimi. Ai nuk përmban të dhëna "
                    "për ju.</li>"
                    "<li><b>Një shënim kur largoheni.</b> Pas “Largohu tani” shfletuesi e mban shënim se "
                    "jeni larguar, derisa ta mbyllni skedën. Ne nuk marrim vesh asgjë për këtë.</li>"
                    "<li><b>Asgjë nga sajte të tjera.</b> Fontet, imazhet dhe gjithçka tjetër vijnë nga "
                    "serveri ynë. Në faqet tona nuk ka harta, video apo butona të rrjeteve sociale që do "
                    "t’i njoftonin të tjerët për vizitën tuaj.</li>"
                    "<li><b>Pa matje dhe pa reklama.</b> Nuk përdorim shërbime analitike dhe nuk krijojmë "
                    "profile të vizitorëve.</li></ul>"
                ),
                (
                    "<ul><li><b>Bez kolačića.</b> Ovaj sajt ne postavlja kolačiće posetiocima i ništa "
                    "drugo ne čuva u vašem pregledaču. Izuzetak su samo stranice sa obrascem, kao što je "
                    "stranica za prijavu: tamo jedan kolačić štiti obrazac od zloupotrebe. On ne sadrži "
                    "podatke o vama.</li>"
                    "<li><b>Beleška kada odete.</b> Posle „Napusti sajt” pregledač pamti da ste otišli dok "
                    "ne zatvorite karticu. Mi o tome ništa ne saznajemo.</li>"
                    "<li><b>Ništa sa drugih sajtova.</b> Fontovi, slike i sve ostalo dolaze sa našeg "
                    "servera. Na našim stranicama nema mapa, video-snimaka ni dugmadi društvenih mreža "
                    "koji bi drugima otkrili vašu posetu.</li>"
                    "<li><b>Bez merenja i bez reklama.</b> Ne koristimo analitičke usluge i ne pravimo "
                    "profile posetilaca.</li></ul>"
                ),
                (
                    "<ul><li><b>No cookies.</b> This site sets no cookies for visitors and stores nothing "
                    "else in your browser. The only exception is a page with a form, such as the log-in "
                    "page: there a cookie protects the form against misuse. It holds no information about "
                    "you.</li>"
                    "<li><b>A note when you leave.</b> After “Leave this site now” the browser remembers, "
                    "until you close the tab, that you have left. We learn nothing of it.</li>"
                    "<li><b>Nothing from other sites.</b> Typefaces, pictures and everything else come "
                    "from our own server. Our pages contain no maps, videos or social media buttons that "
                    "would tell others of your visit.</li>"
                    "<li><b>No measuring, no advertising.</b> We use no analytics services and make no "
                    "profiles of visitors.</li></ul>"
                ),
            ),
        ),
        ("heading", T("Regjistrat e serverit", "Zapisi servera", "Server logs")),
        (
            "paragraph",
            T(
                (
                    "<p>Që t’ju dërgojë një faqe, serveri duhet ta dijë për një çast adresën IP të lidhjes "
                    "suaj. Në regjistrat e tij shënohet se cila faqe u kërkua dhe kur, që të mund t’i "
                    "zbulojmë gabimet dhe sulmet.</p>"
                    "<p>Në këta regjistra nuk shkruhen as adresa e plotë IP, as pjesa e adresës së faqes "
                    "pas pikëpyetjes, as fjalët që kërkoni në uebfaqe. Regjistrat ruhen për [afati: për t’u "
                    "plotësuar].</p>"
                ),
                (
                    "<p>Da bi vam poslao stranicu, server na trenutak mora da zna IP adresu vaše veze. U "
                    "njegovim zapisima beleži se koja je stranica zatražena i kada, kako bismo mogli da "
                    "otkrijemo greške i napade.</p>"
                    "<p>U te zapise ne upisuju se puna IP adresa, deo adrese stranice iza upitnika ni reči "
                    "koje tražite na sajtu. Zapisi se čuvaju [rok: treba dopuniti].</p>"
                ),
                (
                    "<p>To send you a page, the server has to know the IP address of your connection for a "
                    "moment. Its logs record which page was requested and when, so that we can find faults "
                    "and attacks.</p>"
                    "<p>These logs do not contain the full IP address, the part of a page’s address after "
                    "the question mark, or the words that you search for on the site. The logs are kept "
                    "for [period: to be completed].</p>"
                ),
            ),
        ),
        ("heading", T("Anëtarët dhe stafi", "Članovi i osoblje", "Members and staff")),
        (
            "paragraph",
            T(
                (
                    "<p>Anëtarët dhe stafi që kanë llogari hyjnë me adresën e emailit dhe fjalëkalimin. Pas "
                    "hyrjes, një cookie e mban sesionin të hapur; kur dilni, sesioni mbyllet.</p>"
                    "<p>Për një llogari ruajmë emrin, adresën e emailit dhe të dhënat e nevojshme për "
                    "hyrjen. Fjalëkalimi nuk ruhet si tekst i lexueshëm. Sistemi shënon edhe "
                    "se cila llogari ka ndryshuar ose ka publikuar një faqe.</p>"
                ),
                (
                    "<p>Članovi i osoblje koji imaju nalog prijavljuju se adresom e-pošte i lozinkom. "
                    "Posle prijave jedan kolačić održava sesiju; kada se odjavite, sesija se zatvara.</p>"
                    "<p>Za svaki nalog čuvamo ime, adresu e-pošte i podatke potrebne za "
                    "prijavu. Lozinka se ne čuva kao čitljiv tekst. Sistem beleži i koji je nalog izmenio "
                    "ili objavio neku stranicu.</p>"
                ),
                (
                    "<p>Members and staff who have an account log in with their email address and a "
                    "password. After they log in, a cookie keeps the session open; when they log out, the "
                    "session is closed.</p>"
                    "<p>For an account we keep the name, the email address and the data needed to log "
                    "in. The password is not kept as readable text. The system also records which account "
                    "changed or published a page.</p>"
                ),
            ),
        ),
        (
            "heading",
            T(
                "Kur na shkruani, telefononi ose dhuroni",
                "Kada pišete, telefonirate ili donirate",
                "When you write, call or give",
            ),
        ),
        (
            "paragraph",
            T(
                (
                    '<p>Çfarë na shkruani te faqja <a linktype="page" id="write">“Na shkruani në mënyrë të '
                    "sigurt”</a>, shifrohet menjëherë. Ruhen mesazhi, mënyra si t’ju kontaktojmë, gjuha dhe "
                    "dita, por jo emri, adresa e lidhjes suaj apo ora. E lexon vetëm stafi që bën këshillim, "
                    "dhe fshihet më së voni pas numrit të ditëve që shkruan te formulari. Që formulari të "
                    "mos keqpërdoret, numërojmë për një orë sa mesazhe vijnë nga një adresë; për këtë ruajmë "
                    "vetëm një shenjë të llogaritur prej saj, jo adresën.</p>"
                    "<p>Nëse na shkruani me email ose letër, ose na telefononi, njihemi me ato që na tregoni "
                    "dhe me adresën ose numrin që shfaqet. I përdorim vetëm për t’ju përgjigjur dhe i ruajmë "
                    "për [afati: për t’u plotësuar]. Nëse na dhuroni me transfer bankar, banka na i tregon "
                    "emrin e dërguesit, shumën dhe qëllimin e pagesës.</p>"
                    '<p>Para se të shkruani, mund t’i shihni edhe shënimet te <a linktype="page" '
                    'id="contact">Kontakti</a>.</p>'
                ),
                (
                    '<p>Ono što nam napišete na stranici <a linktype="page" id="write">„Pišite nam '
                    "bezbedno”</a> odmah se šifruje. Čuvaju se poruka, način da vam se javimo, jezik i dan, "
                    "ali ne i ime, adresa vaše veze ni sat. Čita je samo osoblje koje se bavi savetovanjem, "
                    "a briše se najkasnije posle broja dana koji piše na obrascu. Da se obrazac ne bi "
                    "zloupotrebio, sat vremena brojimo koliko poruka stiže sa jedne adrese; za to čuvamo "
                    "samo oznaku izračunatu iz nje, a ne adresu.</p>"
                    "<p>Ako nam pišete e-poštom ili pismom, ili nas pozovete, saznajemo ono što nam kažete i "
                    "adresu ili broj koji se prikaže. To koristimo samo da bismo vam odgovorili i čuvamo "
                    "[rok: treba dopuniti]. Ako nam donirate bankovnim transferom, banka nam javlja ime "
                    "pošiljaoca, iznos i svrhu uplate.</p>"
                    "<p>Pre nego što nam pišete, možete da pogledate i napomene na stranici <a "
                    'linktype="page" id="contact">Kontakt</a>.</p>'
                ),
                (
                    '<p>What you write on the page <a linktype="page" id="write">“Write to us safely”</a> is '
                    "encrypted at once. We keep the message, the way to reach you, the language and the day, "
                    "but no name, no address of your connection and no hour. Only staff who give counselling "
                    "read it, and it is deleted at the latest after the number of days that the form names. "
                    "So that the form is not misused, we count for an hour how many messages come from one "
                    "address; for that we keep only a mark calculated from it, not the address.</p>"
                    "<p>If you write to us by email or letter, or call us, we learn what you tell us and the "
                    "address or number that is shown. We use it only to answer you and keep it for [period: "
                    "to be completed]. If you give by bank transfer, the bank tells us the sender’s name, "
                    "the amount and the purpose of the payment.</p>"
                    '<p>Before you write, you can also look at the notes under <a linktype="page" '
                    'id="contact">Contact</a>.</p>'
                ),
            ),
        ),
        (
            "heading",
            T("Çfarë mbetet në pajisjen tuaj", "Šta ostaje na vašem uređaju", "What stays on your device"),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Shfletuesi juaj e mban vetë historikun e faqeve që keni lexuar, dhe këtë ne nuk "
                    "mund ta ndryshojmë. Çfarë mund të bëni, e gjeni te "
                    '<a linktype="page" id="safety">këshillat për sigurinë</a>.</p>'
                ),
                (
                    "<p>Vaš pregledač sam čuva istoriju stranica koje ste čitali i na to mi ne možemo da "
                    "utičemo. Šta možete da učinite, pročitajte na stranici "
                    '<a linktype="page" id="safety">Saveti za bezbednost</a>.</p>'
                ),
                (
                    "<p>Your browser keeps its own history of the pages you have read, and we cannot "
                    "change that. What you can do is described in our "
                    '<a linktype="page" id="safety">safety advice</a>.</p>'
                ),
            ),
        ),
        ("heading", T("Të drejtat tuaja", "Vaša prava", "Your rights")),
        (
            "paragraph",
            T(
                (
                    "<p>Sipas Ligjit nr.\u00a006/L-082 për Mbrojtjen e të Dhënave Personale, për të dhënat "
                    "që i mbajmë për ju keni të drejtë:</p>"
                    "<ul><li>të keni qasje në to dhe të merrni një kopje;</li>"
                    "<li>të kërkoni që të korrigjohen ose të fshihen;</li>"
                    "<li>të kërkoni që përpunimi i tyre të kufizohet, ose ta kundërshtoni atë;</li>"
                    "<li>ta tërhiqni pëlqimin që keni dhënë;</li>"
                    "<li>të paraqisni ankesë në Agjencinë për Informim dhe Privatësi (AIP).</li></ul>"
                    "<p>Kërkesën mund ta dërgoni te kontaktet në krye të kësaj faqeje.</p>"
                ),
                (
                    "<p>Prema Zakonu br.\u00a006/L-082 o zaštiti ličnih podataka, u vezi sa podacima koje "
                    "čuvamo o vama imate pravo:</p>"
                    "<ul><li>da im pristupite i dobijete kopiju;</li>"
                    "<li>da zatražite da se isprave ili obrišu;</li>"
                    "<li>da zatražite da se njihova obrada ograniči ili da se obradi usprotivite;</li>"
                    "<li>da povučete pristanak koji ste dali;</li>"
                    "<li>da podnesete žalbu Agenciji za informacije i privatnost (AIP).</li></ul>"
                    "<p>Zahtev možete da pošaljete na kontakte navedene na početku ove stranice.</p>"
                ),
                (
                    "<p>Under Law No.\u00a006/L-082 on Protection of Personal Data, you have the following "
                    "rights over the data that we keep about you:</p>"
                    "<ul><li>to see them and receive a copy;</li>"
                    "<li>to have them corrected or erased;</li>"
                    "<li>to have their processing restricted, or to object to it;</li>"
                    "<li>to withdraw a consent that you have given;</li>"
                    "<li>to lodge a complaint with the Information and Privacy Agency.</li></ul>"
                    "<p>You can send a request to the contacts given at the top of this page.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Kjo faqe përshkruan uebfaqen ashtu siç ishte më 23\u00a0nëntor 2026. Kur ndryshon "
                    "mënyra si i trajtojmë të dhënat, e ndryshojmë edhe këtë tekst.</p>"
                ),
                (
                    "<p>Ova stranica opisuje sajt kakav je bio 23.\u00a0novembra 2026. Kada se promeni "
                    "način na koji postupamo sa podacima, menjamo i ovaj tekst.</p>"
                ),
                (
                    "<p>This page describes the site as it was on 23\u00a0November 2026. When the way we "
                    "handle data changes, we change this text too.</p>"
                ),
            ),
        ),
    ],
}
