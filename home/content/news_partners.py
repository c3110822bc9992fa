"""News items from PVPT's history with its partners: 2008, 2010 and 2019; order and indexes are in news.py."""

from home.content.text import T

PROCEDURES = {
    "title": T(
        "2008: hyjnë në fuqi Procedurat Standarde të Veprimit",
        "2008: Standardne operativne procedure stupaju na snagu",
        "2008: Standard Operating Procedures come into force",
    ),
    "slug": T(
        "procedurat-standarde-te-veprimit-2008",
        "standardne-operativne-procedure-2008",
        "standard-operating-procedures-2008",
    ),
    "search_description": T(
        (
            "Procedurat Standarde të Veprimit për viktimat e trafikimit hynë në fuqi në vitin 2008. I "
            "hartoi grupi ku merr pjesë PVPT-ja."
        ),
        (
            "Standardne operativne procedure za žrtve trgovine ljudima važe od 2008.\u00a0godine. Izradila "
            "ih je grupa čiji je član i PVPT."
        ),
        (
            "The Standard Operating Procedures for Victims of Trafficking date from 2008. They come from "
            "the group to which PVPT belongs."
        ),
    ),
    "date": "2026-11-16",
    "summary": T(
        (
            "Nga historiku ynë: në vitin 2008 hynë në fuqi Procedurat Standarde të Veprimit për viktimat e "
            "trafikimit, që i hartoi Grupi i Partnerëve për Asistencë të Drejtpërdrejtë."
        ),
        (
            "Iz naše istorije: 2008.\u00a0godine stupile su na snagu Standardne operativne procedure za "
            "žrtve trgovine ljudima, koje je izradila Grupa partnera za direktnu pomoć."
        ),
        (
            "From our history: in 2008 the Standard Operating Procedures for Victims of Trafficking, drawn "
            "up by the Direct Assistance Partners Group, came into force."
        ),
    ),
    "lead_image": "table",
    "lead_image_alt": T(
        "Ilustrim: tryezë e rrumbullakët me filxhanë dhe fletë letre, e parë nga lart",
        "Ilustracija: okrugli sto sa šoljama i listovima papira, viđen odozgo",
        "Illustration: cups and sheets of paper on a round table, seen from above",
    ),
    "lead_image_credit": None,
    "category": "cooperation",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Personit që i ka mbijetuar trafikimit i duhen njëherësh shumë gjëra: siguri, "
                    "strehim, ndihmë juridike, këshillim. Asnjë institucion nuk i ka të gjitha, prandaj "
                    "është e rëndësishme që secili ta dijë çfarë bën tjetri.</p>"
                ),
                (
                    "<p>Osobi koja je preživela trgovinu ljudima istovremeno je potrebno mnogo toga: "
                    "bezbednost, smeštaj, pravna pomoć, savetovanje. Nijedna institucija nema sve to, pa "
                    "je važno da svaka zna šta rade druge.</p>"
                ),
                (
                    "<p>A person who has survived trafficking needs many things at once: safety, shelter, "
                    "legal aid, counselling. No institution has them all, so it matters that each knows "
                    "what the others do.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Procedurat Standarde të Veprimit (PSV) për viktimat e trafikimit, në fuqi që nga "
                    "viti 2008, e përshkruajnë këtë punë të përbashkët dhe referimin te shërbimet. I hartoi "
                    "Grupi i Partnerëve për Asistencë të Drejtpërdrejtë, anëtare e të cilit është edhe "
                    "PVPT-ja.</p>"
                    "<p>Në grup ishin edhe Organizata Ndërkombëtare për Migrim (IOM), OSBE-ja, Ministria e "
                    "Punëve të Brendshme, Ministria e Punës dhe Mirëqenies Sociale dhe Ministria e "
                    "Drejtësisë. Ministritë i shënojmë me emrat që kishin atëherë.</p>"
                ),
                (
                    "<p>Standardne operativne procedure (SOP) za žrtve trgovine ljudima, koje važe od "
                    "2008.\u00a0godine, opisuju taj zajednički rad i upućivanje na usluge. Izradila ih je "
                    "Grupa partnera za direktnu pomoć, čiji je član i PVPT.</p>"
                    "<p>U grupi su bili i Međunarodna organizacija za migracije (IOM), OEBS, Ministarstvo "
                    "unutrašnjih poslova, Ministarstvo rada i socijalne zaštite i Ministarstvo pravde. "
                    "Ministarstva navodimo pod nazivima koje su tada imala.</p>"
                ),
                (
                    "<p>The Standard Operating Procedures (SOPs) for Victims of Trafficking, in force "
                    "since 2008, describe this shared work and the referral to services. They were drawn "
                    "up by the Direct Assistance Partners Group, of which PVPT is a member.</p>"
                    "<p>The group also included the International Organization for Migration (IOM), the "
                    "OSCE, the Ministry of Internal Affairs, the Ministry of Labour and Social Welfare and "
                    "the Ministry of Justice. We give the ministries the names that they had at the "
                    "time.</p>"
                ),
            ),
        ),
    ],
    "related": [2],
}

MINIMUM_STANDARDS = {
    "title": T(
        "Janar 2010: hyjnë në fuqi Standardet Minimale të Kujdesit",
        "Januar 2010: Minimalni standardi brige stupaju na snagu",
        "January 2010: Minimum Standards of Care come into force",
    ),
    "slug": T(
        "standardet-minimale-te-kujdesit-2010",
        "minimalni-standardi-brige-2010",
        "minimum-standards-of-care-2010",
    ),
    "search_description": T(
        (
            "Standardet Minimale të Kujdesit për Viktimat e Trafikimit hynë në fuqi në janar 2010: cilësi "
            "e njëjtë e shërbimeve për të gjithë."
        ),
        (
            "Minimalni standardi brige o žrtvama trgovine ljudima važe od januara 2010: isti kvalitet "
            "usluga za sve, od identifikacije do reintegracije."
        ),
        (
            "The Minimum Standards of Care for Victims of Trafficking date from January 2010: services of "
            "equal quality for all."
        ),
    ),
    "date": "2026-11-18",
    "summary": T(
        (
            "Nga historiku ynë: në janar 2010 hynë në fuqi Standardet Minimale të Kujdesit për Viktimat e "
            "Trafikimit, që i hartoi Grupi i Partnerëve për Asistencë të Drejtpërdrejtë."
        ),
        (
            "Iz naše istorije: u januaru 2010.\u00a0godine stupili su na snagu Minimalni standardi brige o "
            "žrtvama trgovine ljudima, koje je izradila Grupa partnera za direktnu pomoć."
        ),
        (
            "From our history: in January 2010 the Minimum Standards of Care for Victims of Trafficking, "
            "drawn up by the Direct Assistance Partners Group, came into force."
        ),
    ),
    "lead_image": "hands",
    "lead_image_alt": T(
        "Ilustrim: forma si gjethe dhe duar që mbivendosen, në ngjyra të ngrohta",
        "Ilustracija: oblici nalik na listove i ruke koji se preklapaju, u toplim bojama",
        "Illustration: overlapping shapes like leaves and hands in warm colours",
    ),
    "lead_image_credit": None,
    "category": "services",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Ndihma që merr një person nuk duhet të varet nga dera në të cilën troket. Këtë "
                    "qëllim kanë Standardet Minimale të Kujdesit për Viktimat e Trafikimit, që janë në fuqi "
                    "që nga janari i vitit 2010. Ato kërkojnë shërbime me të njëjtën cilësi për të gjithë, "
                    "nga identifikimi deri te riintegrimi.</p>"
                ),
                (
                    "<p>Pomoć koju neko dobije ne treba da zavisi od toga na čija je vrata zakucao. To je "
                    "cilj Minimalnih standarda brige o žrtvama trgovine ljudima, koji važe od januara "
                    "2010.\u00a0godine: usluge istog kvaliteta za sve, od identifikacije do "
                    "reintegracije.</p>"
                ),
                (
                    "<p>The help that people receive should not depend on the door on which they knock. "
                    "This is the aim of the Minimum Standards of Care for Victims of Trafficking, in force "
                    "since January 2010: services of the same quality for everybody, from identification "
                    "to reintegration.</p>"
                ),
            ),
        ),
        (
            "paragraph",
            T(
                (
                    "<p>Standardet i hartoi Grupi i Partnerëve për Asistencë të Drejtpërdrejtë, anëtare e "
                    "të cilit është edhe PVPT-ja. Procedurat Standarde të Veprimit të të njëjtit grup "
                    "ishin në fuqi që nga viti 2008.</p>"
                ),
                (
                    "<p>Standarde je izradila Grupa partnera za direktnu pomoć, čiji je član i PVPT. "
                    "Standardne operativne procedure iste grupe važile su već od 2008.\u00a0godine.</p>"
                ),
                (
                    "<p>The standards were drawn up by the Direct Assistance Partners Group, of which PVPT "
                    "is a member. The Standard Operating Procedures of the same group had been in force "
                    "since 2008.</p>"
                ),
            ),
        ),
    ],
    "related": [3],
}

MOVING_FORWARD = {
    "title": T(
        "2019: “Të lëvizim përpara” (Moving Forward) në shkolla",
        "2019: „Moving Forward” u školama",
        "2019: “Moving Forward” in schools",
    ),
    "slug": T(
        "moving-forward-ne-shkolla-2019", "moving-forward-u-skolama-2019", "moving-forward-in-schools-2019"
    ),
    "search_description": T(
        (
            "Në vitin 2019 PVPT-ja ishte partnere vendore në projektin “Të lëvizim përpara” të Bashkimit "
            "Evropian, me seanca vetëdijesimi në shkolla."
        ),
        (
            "PVPT je 2019.\u00a0godine bio lokalni partner u projektu Evropske unije „Moving Forward”, sa "
            "aktivnostima za podizanje svesti u školama."
        ),
        (
            "In 2019 PVPT was a local partner in the European Union project “Moving Forward”, with "
            "awareness sessions held in schools."
        ),
    ),
    "date": "2026-11-20",
    "summary": T(
        (
            "Nga historiku ynë: në vitin 2019, në kuadër të projektit “Të lëvizim përpara” (Moving Forward) "
            "të Bashkimit Evropian, në shkolla u mbajtën seanca për ngritjen e vetëdijes. PVPT-ja ishte "
            "partnere vendore."
        ),
        (
            "Iz naše istorije: 2019.\u00a0godine u okviru projekta Evropske unije „Moving Forward” u "
            "školama su sprovedene aktivnosti za podizanje svesti. PVPT je bio lokalni partner."
        ),
        (
            "From our history: in 2019 awareness sessions were held in schools within the European Union "
            "project “Moving Forward”. PVPT was a local partner."
        ),
    ),
    "lead_image": "classroom",
    "lead_image_alt": T(
        "Ilustrim: rreshta librash të hapur dhe dritare",
        "Ilustracija: redovi otvorenih knjiga i prozori",
        "Illustration: rows of open books and windows",
    ),
    "lead_image_credit": None,
    "category": "prevention",
    "body": [
        (
            "paragraph",
            T(
                (
                    "<p>Në projektin “Të lëvizim përpara” (Moving Forward) të Bashkimit Evropian, PVPT-ja "
                    "ishte partnere vendore në Kosovë. Pjesë e tij ishin seancat për ngritjen e vetëdijes "
                    "që u mbajtën në shkolla në vitin 2019.</p>"
                ),
                (
                    "<p>PVPT je bio lokalni partner u projektu Evropske unije „Moving Forward” na Kosovu. "
                    "Deo projekta bile su i aktivnosti za podizanje svesti koje su 2019.\u00a0godine "
                    "sprovedene u školama.</p>"
                ),
                (
                    "<p>PVPT was a local partner in Kosovo in the European Union project “Moving Forward”. "
                    "The awareness sessions held in schools in 2019 were part of it.</p>"
                ),
            ),
        ),
        ("heading", T("Pse në shkolla", "Zašto u školama", "Why in schools")),
        (
            "paragraph",
            T(
                (
                    "<p>Kush i njeh shenjat e trafikimit, mund ta kuptojë më herët se diçka nuk është në "
                    "rregull, te vetja ose te dikush që e njeh. Prandaj edukimi, informimi dhe ngritja e "
                    "vetëdijes janë pjesë e punës sonë për parandalim. Disa nga shenjat i gjeni, me fjalë "
                    'të thjeshta, te <a linktype="page" id="safety">Këshilla për sigurinë</a>.</p>'
                ),
                (
                    "<p>Ko poznaje znakove trgovine ljudima, može ranije da shvati da nešto nije u redu, "
                    "kod sebe ili kod nekoga koga poznaje. Zato su edukacija, informisanje i podizanje "
                    "svesti deo našeg rada na prevenciji. Neke od tih znakova, opisane jednostavnim "
                    'rečima, naći ćete na stranici <a linktype="page" id="safety">Saveti za '
                    "bezbednost</a>.</p>"
                ),
                (
                    "<p>People who know the signs of trafficking can see sooner that something is wrong, "
                    "for themselves or for somebody they know. This is why education, information and "
                    "awareness raising are part of our work in prevention. Some of the signs are given in "
                    'plain words under <a linktype="page" id="safety">Safety advice</a>.</p>'
                ),
            ),
        ),
    ],
    "related": [0],
}
