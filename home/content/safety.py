"""The text of the safety advice for visitors."""

from typing import Any

from home.content.leaving import LEAVING
from home.content.text import T

SAFETY: dict[str, Any] = {
    "title": T("Këshilla për sigurinë", "Saveti za bezbednost", "Safety advice"),
    # Says nothing of the subject, because a browser's history shows it.
    "slug": T("informata", "informacije", "information"),
    "neutral": True,
    "search_description": T(
        (
            "Si ta lexoni këtë uebfaqe me më shumë siguri, çfarë mund të shihet në pajisjen tuaj dhe ku "
            "mund të telefononi nëse jeni në rrezik."
        ),
        (
            "Kako da bezbednije čitate ovaj sajt, šta može da se vidi na vašem uređaju i koga možete da "
            "pozovete ako ste u opasnosti."
        ),
        (
            "How to read this site more safely, what can be seen on your device, and which numbers you can "
            "call if you are in danger."
        ),
    ),
    "introduction": T(
        (
            "Këtu gjeni këshilla si ta lexoni këtë uebfaqe me më shumë siguri dhe si të kërkoni ndihmë. "
            "Situatën tuaj e njihni më së miri ju: nga këto këshilla mund të merrni vetëm ato që ju "
            "përshtaten."
        ),
        (
            "Ovde su saveti kako da bezbednije čitate ovaj sajt i kako da potražite pomoć. Svoju situaciju "
            "najbolje poznajete vi: možete da primenite samo one savete koji vam odgovaraju."
        ),
        (
            "Here is advice on reading this site more safely and on asking for help. You know your own "
            "situation best: you can take just the advice that suits you."
        ),
    ),
    "body": [
        ("heading", T("Nëse jeni në rrezik tani", "Ako ste sada u opasnosti", "If you are in danger now")),
        (
            "paragraph",
            T(
                (
                    "<p>Telefononi në numrin 112 ose thirrni Policinë e Kosovës në numrin 192. Në të dy "
                    "numrat ju përgjigjen 24\u00a0orë në ditë, 7\u00a0ditë në javë.</p>"
                    "<p>Linja e ndihmës 0800\u00a011112 për viktimat e trafikimit dhe të dhunës në familje "
                    "është pa pagesë. Këtë linjë e drejton shteti, jo PVPT-ja.</p>"
                ),
                (
                    "<p>Pozovite 112 ili Policiju Kosova na broj 192. Oba broja su dostupna 24\u00a0sata "
                    "dnevno, 7\u00a0dana nedeljno.</p>"
                    "<p>SOS telefon 0800\u00a011112 za žrtve trgovine ljudima i nasilja u porodici je "
                    "besplatan. Tu liniju vodi država, a ne PVPT.</p>"
                ),
                (
                    "<p>Call 112, or the Kosovo Police on 192. Both numbers answer 24 hours a day, 7 days "
                    "a week.</p>"
                    "<p>The helpline 0800\u00a011112 for victims of trafficking and domestic violence is "
                    "free of charge. It is run by the state, not by PVPT.</p>"
                ),
            ),
        ),
        *LEAVING,
        (
            "heading",
            T(
                "Çfarë mund të shihet në pajisjen tuaj",
                "Šta može da se vidi na vašem uređaju",
                "What can be seen on your device",
            ),
        ),
        (
            "accordion",
            [
                {
                    "title": T(
                        "Një pajisje më e sigurt",
                        "Bezbedniji uređaj",
                        "A safer device",
                    ),
                    "text": T(
                        (
                            "<p>Nëse dikush jua kontrollon telefonin ose kompjuterin, më e sigurt mund të "
                            "jetë pajisja e një personi të cilit i besoni, ose një kompjuter në bibliotekë "
                            "a në shkollë. Në fund mund të dilni nga llogaritë që keni hapur dhe ta mbyllni "
                            "shfletuesin.</p>"
                            "<p>Disa shfletues e lidhin historikun me një llogari dhe e shfaqin në çdo "
                            "pajisje që e përdor atë llogari. Kjo mund të kontrollohet te cilësimet e "
                            "shfletuesit.</p>"
                        ),
                        (
                            "<p>Ako vam neko proverava telefon ili računar, bezbedniji može biti uređaj "
                            "osobe kojoj verujete ili računar u biblioteci ili školi. Na kraju možete da "
                            "se odjavite sa naloga koje ste otvorili i da zatvorite pregledač.</p>"
                            "<p>Neki pregledači povezuju istoriju sa nalogom i prikazuju je na svakom "
                            "uređaju koji koristi taj nalog. To se može proveriti u podešavanjima "
                            "pregledača.</p>"
                        ),
                        (
                            "<p>If somebody checks your telephone or computer, it may be safer to use the "
                            "device of a person whom you trust, or a computer in a library or school. At "
                            "the end you can log out of any accounts that you opened and close the "
                            "browser.</p>"
                            "<p>Some browsers link the history to an account and show it on every device "
                            "that uses the account. This can be checked in the browser’s settings.</p>"
                        ),
                    ),
                },
                {
                    "title": T("Shfletimi privat", "Privatno pregledanje", "Private browsing"),
                    "text": T(
                        (
                            "<p>Shumica e shfletuesve kanë një dritare private, që quhet edhe “Incognito” "
                            "ose “InPrivate”. Faqet që i lexoni aty nuk mbeten në historik pasi t’i mbyllni "
                            "të gjitha dritaret private.</p>"
                            "<p>Skedarët e shkarkuar dhe faqet e preferuara (bookmarks) mbeten. Dritarja "
                            "private nuk e fsheh vizitën nga një program spiun, as nga ai që e administron "
                            "rrjetin e internetit që përdorni.</p>"
                        ),
                        (
                            "<p>Većina pregledača ima privatni prozor, koji se zove i „Incognito” ili "
                            "„InPrivate”. Stranice koje u njemu čitate ne ostaju u istoriji kada zatvorite "
                            "sve privatne prozore.</p>"
                            "<p>Preuzete datoteke i sačuvane stranice (obeleživači) ostaju. Privatni "
                            "prozor ne skriva posetu od špijunskog programa, ni od onoga ko upravlja "
                            "mrežom koju koristite.</p>"
                        ),
                        (
                            "<p>Most browsers have a private window, also called “Incognito” or "
                            "“InPrivate”. The pages that you read in it do not stay in the history once "
                            "you have closed all private windows.</p>"
                            "<p>Downloaded files and bookmarks do stay. A private window does not hide "
                            "your visit from spyware, or from whoever runs the network that you use.</p>"
                        ),
                    ),
                },
                {
                    "title": T("Historiku i shfletimit", "Istorija pregledanja", "Browsing history"),
                    "text": T(
                        (
                            "<p>Shfletuesi mban një listë të faqeve që keni hapur. Nga kjo listë mund të "
                            "fshihen edhe vetëm disa faqe.</p>"
                            "<p>Fshirja e gjithë historikut mund të ngjallë dyshime te dikush që e "
                            "kontrollon rregullisht, sepse lista e zbrazët bie në sy. Fshirja nuk mbron "
                            "nga një program spiun dhe askush nuk mund të garantojë se zhduket çdo "
                            "gjurmë.</p>"
                        ),
                        (
                            "<p>Pregledač čuva spisak stranica koje ste otvorili. Sa tog spiska mogu da se "
                            "obrišu i samo neke stranice.</p>"
                            "<p>Brisanje cele istorije može da izazove sumnju kod nekoga ko je redovno "
                            "proverava, jer prazan spisak pada u oči. Brisanje ne štiti od špijunskog "
                            "programa i niko ne može da garantuje da će nestati svaki trag.</p>"
                        ),
                        (
                            "<p>The browser keeps a list of the pages that you have opened. It is possible "
                            "to delete only some of the pages from the list.</p>"
                            "<p>Clearing the whole history may itself raise suspicion in somebody who "
                            "checks it regularly, because an empty list stands out. Clearing does not "
                            "protect against spyware, and nobody can promise that every trace is gone.</p>"
                        ),
                    ),
                },
                {
                    "title": T("Telefoni", "Telefon", "Your telephone"),
                    "text": T(
                        (
                            "<ul><li>Numrat që i thirrni mbeten në listën e thirrjeve dhe mund të shfaqen "
                            "edhe në faturë. Thirrja mund të fshihet nga lista, por jo nga fatura.</li>"
                            "<li>Mund të telefononi edhe nga telefoni i një personi të cilit i besoni.</li>"
                            "<li>Mesazhet dhe njoftimet mund të shihen në ekran edhe kur telefoni është i "
                            "kyçur.</li>"
                            "<li>Disa aplikacione ua tregojnë të tjerëve vendndodhjen tuaj. Kjo mund të "
                            "ndalet te cilësimet, por edhe ndalja mund të bjerë në sy.</li></ul>"
                        ),
                        (
                            "<ul><li>Brojevi koje pozovete ostaju u spisku poziva, a mogu da se pojave i "
                            "na telefonskom računu. Poziv može da se obriše sa spiska, ali ne i sa "
                            "telefonskog računa.</li>"
                            "<li>Možete da pozovete i sa telefona osobe kojoj verujete.</li>"
                            "<li>Poruke i obaveštenja mogu da se vide na ekranu i kada je telefon "
                            "zaključan.</li>"
                            "<li>Neke aplikacije drugima pokazuju gde se nalazite. To može da se isključi "
                            "u podešavanjima, ali i isključivanje može da padne u oči.</li></ul>"
                        ),
                        (
                            "<ul><li>The numbers that you call stay in the list of calls and may also "
                            "appear on the bill. A call can be deleted from the list, but not from the "
                            "bill.</li>"
                            "<li>You can also call from the telephone of a person whom you trust.</li>"
                            "<li>Messages and notifications may be visible on the screen even when the "
                            "telephone is locked.</li>"
                            "<li>Some apps show others where you are. This can be switched off in the "
                            "settings, but switching it off may also be noticed.</li></ul>"
                        ),
                    ),
                },
            ],
        ),
        (
            "heading",
            T("Shenja që mund t’i njihni", "Znaci koje možda prepoznajete", "Signs that you may recognise"),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Trafikimi me qenie njerëzore nuk duket gjithmonë ashtu siç e përfytyrojmë. Mund të "
                    "nisë me një ofertë pune, me një premtim martese ose me dikë të cilit i besojmë. Këto "
                    "janë disa shenja:</p>"
                    "<ul><li>Puna ose jeta doli krejt ndryshe nga ajo që ju premtuan.</li>"
                    "<li>Pasaportën ose letërnjoftimin jua mban dikush tjetër.</li>"
                    "<li>Nuk mund të dilni, të pushoni ose të largoheni kur doni.</li>"
                    "<li>Paratë që i fitoni i merr dikush tjetër, ose ju thonë se keni një borxh që nuk "
                    "mbaron kurrë.</li>"
                    "<li>Dikush vendos me kë mund të flisni dhe ku mund të shkoni.</li>"
                    "<li>Ju detyrojnë të punoni, të lypni ose të bëni diçka që nuk e doni.</li>"
                    "<li>Dikush ju kërcënon juve ose familjen tuaj.</li></ul>"
                    "<p>Një shenjë e vetme nuk do të thotë domosdo se kemi të bëjmë me trafikim. Për "
                    "të folur me dikë nuk ju duhet ta dini si quhet ajo që po ju ndodh. Nëse dikush ju "
                    "shfrytëzon, faji nuk është juaji. Ju vendosni nëse, kur dhe me kë do të flisni.</p>"
                    "<p>Nëse shqetësoheni për dikë tjetër, mund të telefononi në të njëjtët numra. "
                    "Ndonjëherë ndihmon më shumë ta dëgjoni në katër sy, pa këmbëngulur.</p>"
                ),
                (
                    "<p>Trgovina ljudima ne izgleda uvek onako kako je zamišljamo. Može da počne ponudom "
                    "za posao, obećanjem braka ili preko nekoga kome verujemo. Ovo su neki od znakova:</p>"
                    "<ul><li>Posao ili život sasvim su drugačiji od onoga što vam je obećano.</li>"
                    "<li>Vaš pasoš ili ličnu kartu drži neko drugi.</li>"
                    "<li>Ne možete da izađete, da se odmorite ili da odete kada želite.</li>"
                    "<li>Novac koji zaradite uzima neko drugi, ili vam govore da imate dug koji se nikada "
                    "ne smanjuje.</li>"
                    "<li>Neko odlučuje sa kim smete da razgovarate i kuda smete da idete.</li>"
                    "<li>Prisiljavaju vas da radite, da prosite ili da činite nešto što ne želite.</li>"
                    "<li>Neko preti vama ili vašoj porodici.</li></ul>"
                    "<p>Jedan znak sam po sebi ne mora da znači da je reč o trgovini ljudima. Da biste sa "
                    "nekim razgovarali, nije potrebno da znate kako se zove ono što vam se dešava. Ako vas "
                    "neko eksploatiše, krivica nije vaša. Vi odlučujete da li ćete razgovarati, kada i sa "
                    "kim.</p>"
                    "<p>Ako brinete za nekog drugog, možete da pozovete iste brojeve. Ponekad više pomaže "
                    "da tu osobu saslušate bez navaljivanja, kada ste nasamo.</p>"
                ),
                (
                    "<p>Trafficking in human beings does not always look the way we imagine it. It may "
                    "begin with an offer of work, a promise of marriage or a person whom we trust. These "
                    "are some of the signs:</p>"
                    "<ul><li>Your work or your life has turned out quite different from what you were "
                    "promised.</li>"
                    "<li>Somebody else keeps your passport or identity card.</li>"
                    "<li>You cannot go out, rest or leave when you want to.</li>"
                    "<li>Somebody else takes the money that you earn, or you are told that you have a debt "
                    "that never ends.</li>"
                    "<li>Somebody decides whom you may talk to and where you may go.</li>"
                    "<li>You are forced to work, to beg or to do something that you do not want to do.</li>"
                    "<li>Somebody threatens you or your family.</li></ul>"
                    "<p>One sign alone does not have to mean that it is trafficking. You do not need to "
                    "know what to call it in order to talk to somebody. If somebody exploits you, it is "
                    "not your fault. You decide whether, when and with whom you talk.</p>"
                    "<p>If you are worried about another person, you can call the same numbers. Sometimes "
                    "it helps more to listen without pressing, when the two of you are alone.</p>"
                ),
            ),
        ),
        ("heading", T("Kur telefononi", "Kada telefonirate", "When you call")),
        (
            "paragraph",
            T(
                (
                    "<p>Në numrat 112 dhe 192 zakonisht ju pyesin së pari ku jeni dhe çfarë po ndodh, që "
                    "ndihma ta dijë ku të vijë. Çdo linjë ka rregullat e veta, të cilat PVPT-ja nuk i "
                    "përcakton. Kudo që telefononi:</p>"
                    "<ul><li>mund të tregoni aq sa doni;</li>"
                    "<li>mund të pyesni në cilën gjuhë mund të flisni;</li>"
                    "<li>mund të pyesni kush do ta marrë vesh atë që tregoni, para se të tregoni më "
                    "shumë;</li>"
                    "<li>mund ta mbyllni telefonin kur të doni dhe të telefononi përsëri.</li></ul>"
                ),
                (
                    "<p>Na brojevima 112 i 192 obično vas najpre pitaju gde ste i šta se dešava, kako bi "
                    "pomoć znala gde da dođe. Svaka linija ima svoja pravila, koja PVPT ne određuje. Koga "
                    "god da pozovete:</p>"
                    "<ul><li>možete da ispričate onoliko koliko želite;</li>"
                    "<li>možete da pitate na kom jeziku možete da razgovarate;</li>"
                    "<li>možete da pitate ko će saznati ono što ispričate, pre nego što kažete više;</li>"
                    "<li>možete da prekinete vezu kad god želite i da pozovete ponovo.</li></ul>"
                ),
                (
                    "<p>On 112 and 192 you are usually asked first where you are and what is happening, so "
                    "that help knows where to come. Every line has its own rules, which PVPT does not set. "
                    "Whichever number you call:</p>"
                    "<ul><li>you can say as much as you want to;</li>"
                    "<li>you can ask which language you can speak;</li>"
                    "<li>you can ask who will learn what you say, before you say more;</li>"
                    "<li>you can hang up whenever you want and call again.</li></ul>"
                ),
            ),
        ),
        (
            "call_to_action",
            {
                "heading": T(
                    "Nëse doni të flisni me PVPT-në",
                    "Ako želite da razgovarate sa PVPT-om",
                    "If you would like to talk to PVPT",
                ),
                "text": T(
                    (
                        "Te faqja e kontaktit gjeni si të na shkruani ose të na telefononi dhe për çfarë "
                        "mund të mendoni para se ta bëni këtë."
                    ),
                    (
                        "Na stranici za kontakt piše kako da nam se obratite i o čemu možete da razmislite "
                        "pre nego što pišete."
                    ),
                    (
                        "The contact page says how to reach us and what you may want to consider before "
                        "you write."
                    ),
                ),
                "label": T("Hap faqen e kontaktit", "Otvori stranicu za kontakt", "Open the contact page"),
                "page": "contact",
            },
        ),
    ],
}
