"""The cooperation page: groups, plans, networks and memoranda, and the list of partners."""

from home.content.text import T

GROUP_PARTNER = T(
    "Pjesë e Grupit të Partnerëve për Asistencë të Drejtpërdrejtë.",
    "Deo Grupe partnera za direktnu pomoć.",
    "Part of the Direct Assistance Partners Group.",
)

MEMORANDUM_PARTNER = T(
    "Memorandum mirëkuptimi me PVPT-në.",
    "Memorandum o razumevanju sa PVPT-om.",
    "Memorandum of understanding with PVPT.",
)

PLANS = T(
    sq="<p>Në fund të vitit 2003, Zyra e Kryeministrit krijoi grupin ndërministror të punës kundër "
    "trafikimit me qenie njerëzore. PVPT-ja është anëtare e këtij grupi, i cili hartoi katër planet e "
    "veprimit të Kosovës: për vitet 2005–2007, 2008–2011, 2011–2014 dhe 2015–2019.</p>"
    "<p>Në hartimin e tyre PVPT-ja mori pjesë përmes grupeve për mbrojtje dhe për parandalim.</p>",
    sr="<p>Krajem 2003.\u00a0godine Kancelarija premijera osnovala je međuministarsku radnu grupu za borbu "
    "protiv trgovine ljudima. PVPT je član te grupe, koja je izradila četiri akciona plana Kosova: za "
    "periode 2005–2007, 2008–2011, 2011–2014. i 2015–2019.</p>"
    "<p>PVPT je u njihovoj izradi učestvovao u okviru grupa za zaštitu i za prevenciju.</p>",
    en="<p>At the end of 2003, the Office of the Prime Minister set up the inter-ministerial working group "
    "against trafficking in human beings. PVPT is a member of this group, which drew up the four Kosovo "
    "action plans: for 2005–2007, 2008–2011, 2011–2014 and 2015–2019.</p>"
    "<p>PVPT took part in drafting them, in the groups for protection and for prevention.</p>",
)

DIRECT_ASSISTANCE = T(
    sq="<p>Në punën e përditshme, PVPT-ja vepron si anëtare e Grupit të Partnerëve për Asistencë të "
    "Drejtpërdrejtë. Në të janë bashkuar organizata dhe institucione, vendore e ndërkombëtare, qeveritare e "
    "joqeveritare, që punojnë drejtpërdrejt me viktimat e trafikimit dhe me personat në rrezik trafikimi. "
    "Pjesë e grupit janë IOM-i, OSBE-ja, Ministria e Punëve të Brendshme, Ministria e Punës dhe Mirëqenies "
    "Sociale dhe Ministria e Drejtësisë.</p>"
    "<p>Grupi ndërtoi një sistem referimi dhe hartoi dy dokumente që i japin punës rregulla të përbashkëta. "
    "PVPT-ja merr pjesë në të si ofruese e shërbimeve, me qendrën e saj për rehabilitim dhe riintegrim.</p>",
    sr="<p>U svakodnevnom radu PVPT deluje kao član Grupe partnera za direktnu pomoć. Ona okuplja lokalne "
    "i međunarodne, vladine i nevladine organizacije i institucije koje neposredno rade sa žrtvama "
    "trgovine ljudima i sa osobama u riziku od trgovine ljudima. U grupi su IOM, OEBS, Ministarstvo "
    "unutrašnjih poslova, Ministarstvo rada i socijalne zaštite i Ministarstvo pravde.</p>"
    "<p>Grupa je uspostavila sistem upućivanja i izradila dva dokumenta koja rad uređuju zajedničkim "
    "pravilima. PVPT u njoj učestvuje kao pružalac usluga, sa svojim centrom za rehabilitaciju i "
    "reintegraciju.</p>",
    en="<p>In everyday work, PVPT acts as a member of the Direct Assistance Partners Group. It brings "
    "together organisations and institutions, local and international, governmental and non-governmental, "
    "that work directly with victims of trafficking and with people at risk of trafficking. The group "
    "includes IOM, the OSCE, the Ministry of Internal Affairs, the Ministry of Labour and Social Welfare "
    "and the Ministry of Justice.</p>"
    "<p>The group built a referral system and drew up two documents that give the work common rules. PVPT "
    "takes part as a service provider, with its rehabilitation and reintegration centre.</p>",
)

PROCEDURES = T(
    sq="<p>Procedurat Standarde të Veprimit (PSV) për viktimat e trafikimit janë në fuqi që nga viti 2008. "
    "Ato e përshkruajnë hollësisht sistemin e referimit, që secili ta dijë detyrën e vet.</p>"
    "<p>Procedurat janë të detyrueshme për çdo institucion që merret me luftimin e trafikimit në Kosovë.</p>",
    sr="<p>Standardne operativne procedure (SOP) za žrtve trgovine ljudima na snazi su od "
    "2008.\u00a0godine. One podrobno opisuju sistem upućivanja, kako bi svako znao svoj zadatak.</p>"
    "<p>Procedure su obavezne za svaku instituciju koja se na Kosovu bavi suzbijanjem trgovine ljudima.</p>",
    en="<p>The Standard Operating Procedures (SOPs) for Victims of Trafficking have been in force since "
    "2008. They describe the referral system in detail, so that everybody knows their part.</p>"
    "<p>The procedures are binding on every institution that works against trafficking in Kosovo.</p>",
)

STANDARDS = T(
    sq="<p>Standardet Minimale të Kujdesit për Viktimat e Trafikimit janë në fuqi që nga janari i vitit "
    "2010. Qëllimi i tyre është që shërbimet në Kosovë të jenë të njësuara dhe që çdo përfitues i "
    "shërbimeve të marrë mbështetje cilësore, nga identifikimi deri te riintegrimi i plotë.</p>",
    sr="<p>Minimalni standardi brige o žrtvama trgovine ljudima na snazi su od januara 2010.\u00a0godine. "
    "Njihov cilj je da usluge na Kosovu budu ujednačene i da svaka korisnica i svaki korisnik usluga "
    "dobiju kvalitetnu podršku, od identifikacije do potpune reintegracije.</p>",
    en="<p>The Minimum Standards of Care for Victims of Trafficking have been in force since January 2010. "
    "They are meant to make services in Kosovo uniform, so that every beneficiary of services receives good "
    "support, from identification to full reintegration.</p>",
)

REGIONAL = T(
    sq="<p>Trafikimi nuk ndalet te kufijtë. PVPT-ja kontribuoi në hartimin e Mekanizmit Transnacional të "
    "Referimit për Evropën Juglindore, i cili u shërben personave të trafikuar kur rasti përfshin më shumë "
    "se një vend.</p>"
    "<p>Ajo kontribuoi edhe në strategjinë dhe planin e veprimit kundër formave më të rënda të punës së "
    "fëmijëve.</p>",
    sr="<p>Trgovina ljudima se ne zaustavlja na granicama. PVPT je doprineo izradi transnacionalnog "
    "mehanizma za upućivanje žrtava za Jugoistočnu Evropu, namenjenog osobama izloženim trgovini ljudima "
    "čiji slučaj obuhvata više zemalja.</p>"
    "<p>Doprineo je i strategiji i akcionom planu protiv najgorih oblika dečjeg rada.</p>",
    en="<p>Trafficking does not stop at borders. PVPT contributed to the Transnational Referral Mechanism "
    "for South-Eastern Europe, which serves trafficked persons when a case involves more than one "
    "country.</p>"
    "<p>It also contributed to the strategy and action plan against the worst forms of child labour.</p>",
)

NETWORKS = T(
    sq="<p>PVPT-ja është anëtare e një rrjeti dhe e dy koalicioneve në Kosovë:</p>"
    "<ul><li><b>Rrjeti i Grave të Kosovës</b>, që nga viti 2004;</li>"
    "<li><b>Koalicioni i Strehimoreve</b>, i themeluar në vitin 2010 nga tetë organizata që ofrojnë "
    "strehim;</li>"
    "<li><b>Koalicioni për Mbrojtjen e Fëmijëve</b>, që i bashkon organizatat për mbrojtjen e të drejtave "
    "të fëmijëve.</li></ul>",
    sr="<p>PVPT je član jedne mreže i dve koalicije na Kosovu:</p>"
    "<ul><li><b>Mreža žena Kosova</b>, od 2004.\u00a0godine;</li>"
    "<li><b>Koalicija skloništa</b>, koju je 2010.\u00a0godine osnovalo osam organizacija koje vode "
    "skloništa;</li>"
    "<li><b>Koalicija za zaštitu dece</b>, koja okuplja organizacije za zaštitu prava deteta.</li></ul>",
    en="<p>PVPT is a member of one network and two coalitions in Kosovo:</p>"
    "<ul><li>the <b>Kosovo Women’s Network</b>, since 2004;</li>"
    "<li>the <b>Shelters’ Coalition</b>, founded in 2010 by eight shelter providers;</li>"
    "<li>the <b>Coalition for Child Protection</b>, which unites organisations that protect children’s "
    "rights.</li></ul>",
)

MEMORANDA = T(
    sq="<p>Për shërbimet në të dyja shtyllat e punës, asistencën e drejtpërdrejtë dhe parandalimin, PVPT-ja "
    "ka nënshkruar memorandume mirëkuptimi me:</p>"
    "<ul><li>Ministrinë e Punës dhe Mirëqenies Sociale;</li>"
    "<li>Ministrinë e Arsimit, Shkencës dhe Teknologjisë;</li>"
    "<li>Departamentin e Psikologjisë të Universitetit të Prishtinës “Hasan Prishtina”.</li></ul>"
    "<p>Ministritë i përmendim me emrat që kishin në atë kohë.</p>",
    sr="<p>Za usluge u oba stuba svog rada, direktnoj pomoći i prevenciji, PVPT je potpisao memorandume o "
    "razumevanju sa:</p>"
    "<ul><li>Ministarstvom rada i socijalne zaštite;</li>"
    "<li>Ministarstvom obrazovanja, nauke i tehnologije;</li>"
    "<li>Odsekom za psihologiju Univerziteta u Prištini „Hasan Priština”.</li></ul>"
    "<p>Ministarstva navodimo pod nazivima koje su tada imala.</p>",
    en="<p>For its services under both pillars, direct assistance and prevention, PVPT has signed memoranda "
    "of understanding with:</p>"
    "<ul><li>the Ministry of Labour and Social Welfare;</li>"
    "<li>the Ministry of Education, Science and Technology;</li>"
    "<li>the Department of Psychology of the University of Prishtina.</li></ul>"
    "<p>The ministries appear under the names that they had at the time.</p>",
)

BODY = [
    (
        "heading",
        T("Politikat dhe planet e veprimit", "Politike i akcioni planovi", "Policies and action plans"),
    ),
    ("paragraph", PLANS),
    (
        "figure",
        {
            "image": "weave",
            "alt": T(
                "Fije me ngjyra të ndezura, të thurura me njëra-tjetrën",
                "Isprepletane niti jarkih boja",
                "Interwoven threads in bright colours",
            ),
            "caption": None,
            "credit": None,
        },
    ),
    ("heading", T("Asistenca e drejtpërdrejtë", "Direktna pomoć", "Direct assistance")),
    ("paragraph", DIRECT_ASSISTANCE),
    (
        "accordion",
        [
            {
                "title": T(
                    "Procedurat Standarde të Veprimit, 2008",
                    "Standardne operativne procedure, 2008.",
                    "Standard Operating Procedures, 2008",
                ),
                "text": PROCEDURES,
            },
            {
                "title": T(
                    "Standardet Minimale të Kujdesit, janar 2010",
                    "Minimalni standardi brige, januar 2010.",
                    "Minimum Standards of Care, January 2010",
                ),
                "text": STANDARDS,
            },
        ],
    ),
    (
        "heading",
        T("Rajoni dhe mbrojtja e fëmijëve", "Region i zaštita dece", "The region and child protection"),
    ),
    ("paragraph", REGIONAL),
    ("heading", T("Rrjetet dhe koalicionet", "Mreže i koalicije", "Networks and coalitions")),
    ("paragraph", NETWORKS),
    ("heading", T("Memorandumet e mirëkuptimit", "Memorandumi o razumevanju", "Memoranda of understanding")),
    ("paragraph", MEMORANDA),
    (
        "call_to_action",
        {
            "heading": T("Bashkëpunoni me ne", "Sarađujte sa nama", "Join forces with us"),
            "text": T(
                "Na shkruani nëse organizata, shkolla ose institucioni juaj dëshiron të punojë me ne.",
                "Pišite nam ako vaša organizacija, škola ili institucija želi da radi sa nama.",
                "Write to us if your organisation, school or institution would like to work with us.",
            ),
            "label": T("Kontakti", "Kontakt", "Contact"),
            "page": "contact",
        },
    ),
]

PARTNERS = [
    {
        "kind": "government",
        "name": T("Zyra e Kryeministrit", "Kancelarija premijera", "Office of the Prime Minister"),
        "description": T(
            (
                "Në fund të vitit 2003 krijoi grupin ndërministror të punës, anëtare e të cilit është edhe "
                "PVPT-ja."
            ),
            "Krajem 2003.\u00a0godine osnovala je međuministarsku radnu grupu, čiji je član i PVPT.",
            "At the end of 2003 it set up the inter-ministerial working group, of which PVPT is a member.",
        ),
        "since": None,
        "website": "",
    },
    {
        "kind": "government",
        "name": T(
            "Ministria e Punës dhe Mirëqenies Sociale",
            "Ministarstvo rada i socijalne zaštite",
            "Ministry of Labour and Social Welfare",
        ),
        "description": T(
            "Mbështeti hapjen e qendrës në vitin 2008 dhe nënshkroi memorandum me PVPT-në.",
            "Podržalo je otvaranje centra 2008.\u00a0godine i potpisalo memorandum sa PVPT-om.",
            "Supported the opening of the centre in 2008 and signed a memorandum with PVPT.",
        ),
        "since": None,
        "website": "",
    },
    {
        "kind": "government",
        "name": T(
            "Ministria e Punëve të Brendshme",
            "Ministarstvo unutrašnjih poslova",
            "Ministry of Internal Affairs",
        ),
        "description": GROUP_PARTNER,
        "since": None,
        "website": "",
    },
    {
        "kind": "government",
        "name": T("Ministria e Drejtësisë", "Ministarstvo pravde", "Ministry of Justice"),
        "description": GROUP_PARTNER,
        "since": None,
        "website": "",
    },
    {
        "kind": "government",
        "name": T(
            "Ministria e Arsimit, Shkencës dhe Teknologjisë",
            "Ministarstvo obrazovanja, nauke i tehnologije",
            "Ministry of Education, Science and Technology",
        ),
        "description": MEMORANDUM_PARTNER,
        "since": None,
        "website": "",
    },
    {
        "kind": "international",
        "name": T(
            "Organizata Ndërkombëtare për Migrim (IOM)",
            "Međunarodna organizacija za migracije (IOM)",
            "International Organization for Migration (IOM)",
        ),
        "description": GROUP_PARTNER,
        "since": None,
        "website": "",
    },
    {
        "kind": "international",
        "name": T("Misioni i OSBE-së në Kosovë", "Misija OEBS-a na Kosovu", "OSCE Mission in Kosovo"),
        "description": GROUP_PARTNER,
        "since": None,
        "website": "",
    },
    {
        "kind": "international",
        "name": T(
            "ACT/UMCOR (Komiteti Metodist i Bashkuar për Ndihmë)",
            "ACT/UMCOR (Ujedinjeni metodistički komitet za pomoć)",
            "ACT/UMCOR (United Methodist Committee on Relief)",
        ),
        "description": T(
            "Bashkë me të u drejtua strehimorja e parë për viktimat e trafikimit në Kosovë.",
            "U saradnji sa njim vođeno je prvo sklonište za žrtve trgovine ljudima na Kosovu.",
            "The first shelter for victims of trafficking in Kosovo was run together with it.",
        ),
        "since": 2000,
        "website": "",
    },
    {
        "kind": "international",
        "name": T(
            "Ambasada e Finlandës në Kosovë", "Ambasada Finske na Kosovu", "Embassy of Finland in Kosovo"
        ),
        "description": T(
            "Mbështeti hapjen e qendrës në vitin 2008 dhe financoi uebfaqen e mëparshme të PVPT-së.",
            "Podržala je otvaranje centra 2008.\u00a0godine i finansirala prethodni sajt PVPT-a.",
            "Supported the opening of the centre in 2008 and funded PVPT’s previous website.",
        ),
        "since": 2008,
        "website": "",
    },
    {
        "kind": "international",
        "name": T(
            "Konsorciumi i projektit “Të lëvizim përpara” (Moving Forward)",
            "Konzorcijum projekta „Moving Forward”",
            "Consortium of the “Moving Forward” project",
        ),
        "description": T(
            "Projekt i Bashkimit Evropian, në të cilin PVPT-ja ishte partnere vendore.",
            "Projekat Evropske unije u kojem je PVPT bio lokalni partner.",
            "A European Union project in which PVPT was a local partner.",
        ),
        "since": None,
        "website": "",
    },
    {
        "kind": "network",
        "name": T(
            "Rrjeti i Grave të Kosovës (RrGK)", "Mreža žena Kosova (MŽK)", "Kosovo Women’s Network (KWN)"
        ),
        "description": None,
        "since": 2004,
        "website": "https://womensnetwork.org/",
    },
    {
        "kind": "network",
        "name": T("Koalicioni i Strehimoreve", "Koalicija skloništa", "Shelters’ Coalition"),
        "description": T(
            "U themelua nga tetë organizata që ofrojnë strehim.",
            "Osnovalo ju je osam organizacija koje vode skloništa.",
            "Founded by eight shelter providers.",
        ),
        "since": 2010,
        "website": "",
    },
    {
        "kind": "network",
        "name": T(
            "Koalicioni për Mbrojtjen e Fëmijëve",
            "Koalicija za zaštitu dece",
            "Coalition for Child Protection",
        ),
        "description": T(
            sq="Sipas PVPT-së, u themelua në vitin 2010 nga njëzet e pesë organizata për të drejtat e "
            "fëmijëve.",
            sr="Prema podacima PVPT-a, 2010.\u00a0godine osnovalo ju je dvadeset pet organizacija za prava "
            "deteta.",
            en="According to PVPT, it was founded in 2010 by twenty-five organisations for children’s "
            "rights.",
        ),
        "since": None,
        "website": "",
    },
    {
        "kind": "organisation",
        "name": T(
            "Universiteti i Prishtinës “Hasan Prishtina”, Departamenti i Psikologjisë",
            "Univerzitet u Prištini „Hasan Priština”, Odsek za psihologiju",
            "University of Prishtina, Department of Psychology",
        ),
        "description": MEMORANDUM_PARTNER,
        "since": None,
        "website": "",
    },
]

COOPERATION = {
    "title": T("Bashkëpunimi", "Saradnja", "Cooperation"),
    "slug": T("bashkepunimi", "saradnja", "cooperation"),
    "search_description": T(
        sq="Me kë punon PVPT-ja kundër trafikimit: grupi ndërministror i punës, partnerët për asistencë të "
        "drejtpërdrejtë, rrjetet dhe memorandumet.",
        sr="Sa kim PVPT sarađuje u borbi protiv trgovine ljudima: međuministarska radna grupa, partneri za "
        "direktnu pomoć, mreže, koalicije i memorandumi.",
        en="Whom PVPT works with against trafficking: the inter-ministerial working group, direct "
        "assistance partners, networks and memoranda.",
    ),
    "introduction": T(
        sq="Një person që del nga trafikimi ka nevojë për ndihmën e shumë institucioneve njëherësh. Kur ato "
        "punojnë bashkë, si në asistencën e drejtpërdrejtë ashtu edhe në parandalim, fitojnë njerëzit për "
        "të cilët bëhet kjo punë.",
        sr="Osobi koja izlazi iz lanca trgovine ljudima istovremeno je potrebna pomoć više institucija. "
        "Kada one rade zajedno, i na direktnoj pomoći i na prevenciji, korist imaju ljudi zbog kojih se "
        "sve to i radi.",
        en="A person who leaves a trafficking situation needs the help of many institutions at once. When "
        "they work together, in direct assistance as well as in prevention, the people for whom it is all "
        "done are the ones who benefit.",
    ),
    "body": BODY,
    "partners": PARTNERS,
}
