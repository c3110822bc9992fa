"""The home page: lead, action links and body in the three languages."""

from typing import Any

from home.content.text import T

WHAT_WE_DO = T(
    sq="<h3>Asistencë e drejtpërdrejtë</h3><p>Rehabilitimi dhe riintegrimi kërkojnë kohë. Në qershor 2008 "
    "hapëm një qendër gjysmë të hapur për rehabilitim dhe riintegrim, e cila u licencua në nivel kombëtar "
    "për programe rezidenciale dhe ditore. Mbështetja jonë nuk përfundon kur kalon rreziku i parë: synimi "
    "është riintegrimi afatgjatë.</p>"
    "<h3>Parandalim</h3><p>Trafikimi luftohet edhe para se të ndodhë. Merremi me edukim, informim, ngritje "
    "të vetëdijes, avokim dhe hulumtim, që sa më shumë njerëz ta njohin rrezikun dhe të dinë ku të kërkojnë "
    "ndihmë.</p>"
    '<p><a linktype="page" id="mission">Lexoni më shumë për misionin dhe historikun tonë</a></p>',
    sr="<h3>Direktna pomoć</h3><p>Za rehabilitaciju i reintegraciju potrebno je vreme. U junu "
    "2008.\u00a0godine otvorili smo poluotvoreni centar za rehabilitaciju i reintegraciju, koji je na "
    "nacionalnom nivou licenciran za program smeštaja i dnevni program. Naša podrška ne prestaje kada "
    "prođe prva opasnost: cilj je dugoročna reintegracija.</p>"
    "<h3>Prevencija</h3><p>Protiv trgovine ljudima može se delovati i pre nego što do nje dođe. Bavimo se "
    "edukacijom, informisanjem, podizanjem svesti, zagovaranjem i istraživanjem, kako bi što više ljudi "
    "prepoznalo opasnost i znalo gde da potraži pomoć.</p>"
    '<p><a linktype="page" id="mission">Pročitajte više o našoj misiji i istorijatu</a></p>',
    en="<h3>Direct assistance</h3><p>Rehabilitation and reintegration take time. In June 2008 we opened a "
    "semi-open rehabilitation and reintegration centre, which was licensed nationally for residential and "
    "daily programmes. Our support does not end once the first danger has passed: the aim is long-term "
    "reintegration.</p>"
    "<h3>Prevention</h3><p>Trafficking can also be fought before it happens. Our work covers education, "
    "information, awareness raising, advocacy and research, so that more people recognise the danger and "
    "know where to turn for help.</p>"
    '<p><a linktype="page" id="mission">Read more about our mission and background</a></p>',
)

HOW_WE_WORK = T(
    sq="<ul><li><b>Me respekt.</b> Çdo person vendos vetë si ta quajë përvojën e vet dhe cili do të jetë "
    "hapi i ardhshëm.</li>"
    "<li><b>Me konfidencialitet.</b> Vendndodhjen e qendrës nuk e publikojmë. Emrat, fotografitë dhe "
    "rrëfimet i publikojmë vetëm me pëlqimin e informuar të personit.</li>"
    "<li><b>Së bashku.</b> Me institucionet, me organizatat ndërkombëtare dhe me rrjetet e shoqërisë civile "
    "na lidhin procedura dhe standarde të përbashkëta.</li></ul>"
    '<p><a linktype="page" id="cooperation">Shihni me kë bashkëpunojmë</a></p>',
    sr="<ul><li><b>Sa poštovanjem.</b> Svaka osoba sama odlučuje kako će nazvati svoje iskustvo i koji će "
    "biti njen sledeći korak.</li>"
    "<li><b>Poverljivo.</b> Ne objavljujemo gde se centar nalazi. Imena, fotografije i lične priče "
    "objavljujemo samo uz informisani pristanak osobe na koju se odnose.</li>"
    "<li><b>Zajedno.</b> Sa institucijama, međunarodnim organizacijama i mrežama civilnog društva povezuju "
    "nas zajedničke procedure i standardi.</li></ul>"
    '<p><a linktype="page" id="cooperation">Pogledajte sa kim sarađujemo</a></p>',
    en="<ul><li><b>With respect.</b> Each person decides what to call their own experience, and what the "
    "next step will be.</li>"
    "<li><b>In confidence.</b> We do not publish where the centre is. Names, photographs and personal "
    "stories appear only with the informed consent of the person concerned.</li>"
    "<li><b>Together.</b> We share procedures and standards with institutions, international organisations "
    "and civil society networks.</li></ul>"
    '<p><a linktype="page" id="cooperation">See whom we work with</a></p>',
)

SINCE_2000 = T(
    sq="<p>Në dhjetor 1999, policia në Prishtinë identifikoi dhe liroi tetë vajza që trafikantët i kishin "
    "sjellë në Kosovë. Për to nuk kishte asnjë strehimore. Në janar 2000 e nisi punën strehimorja e parë "
    "për viktimat e trafikimit në Kosovë dhe që atëherë stafi ynë punon në këtë fushë. Në nëntor 2003, "
    "PVPT-ja u regjistrua si organizatë joqeveritare vendore, e pavarur dhe jofitimprurëse.</p>"
    "<p>Nga viti 2000 deri në vitin 2007, strehimorja e krizës strehoi 552\u00a0persona. Qendra për "
    "rehabilitim dhe riintegrim mbështeti edhe 285\u00a0persona deri rreth vitit 2018. Gjithsej janë "
    "837\u00a0njerëz, secili me jetën dhe planet e veta.</p>",
    sr="<p>U decembru 1999.\u00a0godine policija je u Prištini prepoznala i oslobodila osam devojaka koje "
    "su trgovci ljudima doveli na Kosovo. Za njih nije bilo nijednog skloništa. U januaru "
    "2000.\u00a0godine počelo je da radi prvo sklonište za žrtve trgovine ljudima na Kosovu i od tada naše "
    "osoblje radi u ovoj oblasti. U novembru 2003.\u00a0godine PVPT je registrovan kao lokalna, nezavisna "
    "i neprofitna nevladina organizacija.</p>"
    "<p>Od 2000. do 2007.\u00a0godine u kriznom skloništu bile su smeštene 552\u00a0osobe. Do otprilike "
    "2018.\u00a0godine podršku u centru za rehabilitaciju i reintegraciju dobilo je još 285\u00a0osoba. To "
    "je ukupno 837\u00a0ljudi, od kojih svako ima svoj život i svoje planove.</p>",
    en="<p>In December 1999, police in Prishtina identified and freed eight girls who had been trafficked "
    "into Kosovo. There was no shelter for them. In January 2000 the first shelter for victims of "
    "trafficking in Kosovo began its work, and our staff have been in this field ever since. In November "
    "2003, PVPT was registered as an independent local non-governmental, non-profit organisation.</p>"
    "<p>From 2000 to 2007 the crisis shelter took in 552 people. The rehabilitation and reintegration "
    "centre supported another 285 up to about 2018. That makes 837 people in all, each with a life and "
    "plans of their own.</p>",
)

HOME: dict[str, Any] = {
    "title": T("Ballina", "Početna", "Home"),
    "search_description": T(
        sq="PVPT-ja, organizatë joqeveritare në Prishtinë, u qëndron pranë personave që kanë përjetuar "
        "trafikimin dhe punon për ta parandaluar atë.",
        sr="PVPT, nevladina organizacija iz Prištine, pruža podršku osobama koje su preživele trgovinu "
        "ljudima i radi na njenoj prevenciji.",
        en="PVPT, a non-governmental organisation in Prishtina, supports people who have experienced human "
        "trafficking and works to prevent it.",
    ),
    "lead_heading": T(
        "Mbrojtje pas trafikimit, mbështetje deri te jeta e pavarur",
        "Zaštita posle trgovine ljudima, podrška na putu do samostalnog života",
        "Protection after trafficking, support on the way to independence",
    ),
    "lead_text": T(
        sq="PVPT-ja mbështet personat që kanë përjetuar trafikimin me qenie njerëzore, nga rehabilitimi "
        "deri te riintegrimi afatgjatë, dhe punon për parandalimin e trafikimit. Stafi ynë punon në këtë "
        "fushë në Kosovë që nga janari i vitit 2000.",
        sr="PVPT pruža podršku osobama koje su preživele trgovinu ljudima, od rehabilitacije do dugoročne "
        "reintegracije, i radi na njenoj prevenciji. Naše osoblje radi u ovoj oblasti na Kosovu od januara "
        "2000.\u00a0godine.",
        en="PVPT supports people who have experienced human trafficking, from rehabilitation to long-term "
        "reintegration, and works to stop trafficking before it happens. Our staff have worked in this "
        "field in Kosovo since January 2000.",
    ),
    "lead_image": "dawn",
    "lead_image_alt": T(
        "Peizazh abstrakt me kodra dhe një diell që lind, në ngjyra të ngrohta",
        "Apstraktni pejzaž sa brdima i izlazećim suncem, u toplim bojama",
        "Abstract landscape of hills and a rising sun in warm colours",
    ),
    "actions": [
        {
            "label": T("Lexo për punën tonë", "Pročitaj o našem radu", "Read about our work"),
            "page": "mission",
        },
        {"label": T("Dhuro", "Doniraj", "Donate"), "page": "donate"},
        {"label": T("Këshilla për sigurinë", "Saveti za bezbednost", "Safety advice"), "page": "safety"},
    ],
    "body": [
        ("heading", T("Çfarë bëjmë", "Čime se bavimo", "What we do")),
        ("paragraph", WHAT_WE_DO),
        (
            "figure",
            {
                "image": "path",
                "alt": T(
                    "Një shteg gjarpërues që çon te dera e ndriçuar e një shtëpie",
                    "Krivudava staza koja vodi do osvetljenih vrata kuće",
                    "A winding path that leads to the lit doorway of a house",
                ),
                "caption": T(
                    "Riintegrimi është një rrugë: nis me sigurinë dhe vazhdon me jetën e përditshme.",
                    "Reintegracija je put: počinje bezbednošću, a nastavlja se svakodnevnim životom.",
                    "Reintegration is a path: it begins with safety and goes on into everyday life.",
                ),
                "credit": None,
            },
        ),
        ("heading", T("Si punojmë", "Kako radimo", "How we work")),
        ("paragraph", HOW_WE_WORK),
        (
            "heading",
            T(
                "Në këtë fushë që nga viti 2000",
                "U ovoj oblasti od 2000.\u00a0godine",
                "In this field since 2000",
            ),
        ),
        ("paragraph", SINCE_2000),
        (
            "call_to_action",
            {
                "heading": T(
                    "Ndihmoni që mbështetja të vazhdojë",
                    "Pomozite da se podrška nastavi",
                    "Help us to keep this support going",
                ),
                "text": T(
                    sq="Dhurata juaj u ndihmon njerëzve që i kanë mbijetuar trafikimit ta rindërtojnë jetën "
                    "në siguri. Si mund të dhuroni, e lexoni në faqen për dhurata.",
                    sr="Vaša donacija pomaže osobama koje su preživele trgovinu ljudima da u bezbednosti "
                    "ponovo izgrade svoj život. Kako da donirate, pročitajte na stranici za donacije.",
                    en="Your gift helps people who have survived trafficking to rebuild their lives in "
                    "safety. The donation page explains how to give.",
                ),
                "label": T("Dhuro", "Doniraj", "Donate"),
                "page": "donate",
            },
        ),
    ],
}
