"""The text of the accessibility statement."""

from home.content.text import T

ACCESSIBILITY = {
    "title": T("Deklarata e aksesueshmërisë", "Izjava o pristupačnosti", "Accessibility statement"),
    "slug": T("aksesueshmeria", "pristupacnost", "accessibility"),
    "search_description": T(
        (
            "Sa e aksesueshme është uebfaqja e PVPT-së, si e kemi kontrolluar, cilat pengesa i njohim dhe "
            "si mund të na njoftoni për të tjera."
        ),
        (
            "Koliko je sajt PVPT-a pristupačan, kako smo to proverili, koje prepreke su nam poznate i kako "
            "možete da nam javite za druge."
        ),
        (
            "How accessible PVPT’s website is, how we have checked it, which limits we know of and how you "
            "can tell us about others."
        ),
    ),
    "introduction": T(
        (
            "Duam që këtë uebfaqe ta lexojë dhe ta përdorë kushdo, edhe me lexues ekrani, vetëm me "
            "tastierë ose me tekst të zmadhuar."
        ),
        (
            "Želimo da svako može da čita i koristi ovaj sajt, pa i uz čitač ekrana, samo pomoću tastature "
            "ili sa uvećanim tekstom."
        ),
        (
            "We want everybody to be able to read and use this website, also with a screen reader, by "
            "keyboard alone or with enlarged text."
        ),
    ),
    "body": [
        (
            "heading",
            T("Për çfarë vlen kjo deklaratë", "Na šta se izjava odnosi", "What this statement covers"),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Deklarata vlen për faqet publike të kësaj uebfaqeje në shqip, serbisht dhe "
                    "anglisht. Nuk vlen për pjesën ku stafi ynë e redakton përmbajtjen.</p>"
                ),
                (
                    "<p>Izjava se odnosi na javne stranice ovog sajta na albanskom, srpskom i engleskom. "
                    "Ne odnosi se na deo u kojem naše osoblje uređuje sadržaj.</p>"
                ),
                (
                    "<p>This statement covers the public pages of this website in Albanian, Serbian and "
                    "English. It does not cover the part in which our staff edit the content.</p>"
                ),
            ),
        ),
        (
            "heading",
            T(
                "Sa e aksesueshme është uebfaqja",
                "Koliko je sajt pristupačan",
                "How accessible the site is",
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Synojmë nivelin AA të Udhëzimeve për aksesueshmërinë e përmbajtjes në ueb (WCAG), "
                    "versioni 2.2. Sipas vlerësimit tonë, uebfaqja është pjesërisht në përputhje me to, "
                    "për shkak të kufizimeve që i përshkruajmë më poshtë.</p>"
                ),
                (
                    "<p>Cilj nam je nivo AA Smernica za pristupačnost veb-sadržaja (WCAG), verzija 2.2. Po "
                    "našoj proceni, sajt je delimično usklađen sa njima, zbog ograničenja koja opisujemo u "
                    "nastavku.</p>"
                ),
                (
                    "<p>Our aim is level AA of the Web Content Accessibility Guidelines (WCAG), version "
                    "2.2. By our own assessment the site conforms to them in part, because of the limits "
                    "described below.</p>"
                ),
            ),
        ),
        ("heading", T("Kufizimet që i njohim", "Ograničenja koja su nam poznata", "Limits that we know of")),
        (
            "paragraph",
            T(
                (
                    "<ul><li>Uebfaqen nuk e ka vlerësuar ende asnjë organ i pavarur. Ajo ende nuk është "
                    "provuar sistematikisht me lexues të ndryshëm ekrani, as nga persona me aftësi të "
                    "kufizuara.</li>"
                    "<li>Dokumentet që publikohen për shkarkim, për shembull në formatin PDF, mund të mos "
                    "jenë plotësisht të aksesueshme.</li>"
                    "<li>Ndonjë faqe mund të mungojë në njërën nga gjuhët ose të jetë më e vjetër se "
                    "origjinali në shqip.</li>"
                    "<li>Nuk ofrojmë ende versione në gjuhë lehtësisht të lexueshme, as në gjuhën e "
                    "shenjave.</li>"
                    "<li>Fjalët e veçanta në gjuhë të tjera brenda një teksti nuk janë të shënuara si të "
                    "tilla për lexuesit e ekranit.</li>"
                    "<li>Disa të dhëna, si adresa dhe telefoni ynë, ende mungojnë. Ato janë shënuar me "
                    "kllapa katrore.</li></ul>"
                ),
                (
                    "<ul><li>Sajt još nije ocenilo nezavisno telo, niti je sistematski isproban sa "
                    "različitim čitačima ekrana i uz učešće osoba sa invaliditetom.</li>"
                    "<li>Dokumenti koji se objavljuju za preuzimanje, na primer u formatu PDF, možda nisu "
                    "u potpunosti pristupačni.</li>"
                    "<li>Poneka stranica možda nedostaje na jednom od jezika ili je starija od izvornog "
                    "teksta na albanskom.</li>"
                    "<li>Još ne nudimo verzije na jeziku lakom za čitanje ni na znakovnom jeziku.</li>"
                    "<li>Pojedine reči na drugim jezicima unutar teksta nisu kao takve označene za čitače "
                    "ekrana.</li>"
                    "<li>Neki podaci, kao što su naša adresa i telefon, još nedostaju. Označeni su "
                    "uglastim zagradama.</li></ul>"
                ),
                (
                    "<ul><li>The site has not yet been assessed by an independent body, nor tested "
                    "systematically with different screen readers and by people with disabilities.</li>"
                    "<li>Documents offered for download, for example as PDF files, may not be fully "
                    "accessible.</li>"
                    "<li>A page may be missing in one of the languages, or be older than the Albanian "
                    "original.</li>"
                    "<li>We do not yet offer versions in easy-to-read language or in sign language.</li>"
                    "<li>Single words in other languages within a text are not marked as such for screen "
                    "readers.</li>"
                    "<li>Some details, such as our address and telephone, are still missing. They are "
                    "marked with square brackets.</li></ul>"
                ),
            ),
        ),
        ("heading", T("Si e kemi kontrolluar", "Kako smo sajt proverili", "How we checked it")),
        (
            "paragraph",
            T(
                (
                    "<p>Kjo deklaratë u hartua më 23\u00a0nëntor 2026. Ajo mbështetet në vlerësimin tonë. "
                    "Të gjitha faqet i kontrollon një program, i cili e shkruan vetë rezultatin më "
                    "poshtë.</p>"
                    "<p>Përveç kësaj, i kemi provuar faqet vetëm me tastierë, me zmadhim deri në 400%, me "
                    "hapësira më të mëdha në tekst dhe me ngjyrat e përdoruesit. Kemi parë edhe çfarë u "
                    "thonë faqet lexuesve të ekranit. Deklarata u shqyrtua për herë të fundit më "
                    "28\u00a0nëntor 2026.</p>"
                ),
                (
                    "<p>Ova izjava sastavljena je 23.\u00a0novembra 2026. Zasniva se na našoj sopstvenoj "
                    "proceni. Sve stranice proverava program, koji sam upisuje rezultat naveden "
                    "ispod.</p>"
                    "<p>Osim toga, stranice smo isprobali samo pomoću tastature, uz uvećanje do 400%, sa "
                    "većim razmacima u tekstu i sa bojama koje zadaje korisnik. Pogledali smo i šta "
                    "stranice saopštavaju čitačima ekrana. Izjava je poslednji put proverena "
                    "28.\u00a0novembra 2026.</p>"
                ),
                (
                    "<p>This statement was prepared on 23\u00a0November 2026. It rests on our own "
                    "assessment. A program checks all pages and writes its result below by itself.</p>"
                    "<p>We also tried the pages by keyboard alone, enlarged up to 400%, with wider text "
                    "spacing and with the user’s own colours. We looked at what the pages tell screen "
                    "readers, too. The statement was last reviewed on 28\u00a0November 2026.</p>"
                ),
            ),
        ),
        ("accessibility_result", None),
        ("heading", T("Na shkruani për pengesat", "Pišite nam o preprekama", "Tell us about barriers")),
        (
            "paragraph",
            T(
                (
                    "<p>Nëse diçka nuk mund ta lexoni ose ta përdorni, ose nëse ju duhet një tekst në "
                    "formë tjetër, ju lutemi na njoftoni: [emaili dhe telefoni për aksesueshmërinë: për "
                    "t’u plotësuar].</p>"
                    "<p>Rrugët e tjera për të na kontaktuar i gjeni te "
                    '<a linktype="page" id="contact">Kontakti</a>.</p>'
                ),
                (
                    "<p>Ako nešto ne možete da pročitate ili koristite, ili ako vam je tekst potreban u "
                    "drugom obliku, molimo vas da nam javite: [e-pošta i telefon za pristupačnost: treba "
                    "dopuniti].</p>"
                    "<p>Druge načine da nam se obratite naći ćete na stranici "
                    '<a linktype="page" id="contact">Kontakt</a>.</p>'
                ),
                (
                    "<p>Is there something that you cannot read or use, or do you need a text in another "
                    "form? Please let us know: [email and telephone for accessibility: to be "
                    "completed].</p>"
                    "<p>You will find other ways to reach us under "
                    '<a linktype="page" id="contact">Contact</a>.</p>'
                ),
            ),
        ),
        ("heading", T("Baza e deklaratës", "Osnov izjave", "Basis of this statement")),
        (
            "paragraph",
            T(
                (
                    "<p>Deklarata e ndjek modelin e Vendimit Zbatues (BE) 2018/1523 të Komisionit Evropian. "
                    "Direktiva (BE) 2016/2102 për aksesueshmërinë e uebfaqeve të sektorit publik nuk është "
                    "e detyrueshme për Kosovën, prandaj procedura e zbatimit që ajo parashikon nuk vlen "
                    "këtu. Modelin e ndjekim vullnetarisht.</p>"
                ),
                (
                    "<p>Izjava sledi obrazac iz Odluke Evropske komisije o sprovođenju (EU) 2018/1523. "
                    "Direktiva (EU) 2016/2102 o pristupačnosti sajtova javnog sektora ne obavezuje Kosovo, "
                    "pa postupak sprovođenja koji ona predviđa ovde ne važi. Obrazac primenjujemo "
                    "dobrovoljno.</p>"
                ),
                (
                    "<p>The statement follows the model in Commission Implementing Decision (EU) "
                    "2018/1523. Kosovo is not bound by Directive (EU) 2016/2102 on the accessibility of "
                    "public-sector websites, so the enforcement procedure that it provides for does not "
                    "apply here. We follow the model of our own accord.</p>"
                ),
            ),
        ),
    ],
}
