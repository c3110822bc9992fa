"""News items from PVPT's own history, 1999 to 2010; order and indexes are in news.py."""

from home.content.text import T

FIRST_SHELTER = {
    "title": T(
        "Janar 2000: strehimorja e parë për viktimat e trafikimit",
        "Januar 2000: prvo sklonište za žrtve trgovine ljudima",
        "January 2000: the first shelter for victims of trafficking",
    ),
    "slug": T("strehimorja-e-pare-2000", "prvo-skloniste-2000", "first-shelter-2000"),
    "search_description": T(
        (
            "Si u hap në janar 2000 strehimorja e parë në Kosovë për viktimat e trafikimit dhe sa njerëz u "
            "strehuan në të deri në vitin 2007."
        ),
        (
            "Kako je u januaru 2000. otvoreno prvo sklonište za žrtve trgovine ljudima na Kosovu i koliko "
            "je osoba u njemu boravilo do 2007."
        ),
        (
            "How the first shelter in Kosovo for victims of trafficking opened in January 2000, and how "
            "many people it sheltered until 2007."
        ),
    ),
    "date": "2026-11-04",
    "summary": T(
        (
            "Nga historiku ynë: në dhjetor 1999 u liruan tetë vajza për të cilat nuk kishte strehimore. Në "
            "janar 2000 u hap strehimorja e parë në Kosovë për viktimat e trafikimit."
        ),
        (
            "Iz naše istorije: u decembru 1999.\u00a0godine oslobođeno je osam devojaka za koje nije bilo "
            "skloništa. U januaru 2000.\u00a0godine otvoreno je prvo sklonište na Kosovu za žrtve trgovine "
            "ljudima."
        ),
        (
            "From our history: in December 1999 eight girls were freed for whom there was no shelter. In "
            "January 2000 the first in Kosovo for victims of trafficking opened."
        ),
    ),
    "lead_image": "path",
    "lead_image_alt": T(
        "Ilustrim: një shteg me kthesa që çon te një derë e ndriçuar",
        "Ilustracija: krivudava staza koja vodi do osvetljenih vrata",
        "Illustration: a winding path that leads to a lit doorway",
    ),
    "lead_image_credit": None,
    "category": "services",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Në dhjetor 1999 policia në Prishtinë identifikoi dhe liroi tetë vajza që "
                    "trafikantët i kishin sjellë në Kosovë. Për to nuk kishte strehimore.</p>"
                    "<p>Në janar 2000 u hap strehimorja e parë në Kosovë për viktimat e trafikimit, e "
                    "drejtuar bashkë me ACT/UMCOR-in, Komitetin Metodist të Bashkuar për Ndihmë. Që nga ajo "
                    "kohë stafi i PVPT-së punon në këtë fushë.</p>"
                ),
                (
                    "<p>U decembru 1999.\u00a0godine policija je u Prištini prepoznala i oslobodila osam "
                    "devojaka koje su trgovci ljudima doveli na Kosovo. Za njih nije bilo skloništa.</p>"
                    "<p>U januaru 2000.\u00a0godine otvoreno je prvo sklonište za žrtve trgovine ljudima "
                    "na Kosovu, u saradnji sa organizacijom ACT/UMCOR (Ujedinjeni metodistički komitet za "
                    "pomoć). Od tada osoblje PVPT-a radi u ovoj oblasti.</p>"
                ),
                (
                    "<p>In December 1999 the police in Prishtina identified and freed eight girls who had "
                    "been trafficked into Kosovo. There was no shelter for them.</p>"
                    "<p>In January 2000 the first shelter in Kosovo for victims of trafficking opened, run "
                    "with ACT/UMCOR, the United Methodist Committee on Relief. PVPT’s staff have worked in "
                    "this field since then.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Nga viti 2000 deri në vitin 2007 në strehimoren e krizës u strehuan "
                    "552\u00a0persona para riatdhesimit. Shumica kishin ardhur nga vende të tjera.</p>"
                ),
                (
                    "<p>Od 2000. do 2007.\u00a0godine u kriznom skloništu su do repatrijacije bile "
                    "smeštene 552\u00a0osobe, većinom iz drugih zemalja.</p>"
                ),
                (
                    "<p>From 2000 to 2007 the crisis shelter took in 552\u00a0people before their "
                    "repatriation. Most of them had come from other countries.</p>"
                ),
            ),
        ),
    ],
    "related": [6, 4],
}

REGISTRATION = {
    "title": T(
        "Nëntor 2003: PVPT-ja regjistrohet si organizatë e pavarur",
        "Novembar 2003: PVPT registrovan kao nezavisna organizacija",
        "November 2003: PVPT is registered as an independent organisation",
    ),
    "slug": T("regjistrimi-2003", "registracija-2003", "registration-2003"),
    "search_description": T(
        (
            "Në nëntor 2003 PVPT-ja u regjistrua si organizatë joqeveritare vendore. Ajo është anëtare e "
            "grupit ndërministror të punës."
        ),
        (
            "U novembru 2003. PVPT je registrovan kao lokalna nevladina organizacija. Član je i "
            "međuministarske radne grupe."
        ),
        (
            "In November 2003 PVPT was registered as a local non-governmental organisation. It is a member "
            "of the inter-ministerial group."
        ),
    ),
    "date": "2026-11-06",
    "summary": T(
        (
            "Nga historiku ynë: në nëntor 2003 PVPT-ja u regjistrua si organizatë joqeveritare vendore, e "
            "pavarur dhe jofitimprurëse. Në fund të atij viti u krijua grupi ndërministror i punës."
        ),
        (
            "Iz naše istorije: u novembru 2003.\u00a0godine PVPT je registrovan kao lokalna, nezavisna i "
            "neprofitna nevladina organizacija. Krajem te godine osnovana je međuministarska radna grupa."
        ),
        (
            "From our history: in November 2003 PVPT was registered as an independent local "
            "non-governmental, non-profit organisation. The inter-ministerial working group was set up at "
            "the end of that year."
        ),
    ),
    "lead_image": "dawn",
    "lead_image_alt": T(
        "Ilustrim: kodra dhe diell që lind, në ngjyra të ngrohta",
        "Ilustracija: brda i izlazak sunca, u toplim bojama",
        "Illustration: hills and a rising sun in warm colours",
    ),
    "lead_image_credit": None,
    "category": "cooperation",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Stafi ynë merrej me mbrojtjen e viktimave të trafikimit që nga janari 2000. Në "
                    "nëntor 2003 kjo punë mori formën e saj të sotme: PVPT-ja u regjistrua si organizatë "
                    "joqeveritare vendore, e pavarur dhe jofitimprurëse.</p>"
                ),
                (
                    "<p>Naše osoblje bavilo se zaštitom žrtava trgovine ljudima već od januara "
                    "2000.\u00a0godine. U novembru 2003.\u00a0godine taj rad dobio je današnji oblik: PVPT "
                    "je registrovan kao lokalna, nezavisna i neprofitna nevladina organizacija.</p>"
                ),
                (
                    "<p>Our staff had worked to protect victims of trafficking since January 2000. In "
                    "November 2003 this work took on its present form: PVPT was registered as an "
                    "independent local non-governmental, non-profit organisation.</p>"
                ),
            ),
        ),
        (
            "heading",
            T(
                "Në grupin ndërministror të punës",
                "U međuministarskoj radnoj grupi",
                "In the inter-ministerial group",
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Në fund të vitit 2003 Zyra e Kryeministrit krijoi grupin ndërministror të punës, "
                    "anëtare e të cilit është edhe PVPT-ja.</p>"
                    "<p>PVPT-ja mori pjesë në hartimin e planeve të veprimit të Kosovës kundër trafikimit "
                    "për periudhat 2005–2007, 2008–2011, 2011–2014 dhe 2015–2019. Ajo punoi në grupet për "
                    "mbrojtje dhe për parandalim.</p>"
                ),
                (
                    "<p>Krajem 2003.\u00a0godine Kancelarija premijera osnovala je međuministarsku radnu "
                    "grupu, čiji je član i PVPT.</p>"
                    "<p>PVPT je učestvovao u izradi akcionih planova Kosova protiv trgovine ljudima za "
                    "periode 2005–2007, 2008–2011, 2011–2014. i 2015–2019, u grupama za zaštitu i za "
                    "prevenciju.</p>"
                ),
                (
                    "<p>At the end of 2003 the Office of the Prime Minister set up an inter-ministerial "
                    "working group, of which PVPT is a member.</p>"
                    "<p>PVPT took part in drafting the Kosovo action plans against trafficking for "
                    "2005–2007, 2008–2011, 2011–2014 and 2015–2019, in the groups for protection and for "
                    "prevention.</p>"
                ),
            ),
        ),
    ],
    "related": [7, 5],
}

NETWORKS = {
    "title": T(
        "2004 dhe 2010: në rrjet me organizata të tjera",
        "2004. i 2010: u mreži sa drugim organizacijama",
        "2004 and 2010: in networks with other organisations",
    ),
    "slug": T(
        "ne-rrjet-me-organizata-te-tjera", "u-mrezi-sa-drugim-organizacijama", "in-networks-with-others"
    ),
    "search_description": T(
        (
            "PVPT-ja është që nga viti 2004 në Rrjetin e Grave të Kosovës dhe merr pjesë në Koalicionin e "
            "Strehimoreve, të themeluar në vitin 2010."
        ),
        (
            "PVPT je od 2004.\u00a0godine član Mreže žena Kosova, a pripada i Koaliciji skloništa, "
            "osnovanoj 2010, i Koaliciji za zaštitu dece."
        ),
        (
            "PVPT has been in the Kosovo Women’s Network since 2004 and is part of the Shelters’ "
            "Coalition, which was founded in 2010."
        ),
    ),
    "date": "2026-11-09",
    "summary": T(
        (
            "Nga historiku ynë: PVPT-ja është anëtare e Rrjetit të Grave të Kosovës që nga viti 2004, dhe "
            "e Koalicionit të Strehimoreve, që u themelua në vitin 2010."
        ),
        (
            "Iz naše istorije: PVPT je od 2004.\u00a0godine član Mreže žena Kosova, a pripada i Koaliciji "
            "skloništa, osnovanoj 2010.\u00a0godine."
        ),
        (
            "From our history: PVPT has been a member of the Kosovo Women’s Network since 2004, and "
            "belongs to the Shelters’ Coalition, founded in 2010."
        ),
    ),
    "lead_image": "weave",
    "lead_image_alt": T(
        "Ilustrim: fije të ndërthurura në ngjyra të gjalla",
        "Ilustracija: isprepletene niti živih boja",
        "Illustration: interwoven threads in bright colours",
    ),
    "lead_image_credit": None,
    "category": "cooperation",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Në vitin 2004 PVPT-ja u anëtarësua në Rrjetin e Grave të Kosovës (RrGK).</p>"
                    "<p>Ajo është anëtare edhe e Koalicionit të Strehimoreve, që e themeluan tetë ofrues të "
                    "strehimit në vitin 2010, dhe e Koalicionit për Mbrojtjen e Fëmijëve.</p>"
                ),
                (
                    "<p>PVPT je 2004.\u00a0godine postao član Mreže žena Kosova (MŽK).</p>"
                    "<p>Član je i Koalicije skloništa, koju je 2010.\u00a0godine osnovalo osam "
                    "organizacija koje vode skloništa, kao i Koalicije za zaštitu dece.</p>"
                ),
                (
                    "<p>In 2004 PVPT became a member of the Kosovo Women’s Network (KWN).</p>"
                    "<p>It also belongs to the Shelters’ Coalition, founded by eight shelter providers in "
                    "2010, and to the Coalition for Child Protection.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Përvoja e njërit u vlen të gjithëve, dhe zëri i përbashkët dëgjohet më larg. Nga "
                    "kjo përfitojnë para së gjithash njerëzit që i mbështesim. Të gjithë partnerët i gjeni "
                    'te <a linktype="page" id="cooperation">Bashkëpunimi</a>.</p>'
                ),
                (
                    "<p>Iskustvo jednih koristi svima, a zajednički glas se dalje čuje. Od toga najviše "
                    "koristi imaju ljudi kojima pružamo podršku. Sve partnere naći ćete na stranici "
                    '<a linktype="page" id="cooperation">Saradnja</a>.</p>'
                ),
                (
                    "<p>The experience of one is useful to all, and a shared voice carries further. Those "
                    "who gain most are the people whom we support. You will find all our partners under "
                    '<a linktype="page" id="cooperation">Cooperation</a>.</p>'
                ),
            ),
        ),
    ],
    "related": [6],
}

CENTRE = {
    "title": T(
        "Qershor 2008: hapet qendra për rehabilitim dhe riintegrim",
        "Jun 2008: otvoren centar za rehabilitaciju i reintegraciju",
        "June 2008: the rehabilitation and reintegration centre opens",
    ),
    "slug": T(
        "qendra-per-rehabilitim-dhe-riintegrim-2008",
        "centar-za-rehabilitaciju-i-reintegraciju-2008",
        "rehabilitation-and-reintegration-centre-2008",
    ),
    "search_description": T(
        (
            "Në qershor 2008 PVPT-ja hapi qendrën gjysmë të hapur për rehabilitim dhe riintegrim, me "
            "programe rezidenciale dhe ditore."
        ),
        (
            "PVPT je u junu 2008. otvorio poluotvoreni centar za rehabilitaciju i reintegraciju, sa "
            "programom smeštaja i dnevnim programom."
        ),
        (
            "In June 2008 PVPT opened its semi-open rehabilitation and reintegration centre, with "
            "residential and daily programmes."
        ),
    ),
    "date": "2026-11-12",
    "summary": T(
        (
            "Nga historiku ynë: në qershor 2008 PVPT-ja hapi qendrën për rehabilitim dhe riintegrim. Deri "
            "rreth vitit 2018 aty u mbështetën 285\u00a0persona."
        ),
        (
            "Iz naše istorije: u junu 2008.\u00a0godine PVPT je otvorio centar za rehabilitaciju i "
            "reintegraciju. Do otprilike 2018.\u00a0godine podršku u njemu dobilo je 285\u00a0osoba."
        ),
        (
            "From our history: in June 2008 PVPT opened its rehabilitation and reintegration centre. Up to "
            "about 2018 it supported 285\u00a0people."
        ),
    ),
    "lead_image": "tree",
    "lead_image_alt": T(
        "Ilustrim: një pemë me shumë gjethe të llojllojshme",
        "Ilustracija: drvo sa mnogo različitih listova",
        "Illustration: a tree with many different leaves",
    ),
    "lead_image_credit": None,
    "category": "services",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Në qershor 2008 PVPT-ja hapi qendrën e saj për rehabilitim dhe riintegrim. Hapjen "
                    "e mbështetën Ambasada e Finlandës dhe Ministria e Punës dhe Mirëqenies Sociale, siç "
                    "quhej atëherë.</p>"
                ),
                (
                    "<p>PVPT je u junu 2008.\u00a0godine otvorio svoj centar za rehabilitaciju i "
                    "reintegraciju. Otvaranje su podržali Ambasada Finske i Ministarstvo rada i socijalne "
                    "zaštite, kako se tada zvalo.</p>"
                ),
                (
                    "<p>In June 2008 PVPT opened its rehabilitation and reintegration centre. The opening "
                    "was supported by the Embassy of Finland and the Ministry of Labour and Social "
                    "Welfare, as it was then called.</p>"
                ),
            ),
        ),
        ("heading", T("Një qendër gjysmë e hapur", "Poluotvoreni centar", "A semi-open centre")),
        (
            "paragraph",
            T(
                (
                    "<p>Sipas të dhënave tona deri rreth vitit 2018, kjo ishte e vetmja qendër gjysmë e "
                    "hapur në Kosovë, e licencuar në nivel kombëtar për programe rezidenciale dhe "
                    "ditore.</p>"
                    "<p>Deri atëherë ajo mbështeti 285\u00a0persona. Bashkë me 552\u00a0personat që u "
                    "strehuan në strehimoren e krizës nga viti 2000 deri në vitin 2007, bëhen gjithsej "
                    "837.</p>"
                ),
                (
                    "<p>Prema našim podacima do otprilike 2018.\u00a0godine, to je bio jedini poluotvoreni "
                    "centar na Kosovu, licenciran na nacionalnom nivou za program smeštaja i dnevni "
                    "program.</p>"
                    "<p>Do tada je podršku u centru dobilo 285\u00a0osoba. Zajedno sa 552\u00a0osobe koje "
                    "su od 2000. do 2007.\u00a0godine bile smeštene u kriznom skloništu, bilo ih je ukupno "
                    "837.</p>"
                ),
                (
                    "<p>According to our records up to about 2018, it was the only semi-open centre in "
                    "Kosovo, licensed nationally for residential and daily programmes.</p>"
                    "<p>By then it had supported 285\u00a0people. Together with the 552\u00a0people who "
                    "stayed in the crisis shelter from 2000 to 2007, that makes 837 in all.</p>"
                ),
            ),
        ),
    ],
    "related": [7, 2],
}
