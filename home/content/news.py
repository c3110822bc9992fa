"""The text of the news: index, categories, and the list of all items, newest first."""

from typing import Any

from home.content.news_beginnings import CENTRE, FIRST_SHELTER, NETWORKS, REGISTRATION
from home.content.news_partners import MINIMUM_STANDARDS, MOVING_FORWARD, PROCEDURES
from home.content.text import T

NEWS_INDEX = {
    "title": T("Lajme", "Vesti", "News"),
    "slug": T("lajme", "vesti", "news"),
    "search_description": T(
        (
            "Lajmet e PVPT-së në Prishtinë: vizitat, parandalimi i trafikimit me qenie njerëzore, "
            "shërbimet, bashkëpunimi dhe historiku ynë."
        ),
        (
            "Vesti PVPT-a u Prištini: posete, prevencija trgovine ljudima, usluge, saradnja sa drugima i "
            "kratki zapisi iz naše istorije."
        ),
        (
            "News from PVPT in Prishtina: visits, the prevention of trafficking in human beings, services, "
            "cooperation and our own history."
        ),
    ),
    "introduction": T(
        "Çfarë ka të re te PVPT-ja, dhe shënime të shkurtra nga historiku ynë.",
        "Novosti iz PVPT-a i kratki zapisi iz naše istorije.",
        "What is new at PVPT, and short pieces from our history.",
    ),
}

CATEGORIES = {
    "visits": {
        "name": T("Vizita", "Posete", "Visits"),
        "slug": T("vizita", "posete", "visits"),
    },
    "prevention": {
        "name": T("Parandalimi", "Prevencija", "Prevention"),
        "slug": T("parandalimi", "prevencija", "prevention"),
    },
    "services": {
        "name": T("Shërbimet", "Usluge", "Services"),
        "slug": T("sherbimet", "usluge", "services"),
    },
    "cooperation": {
        "name": T("Bashkëpunimi", "Saradnja", "Cooperation"),
        "slug": T("bashkepunimi", "saradnja", "cooperation"),
    },
}

WEBSITE = {
    "title": T(
        "PVPT-ja ka uebfaqe të re në tri gjuhë",
        "PVPT ima novi sajt na tri jezika",
        "PVPT has a new website in three languages",
    ),
    "slug": T(
        "uebfaqe-e-re-ne-tri-gjuhe",
        "novi-sajt-na-tri-jezika",
        "new-website-in-three-languages",
    ),
    "search_description": T(
        (
            "Uebfaqja e re e PVPT-së në shqip, serbisht dhe anglisht: numrat e ndihmës, këshilla për "
            "sigurinë dhe lexim pa ndjekje."
        ),
        (
            "Novi sajt PVPT-a na albanskom, srpskom i engleskom: brojevi za pomoć, saveti za bezbednost i "
            "čitanje bez praćenja."
        ),
        (
            "PVPT’s new website in Albanian, Serbian and English: telephone numbers for help, safety "
            "advice and reading without tracking."
        ),
    ),
    "date": "2026-11-23",
    "summary": T(
        (
            "Uebfaqja e re e PVPT-së mund të lexohet në shqip, serbisht dhe anglisht. Ajo jep këshilla për "
            "sigurinë, tregon ku mund të telefononi për ndihmë dhe nuk i ndjek vizitorët."
        ),
        (
            "Novi sajt PVPT-a može se čitati na albanskom, srpskom i engleskom. Na njemu su saveti za "
            "bezbednost i brojevi telefona za pomoć, a posetioci se ne prate."
        ),
        (
            "PVPT’s new website can be read in Albanian, Serbian and English. It offers safety advice, "
            "shows where you can call for help, and does not track its visitors."
        ),
    ),
    "lead_image": "window",
    "lead_image_alt": T(
        "Ilustrim: një dritare me bimë dhe dritë mëngjesi",
        "Ilustracija: prozor sa biljkama i jutarnjim svetlom",
        "Illustration: a window with plants and morning light",
    ),
    "lead_image_credit": None,
    "category": "prevention",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Më 23\u00a0nëntor 2026 u hap uebfaqja e re e PVPT-së. Në të gjeni misionin dhe "
                    "historikun tonë, bordin, partnerët, mënyrat për të dhuruar, lajmet dhe një zonë për "
                    "anëtarët.</p>"
                    "<p>Faqet janë shkruar në shqip, serbisht dhe anglisht, dhe mund të kaloni nga njëra "
                    "gjuhë në tjetrën pa u kthyer në ballinë.</p>"
                ),
                (
                    "<p>Novi sajt PVPT-a otvoren je 23.\u00a0novembra 2026. Na njemu ćete naći našu misiju "
                    "i istorijat, upravni odbor, partnere, načine na koje možete da donirate, vesti i deo "
                    "za članove.</p>"
                    "<p>Stranice su napisane na albanskom, srpskom i engleskom, a sa jednog jezika na "
                    "drugi možete da pređete bez vraćanja na početnu stranicu.</p>"
                ),
                (
                    "<p>PVPT’s new website opened on 23\u00a0November 2026. On it you will find our "
                    "mission and background, the board, our partners, ways to give, news and a member "
                    "area.</p>"
                    "<p>The pages are written in Albanian, Serbian and English, and you can change from "
                    "one language to another without going back to the home page.</p>"
                ),
            ),
        ),
        ("heading", T("Siguria e vizitorëve", "Bezbednost posetilaca", "Visitors’ safety")),
        (
            "paragraph",
            T(
                (
                    "<p>Kush kërkon ndihmë, shpesh ka nevojë ta bëjë këtë pa rënë në sy. Prandaj uebfaqja "
                    "nuk i ndjek lexuesit dhe nuk ngarkon asgjë nga sajte të tjera. Këshillat për leximin "
                    'e sigurt i kemi mbledhur te <a linktype="page" id="safety">Këshilla për sigurinë</a>, '
                    "ndërsa çfarë ndodh me të dhënat e shpjegon faqja "
                    '<a linktype="page" id="privacy">Privatësia</a>.</p>'
                ),
                (
                    "<p>Onome ko traži pomoć često je važno da to učini neprimetno. Zato sajt ne prati "
                    "čitaoce i ništa ne učitava sa drugih sajtova. Savete za bezbedno čitanje prikupili "
                    'smo na stranici <a linktype="page" id="safety">Saveti za bezbednost</a>, a šta se '
                    "dešava sa podacima, objašnjava stranica "
                    '<a linktype="page" id="privacy">Privatnost</a>.</p>'
                ),
                (
                    "<p>People looking for help often need to do so without being noticed. For this reason "
                    "the site does not track its readers and loads nothing from other sites. Advice on "
                    'reading it safely is collected under <a linktype="page" id="safety">Safety '
                    "advice</a>, and what happens to data is explained under "
                    '<a linktype="page" id="privacy">Privacy</a>.</p>'
                ),
            ),
        ),
        ("heading", T("Çfarë mungon ende", "Šta još nedostaje", "What is still missing")),
        (
            "paragraph",
            T(
                (
                    "<p>Disa të dhëna ende mungojnë. I kemi shënuar me kllapa katrore dhe do t’i "
                    "plotësojmë. Nëse vëreni ndonjë gabim, në cilëndo gjuhë, do t’ju ishim mirënjohës nëse "
                    "na njoftoni.</p>"
                ),
                (
                    "<p>Neki podaci još nedostaju. Označili smo ih uglastim zagradama i dopunićemo ih. Ako "
                    "primetite neku grešku, na bilo kojem jeziku, bićemo vam zahvalni ako nam javite.</p>"
                ),
                (
                    "<p>Some details are still missing. We have marked them with square brackets and will "
                    "fill them in. If you notice a mistake, in any of the languages, we would be grateful "
                    "to hear of it.</p>"
                ),
            ),
        ),
    ],
    "related": [],
}

AMBASSADOR = {
    "title": T(
        "Ambasadori i Norvegjisë viziton PVPT-në",
        "Ambasador Norveške posetio PVPT",
        "Norwegian Ambassador visits PVPT",
    ),
    "slug": T(
        "ambasadori-i-norvegjise-viziton-pvpt-ne",
        "ambasador-norveske-posetio-pvpt",
        "norwegian-ambassador-visits-pvpt",
    ),
    "search_description": T(
        (
            "Më 20\u00a0tetor 2016 ambasadori i Norvegjisë vizitoi PVPT-në. Biseda iu kushtua trafikimit "
            "në Kosovë dhe shërbimeve afatgjata."
        ),
        (
            "Ambasador Norveške posetio je PVPT 20.\u00a0oktobra 2016. Razgovaralo se o trgovini ljudima "
            "na Kosovu i dugoročnim uslugama."
        ),
        (
            "The Norwegian Ambassador visited PVPT on 20\u00a0October 2016. The talk was about trafficking "
            "in Kosovo and long-term services."
        ),
    ),
    "date": "2016-10-20",
    "summary": T(
        (
            "Më 20\u00a0tetor 2016 PVPT-në e vizitoi ambasadori i Norvegjisë në Kosovë. Ai shprehu "
            "mbështetjen e vazhdueshme të ambasadës."
        ),
        (
            "Ambasador Norveške na Kosovu posetio je PVPT 20.\u00a0oktobra 2016. i poručio da ambasada i "
            "dalje podržava PVPT."
        ),
        (
            "The Norwegian Ambassador to Kosovo visited PVPT on 20\u00a0October 2016 and expressed the "
            "embassy’s continued support."
        ),
    ),
    "lead_image": "table",
    "lead_image_alt": T(
        "Ilustrim: një tryezë e rrumbullakët e parë nga lart, me filxhanë dhe fletë letre",
        "Ilustracija: okrugli sto viđen odozgo, sa šoljama i listovima papira",
        "Illustration: a round table seen from above, with cups and sheets of paper",
    ),
    "lead_image_credit": None,
    "category": "visits",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Më 20\u00a0tetor 2016 patëm nderin të na vizitonte ambasadori i Norvegjisë në "
                    "Kosovë. Ai foli për gjendjen e trafikimit me qenie njerëzore në Kosovë dhe për "
                    "pengesat që e vështirësojnë ofrimin e shërbimeve afatgjata e të qëndrueshme.</p>"
                ),
                (
                    "<p>Imali smo čast da nas 20.\u00a0oktobra 2016. poseti ambasador Norveške na Kosovu. "
                    "Govorio je o stanju u oblasti trgovine ljudima na Kosovu i o preprekama koje "
                    "otežavaju pružanje dugoročnih i stabilnih usluga.</p>"
                ),
                (
                    "<p>On 20\u00a0October 2016 we had the honour of a visit by the Norwegian Ambassador "
                    "to Kosovo. He spoke of the situation of trafficking in human beings in Kosovo and of "
                    "the obstacles to long-term, stable services.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Ambasadori shprehu mbështetjen e vazhdueshme të ambasadës për PVPT-në. Me kë "
                    "tjetër punojmë, mund ta lexoni te "
                    '<a linktype="page" id="cooperation">Bashkëpunimi</a>.</p>'
                ),
                (
                    "<p>Ambasador je poručio da ambasada i dalje podržava PVPT. Sa kim još radimo, možete "
                    'da pročitate na stranici <a linktype="page" id="cooperation">Saradnja</a>.</p>'
                ),
                (
                    "<p>The ambassador expressed his embassy’s continued support for PVPT. You can read "
                    "about the others we work with under "
                    '<a linktype="page" id="cooperation">Cooperation</a>.</p>'
                ),
            ),
        ),
    ],
    "related": [4],
}

NEWS: list[dict[str, Any]] = [
    WEBSITE,
    MOVING_FORWARD,
    MINIMUM_STANDARDS,
    PROCEDURES,
    CENTRE,
    NETWORKS,
    REGISTRATION,
    FIRST_SHELTER,
    AMBASSADOR,
]
