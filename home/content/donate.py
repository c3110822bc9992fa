"""The donation page: how a gift helps, how to transfer it safely, and donors' questions."""

from home.content.text import T

HELP = T(
    sq="<p>Puna jonë ka dy shtylla dhe dhurata juaj u shërben të dyjave:</p>"
    "<ul><li><b>asistencës së drejtpërdrejtë</b>, pra rehabilitimit dhe riintegrimit afatgjatë të personave "
    "që kanë përjetuar trafikimin;</li>"
    "<li><b>parandalimit</b>, pra edukimit, informimit, ngritjes së vetëdijes, avokimit dhe "
    "hulumtimit.</li></ul>"
    "<p>Riintegrimi kërkon kohë. Dhuratat e rregullta, edhe kur janë të vogla, na ndihmojnë ta planifikojmë "
    "mbështetjen për një kohë më të gjatë.</p>",
    sr="<p>Naš rad ima dva stuba, a vaša donacija namenjena je i jednom i drugom:</p>"
    "<ul><li><b>direktnoj pomoći</b>, to jest rehabilitaciji i dugoročnoj reintegraciji osoba koje su "
    "preživele trgovinu ljudima;</li>"
    "<li><b>prevenciji</b>, to jest edukaciji, informisanju, podizanju svesti, zagovaranju i "
    "istraživanju.</li></ul>"
    "<p>Reintegracija dugo traje. Redovne donacije, i kada su male, pomažu nam da podršku planiramo na "
    "duži rok.</p>",
    en="<p>Our work has two pillars, and your gift serves both:</p>"
    "<ul><li><b>direct assistance</b>, which means rehabilitation and long-term reintegration for people "
    "who have experienced trafficking;</li>"
    "<li><b>prevention</b>, which means education, information, awareness raising, advocacy and "
    "research.</li></ul>"
    "<p>Reintegration takes time. Regular gifts, even small ones, help us to plan support further ahead.</p>",
)

TRANSFER = T(
    sq="<ol><li>Kopjoni nga kjo faqe numrin e llogarisë ose IBAN-in dhe emrin e përfituesit, saktësisht "
    "ashtu siç janë shënuar.</li>"
    "<li>Te qëllimi i pagesës shkruani “Dhurim”.</li>"
    "<li>Nëse paguani nga jashtë Kosovës, bankës i duhet edhe kodi SWIFT (BIC). Pyeteni sa është provizioni "
    "dhe kush e paguan.</li>"
    "<li>Para se ta konfirmoni pagesën, krahasojeni numrin edhe një herë me atë që shihni në këtë "
    "faqe.</li></ol>"
    '<p>Nëse në këtë faqe nuk shihni llogari bankare, <a linktype="page" id="contact">na shkruani</a> '
    "para se të dhuroni.</p>",
    sr="<ol><li>Kopirajte sa ove stranice broj računa ili IBAN i naziv primaoca, tačno onako kako su "
    "navedeni.</li>"
    "<li>Kao svrhu uplate upišite „Donacija”.</li>"
    "<li>Ako uplaćujete iz inostranstva, vašoj banci je potreban i SWIFT (BIC) kod. Pitajte kolika je "
    "provizija i ko je plaća.</li>"
    "<li>Pre nego što potvrdite uplatu, još jednom uporedite broj sa onim na ovoj stranici.</li></ol>"
    '<p>Ako na ovoj stranici ne vidite bankovni račun, <a linktype="page" id="contact">pišite nam</a> pre '
    "nego što donirate.</p>",
    en="<ol><li>Copy the account number or IBAN and the beneficiary’s name from this page, exactly as they "
    "are shown.</li>"
    "<li>As the purpose of the payment, write “Donation”.</li>"
    "<li>If you pay from outside Kosovo, your bank also needs the SWIFT (BIC) code. Ask how much the "
    "charges are and who pays them.</li>"
    "<li>Before you confirm the payment, compare the number with the one on this page once more.</li></ol>"
    '<p>If you see no bank account on this page, <a linktype="page" id="contact">write to us</a> before you '
    "give.</p>",
)

FRAUD = T(
    sq="<p>Llogaria e vlefshme është vetëm ajo që shihni në këtë faqe. Për ndryshim të llogarisë nuk "
    "njoftojmë kurrë me email, me mesazh, me telefon apo në rrjete sociale.</p>"
    "<p>Nëse dikush ju kërkon të paguani në një llogari tjetër, mos paguani dhe "
    '<a linktype="page" id="contact">na njoftoni</a>.</p>',
    sr="<p>Važeći je samo račun koji vidite na ovoj stranici. Promenu računa nikada ne javljamo e-poštom, "
    "porukom, telefonom ni preko društvenih mreža.</p>"
    "<p>Ako neko od vas traži da uplatite na drugi račun, nemojte uplaćivati i "
    '<a linktype="page" id="contact">javite nam</a>.</p>',
    en="<p>The only valid account is the one that you see on this page. We never announce a change of "
    "account by email, text message, telephone or social media.</p>"
    "<p>If somebody asks you to pay into another account, do not pay, and "
    '<a linktype="page" id="contact">let us know</a>.</p>',
)

IN_KIND = T(
    sq="<p>Sende, shërbime ose kohë mund të dhuroni pasi të merremi vesh së bashku: [çfarë pranohet: për "
    "t’u plotësuar].</p>"
    '<p>Ju lutemi <a linktype="page" id="contact">na shkruani</a> më parë. Për sigurinë e njerëzve që '
    "mbështesim, vendndodhja e qendrës nuk publikohet dhe dhuratat nuk dorëzohen aty.</p>",
    sr="<p>Stvari, usluge ili svoje vreme možete da poklonite po prethodnom dogovoru: [šta se prima: treba "
    "dopuniti].</p>"
    '<p>Molimo vas da nam najpre <a linktype="page" id="contact">pišete</a>. Zbog bezbednosti ljudi kojima '
    "pružamo podršku ne objavljujemo gde se centar nalazi i donacije se tamo ne donose.</p>",
    en="<p>You can give goods, services or your time once we have agreed on it together: [what is accepted: "
    "to be completed].</p>"
    '<p>Please <a linktype="page" id="contact">write to us</a> first. For the safety of the people we '
    "support, we do not publish where the centre is, and gifts are not delivered there.</p>",
)

DONATE = {
    "title": T("Dhuro", "Doniraj", "Donate"),
    "slug": T("dhuro", "doniraj", "donate"),
    "search_description": T(
        sq="Si t’i dhuroni PVPT-së: të dhënat për transferin bankar, këshilla kundër mashtrimit dhe "
        "përgjigje për pyetjet e donatorëve.",
        sr="Kako da donirate PVPT-u: podaci za uplatu na račun, saveti za zaštitu od prevare i odgovori na "
        "pitanja donatora.",
        en="How to give to PVPT: the details for a bank transfer, advice on avoiding fraud and answers to "
        "the questions that donors ask.",
    ),
    "introduction": T(
        sq="Dhurata juaj u ndihmon njerëzve që i kanë mbijetuar trafikimit ta rindërtojnë jetën në siguri. "
        "Mund të dhuroni me transfer bankar në llogarinë e shënuar në këtë faqe. Për ndryshim të llogarisë "
        "nuk njoftojmë kurrë me email apo në rrjete sociale; nëse merrni një mesazh të tillë, ju lutemi na "
        "njoftoni.",
        sr="Vaša donacija pomaže osobama koje su preživele trgovinu ljudima da u bezbednosti ponovo izgrade "
        "svoj život. Možete je uplatiti bankovnim transferom na račun naveden na ovoj stranici. Promenu "
        "računa nikada ne javljamo e-poštom ni preko društvenih mreža; ako dobijete takvu poruku, molimo "
        "vas da nam se javite.",
        en="Your gift helps people who have survived trafficking to rebuild their lives in safety. You can "
        "give by bank transfer to the account shown on this page. We never announce a change of account by "
        "email or social media; if you receive such a message, please let us know.",
    ),
    "body": [
        ("heading", T("Si ndihmon dhurata juaj", "Kako pomaže vaša donacija", "How your gift helps")),
        ("paragraph", HELP),
        (
            "figure",
            {
                "image": "hands",
                "alt": T(
                    "Forma që ngjajnë me gjethe e duar, njëra mbi tjetrën, në ngjyra të ngrohta",
                    "Oblici nalik na listove i ruke koji se preklapaju, u toplim bojama",
                    "Overlapping shapes like leaves and hands, in warm colours",
                ),
                "caption": None,
                "credit": None,
            },
        ),
        (
            "heading",
            T("Si bëhet transferi bankar", "Kako se uplaćuje na račun", "How to make a bank transfer"),
        ),
        ("paragraph", TRANSFER),
        ("heading", T("Kujdes nga mashtrimi", "Čuvajte se prevare", "Beware of fraud")),
        ("paragraph", FRAUD),
        ("heading", T("Dhurata në sende dhe në shërbime", "Donacije u robi i uslugama", "Gifts in kind")),
        ("paragraph", IN_KIND),
        (
            "heading",
            T("Pyetje që bëjnë donatorët", "Pitanja koja postavljaju donatori", "Questions donors ask"),
        ),
        (
            "accordion",
            [
                {
                    "title": T("Sa duhet të dhuroj?", "Koliko treba da doniram?", "How much should I give?"),
                    "text": T(
                        "<p>Shumën e vendosni ju. Çdo dhuratë është e mirëseardhur.</p>",
                        "<p>O iznosu odlučujete vi. Svaka donacija je dobrodošla.</p>",
                        "<p>You decide the amount. Every gift is welcome.</p>",
                    ),
                },
                {
                    "title": T(
                        "A mund të paguaj me kartelë?", "Mogu li da platim karticom?", "Can I pay by card?"
                    ),
                    "text": T(
                        sq="<p>Në këtë uebfaqe nuk paguhet me kartelë bankare dhe nuk ju kërkojmë kurrë "
                        "numrin e saj. Dhurata bëhet me transfer bankar.</p>",
                        sr="<p>Na ovom sajtu se ne plaća karticom i nikada od vas nećemo tražiti njen broj. "
                        "Donacija se uplaćuje bankovnim transferom.</p>",
                        en="<p>This website takes no card payments, and we will never ask for your card "
                        "number. Gifts are made by bank transfer.</p>",
                    ),
                },
                {
                    "title": T(
                        "A do të marr vërtetim?", "Da li ću dobiti potvrdu?", "Will I receive a receipt?"
                    ),
                    "text": T(
                        sq="<p>[vërtetimi për dhuratën: për t’u plotësuar] Për ta kërkuar, "
                        '<a linktype="page" id="contact">na shkruani</a> datën dhe shumën e pagesës.</p>',
                        sr="<p>[potvrda o donaciji: treba dopuniti] Da biste je zatražili, "
                        '<a linktype="page" id="contact">pišite nam</a> i navedite datum i iznos uplate.</p>',
                        en="<p>[receipt for the gift: to be completed] To ask for one, "
                        '<a linktype="page" id="contact">write to us</a> with the date and the amount of '
                        "the payment.</p>",
                    ),
                },
                {
                    "title": T(
                        "A ka lehtësime tatimore?", "Postoje li poreske olakšice?", "Is there tax relief?"
                    ),
                    "text": T(
                        sq="<p>[lehtësimet tatimore: për t’u plotësuar] Nëse i paguani tatimet në një vend "
                        "tjetër, pyetni autoritetin tatimor të atij vendi.</p>",
                        sr="<p>[poreske olakšice: treba dopuniti] Ako porez plaćate u drugoj zemlji, "
                        "raspitajte se kod poreske uprave te zemlje.</p>",
                        en="<p>[tax relief: to be completed] If you pay tax in another country, ask the tax "
                        "authority there.</p>",
                    ),
                },
                {
                    "title": T(
                        "A publikohet emri im?", "Da li objavljujete moje ime?", "Will my name be published?"
                    ),
                    "text": T(
                        sq="<p>Jo, përveç nëse e kërkoni ju. Si i ruajmë të dhënat personale, e lexoni te "
                        '<a linktype="page" id="privacy">Privatësia</a>.</p>',
                        sr="<p>Ne, osim ako vi to zatražite. O tome kako čuvamo lične podatke pročitajte na "
                        'stranici <a linktype="page" id="privacy">Privatnost</a>.</p>',
                        en="<p>No, unless you ask for it. How we look after personal data is explained "
                        'under <a linktype="page" id="privacy">Privacy</a>.</p>',
                    ),
                },
                {
                    "title": T(
                        "Si ta di për çfarë u përdor dhurata ime?",
                        "Kako ću znati na šta je utrošena moja donacija?",
                        "How will I know what my gift was used for?",
                    ),
                    "text": T(
                        sq="<p>[raportet vjetore: për t’u plotësuar] Për njerëzit që mbështesim japim vetëm "
                        "shifra të përgjithshme, kurrë rrëfime me të cilat mund të njihen.</p>",
                        sr="<p>[godišnji izveštaji: treba dopuniti] O ljudima kojima pružamo podršku "
                        "iznosimo samo zbirne podatke, nikada priče po kojima bi mogli da budu "
                        "prepoznati.</p>",
                        en="<p>[annual reports: to be completed] We give only overall figures about the "
                        "people we support, never stories by which they could be recognised.</p>",
                    ),
                },
            ],
        ),
    ],
}
