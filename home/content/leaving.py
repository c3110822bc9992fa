"""The part of the safety advice on leaving the site: what it does, what it cannot do, and the way back."""

from home.content.text import T

LEAVING = [
    (
        "heading",
        T(
            "Si të largoheni shpejt nga uebfaqja",
            "Kako da brzo napustite sajt",
            "Leaving this site quickly",
        ),
    ),
    (
        "paragraph",
        T(
            (
                "<p>Në krye të çdo faqeje është butoni “Largohu tani”. Nëse e shtypni, ose nëse shtypni tri "
                "herë radhazi tastin Shift, menjëherë hapet një faqe neutrale. Mund ta provoni tani, që ta "
                "dini çfarë ndodh.</p>"
                "<p>Për t’u kthyer, hapeni uebfaqen përsëri si herën e parë: me adresën e saj, me një kërkim "
                "ose me një lidhje. Butoni “Prapa” i shfletuesit nuk ju kthen këtu.</p>"
            ),
            (
                "<p>Na vrhu svake stranice nalazi se dugme „Napusti sajt”. Ako ga pritisnete, ili ako tri "
                "puta zaredom pritisnete taster Shift, odmah se otvara neutralna stranica. Možete to da "
                "isprobate već sada, da biste znali šta se dešava.</p>"
                "<p>Da biste se vratili, otvorite sajt ponovo kao prvi put: preko adrese, pretrage ili "
                "linka. Dugme „Nazad” u pregledaču neće vas vratiti ovde.</p>"
            ),
            (
                "<p>At the top of every page is the button “Leave this site now”. When you press it, or "
                "press the Shift key three times in a row, a neutral page opens at once. You can try it "
                "now, so that you know what happens.</p>"
                "<p>To come back, open the site again as you did the first time: by its address, a search "
                "or a link. The browser’s Back button will not bring you back here.</p>"
            ),
        ),
    ),
    (
        "heading",
        T("Çfarë ndodh kur largoheni", "Šta se dešava kada odete", "What happens when you leave"),
    ),
    (
        "paragraph",
        T(
            (
                "<ul><li>Faqja mbulohet menjëherë dhe në vend të saj hapet faqja neutrale.</li>"
                "<li>Butoni “Prapa” tregon pastaj faqen neutrale ose atë që kishit hapur para se të vinit "
                "këtu, por asnjë faqe të vizitës suaj në atë skedë.</li>"
                "<li>Shfletuesit i kërkohet t’i fshijë cookies dhe kopjet e ruajtura të faqeve tona. "
                "Anëtarët dalin nga llogaria.</li>"
                "<li>Derisa ta mbyllni skedën, shfletuesi mban një shënim se jeni larguar, që “Prapa” të mos "
                "tregojë asgjë. Ne nuk e regjistrojmë dhe nuk ia dërgojmë askujt se jeni larguar.</li></ul>"
            ),
            (
                "<ul><li>Stranica se odmah prekriva, a na njenom mestu otvara se neutralna.</li>"
                "<li>Dugme „Nazad” zatim prikazuje neutralnu stranicu ili ono što ste otvorili pre dolaska "
                "ovde, ali nijednu stranicu iz vaše posete u toj kartici.</li>"
                "<li>Od pregledača se traži da obriše kolačiće i sačuvane kopije naših stranica. Članovi se "
                "odjavljuju.</li>"
                "<li>Dok ne zatvorite karticu, pregledač čuva belešku da ste otišli, kako „Nazad” ne bi "
                "ništa prikazalo. Mi to ne beležimo i nikome ne javljamo da ste otišli.</li></ul>"
            ),
            (
                "<ul><li>The page is covered at once, and the neutral page opens in its place.</li>"
                "<li>The Back button then shows the neutral page, or what you had open before you came "
                "here, but no page of your visit in that tab.</li>"
                "<li>The browser is asked to delete cookies and stored copies of our pages. Members are "
                "logged out.</li>"
                "<li>Until you close the tab, the browser keeps a note that you have left, so that Back "
                "shows nothing. We do not record that you left, and tell nobody.</li></ul>"
            ),
        ),
    ),
    (
        "heading",
        T("Çfarë nuk mund të bëjë dalja", "Šta brzi izlaz ne može", "What leaving cannot do"),
    ),
    (
        "paragraph",
        T(
            (
                "<ul><li>Faqet që keni hapur mbeten në historikun e shfletimit, dhe shfletuesi mund ta "
                "propozojë adresën tonë kur dikush nis ta shkruajë.</li>"
                "<li>Skedat dhe dritaret e tjera me këtë uebfaqe mbeten të hapura. Mbeten edhe skedarët e "
                "shkarkuar dhe faqet e preferuara (bookmarks).</li>"
                "<li>Ai që e administron rrjetin, për shembull ofruesi i internetit ose pronari i rrjetit "
                "Wi-Fi, mund ta shohë se kjo uebfaqe është vizituar.</li>"
                "<li>Vizita nuk fshihet nga një program spiun, as nga dikush që e sheh ekranin tuaj.</li>"
                "<li>Pa JavaScript funksionon vetëm lidhja: tasti Shift nuk bën asgjë dhe “Prapa” i tregon "
                "përsëri faqet.</li></ul>"
                "<p>Nëse mendoni se dikush ju vëzhgon, mund të përdorni një pajisje në të cilën keni qasje "
                "vetëm ju.</p>"
            ),
            (
                "<ul><li>Stranice koje ste otvorili ostaju u istoriji pregledanja, a pregledač može da "
                "predloži našu adresu kada neko počne da je kuca.</li>"
                "<li>Druge kartice i prozori sa ovim sajtom ostaju otvoreni. Ostaju i preuzete datoteke i "
                "sačuvane stranice (obeleživači).</li>"
                "<li>Onaj ko upravlja mrežom, na primer internet provajder ili vlasnik bežične mreže, može "
                "da vidi da je ovaj sajt posećen.</li>"
                "<li>Poseta se ne skriva od špijunskog programa, ni od nekoga ko vidi vaš ekran.</li>"
                "<li>Bez JavaScripta radi samo link: taster Shift ne radi ništa, a „Nazad” ponovo prikazuje "
                "stranice.</li></ul>"
                "<p>Ako mislite da vas neko prati, možete da koristite uređaj kojem samo vi imate "
                "pristup.</p>"
            ),
            (
                "<ul><li>The pages that you opened stay in the browsing history, and the browser may "
                "suggest our address when somebody begins to type it.</li>"
                "<li>Other tabs and windows with this site stay open. Downloaded files and bookmarks stay "
                "as well.</li>"
                "<li>Whoever runs the network, for example the internet provider or the owner of the "
                "wireless network, may see that this site was visited.</li>"
                "<li>Your visit is not hidden from spyware, or from somebody who sees your screen.</li>"
                "<li>Without JavaScript only the link works: the Shift key does nothing, and Back shows the "
                "pages again.</li></ul>"
                "<p>If you think that you are being watched, you can use a device that only you can "
                "reach.</p>"
            ),
        ),
    ),
]
