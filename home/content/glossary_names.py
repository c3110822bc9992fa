"""The names of institutions, laws and documents in the glossary that a new site ships with."""

from home.content.glossary import Entry
from home.content.text import T

NAMES = [
    Entry(
        T(
            "Qendra për Mbrojtjen e Viktimave dhe Parandalimin e Trafikimit të Qenieve Njerëzore",
            "Centar za zaštitu žrtava i prevenciju trgovine ljudima",
            "Center for Protection of Victims and Prevention of Trafficking in Human Beings",
        ),
        ("Qend* për Mbrojtjen e Viktimave dhe Parandalimin e Trafikimit të Qenieve Njerëzore",),
        ("Cent* za zaštitu žrtava i prevenciju trgovine ljudima",),
        (),
        "Në anglisht vetëm këtu shkruhet “Center”. Shkurtesa PVPT është e njëjtë në të gjitha gjuhët.",
    ),
    Entry(
        T(
            "Autoriteti Kombëtar kundër Trafikimit me Njerëz",
            "Nacionalni organ protiv trgovine ljudima",
            "National Authority against Trafficking in Human Beings",
        ),
        ("Autoritet* Kombëtar kundër Trafikimit me Njerëz",),
        ("Nacionaln* organ* protiv trgovine ljudima",),
    ),
    Entry(
        T(
            "Koordinatori Kombëtar kundër Trafikimit me Njerëz",
            "Nacionalni koordinator za borbu protiv trgovine ljudima",
            "National Anti-Trafficking Coordinator",
        ),
        ("Koordinator* Kombëtar kundër Trafikimit me Njerëz",),
        ("Nacionaln* koordinator* za borbu protiv trgovine ljudima",),
    ),
    Entry(
        T(
            "Strategjia Kombëtare kundër Trafikimit me Njerëz",
            "Nacionalna strategija protiv trgovine ljudima",
            "National Strategy against Trafficking in Human Beings",
        ),
        ("Strategji* Kombëtare kundër Trafikimit me Njerëz",),
        ("Nacionaln* strategij* protiv trgovine ljudima",),
        (),
        "E viteve 2015–2019.",
    ),
    Entry(
        T(
            "Strategjia Nacionale kundër Trafikimit me Qenie Njerëzore",
            "Nacionalna strategija i Akcioni plan protiv trgovine ljudima",
            "National Strategy and Action Plan against Trafficking in Human Beings",
        ),
        ("Strategji* Nacionale kundër Trafikimit me Qenie Njerëzore",),
        ("Nacionaln* strategij* i Akcion* plan* protiv trgovine ljudima",),
        (),
        "E viteve 2011–2014: atëherë “Nacionale”, më 2015 “Kombëtare”.",
    ),
    Entry(
        T(
            "grupi ndërministror i punës",
            "međuministarska radna grupa",
            "inter-ministerial working group",
        ),
        ("grup* ndërministror* i* punës", "grup* ndërministror* të punës"),
        ("međuministarsk* radn* grup*",),
        ("inter-ministerial group",),
    ),
    Entry(
        T(
            "Procedurat Standarde të Veprimit",
            "Standardne operativne procedure",
            "Standard Operating Procedures",
        ),
        ("Procedura* Standarde të Veprimit",),
        ("Standardn* operativn* procedur*",),
    ),
    Entry(
        T(
            "Standardet Minimale të Kujdesit",
            "Minimalni standardi brige",
            "Minimum Standards of Care",
        ),
        ("Standarde* Minimale të Kujdesit",),
        ("Minimaln* standard* brige",),
        (),
        "Në serbisht jo “nege”.",
    ),
    Entry(
        T(
            "Mekanizmi Kombëtar i Referimit",
            "nacionalni mehanizam za upućivanje žrtava",
            "National Referral Mechanism",
        ),
        ("Mekanizm* Kombëtar* * Referimit",),
        ("nacionaln* mehaniz* za upućivanje žrtava",),
    ),
    Entry(
        T(
            "Mekanizmi Transnacional i Referimit",
            "transnacionalni mehanizam za upućivanje žrtava",
            "Transnational Referral Mechanism",
        ),
        ("Mekanizm* Transnacional* * Referimit",),
        ("transnacionaln* mehaniz* za upućivanje žrtava",),
    ),
    Entry(
        T(
            "Ministria e Punëve të Brendshme",
            "Ministarstvo unutrašnjih poslova",
            "Ministry of Internal Affairs",
        ),
        ("Ministri* Punëve të Brendshme", "Ministri* * Punëve të Brendshme"),
        ("Ministarstv* unutrašnjih poslova",),
    ),
    Entry(
        T(
            "Ministria e Punës dhe Mirëqenies Sociale",
            "Ministarstvo rada i socijalne zaštite",
            "Ministry of Labour and Social Welfare",
        ),
        ("Ministri* * Punës dhe Mirëqenies Sociale",),
        ("Ministarstv* rada i socijalne zaštite",),
        (),
        "Nuk ekziston më me këtë emër; ruani emrin e kohës.",
    ),
    Entry(
        T("Ministria e Drejtësisë", "Ministarstvo pravde", "Ministry of Justice"),
        ("Ministri* * Drejtësisë",),
        ("Ministarstv* pravde",),
    ),
    Entry(
        T("Zyra e Kryeministrit", "Kancelarija premijera", "Office of the Prime Minister"),
        ("Zyr* * Kryeministrit",),
        ("Kancelarij* premijera",),
        ("Prime Minister’s Office",),
    ),
    Entry(
        T("Kuvendi i Kosovës", "Skupština Kosova", "Assembly of Kosovo"),
        ("Kuvend* * Kosovës",),
        ("Skupštin* Kosova",),
    ),
    Entry(
        T("Policia e Kosovës", "Policija Kosova", "Kosovo Police"),
        ("Polici* * Kosovës",),
        ("Policij* Kosova",),
    ),
    Entry(
        T(
            "Zyra për Mbrojtje dhe Ndihmë Viktimave",
            "Kancelarija za zaštitu i pomoć žrtvama",
            "Victims’ Protection and Assistance Office",
        ),
        ("Zyr* për Mbrojtje dhe Ndihmë Viktimave",),
        ("Kancelarij* za zaštitu i pomoć žrtvama",),
    ),
    Entry(
        T("qendra për punë sociale", "centar za socijalni rad", "centre for social work"),
        ("qend* për punë sociale", "QPS*"),
        ("cent* za socijalni rad", "CSR"),
        ("centres for social work", "CSW", "CSWs"),
    ),
    Entry(
        T("Misioni i OSBE-së në Kosovë", "Misija OEBS-a na Kosovu", "OSCE Mission in Kosovo"),
        ("Mision* * OSBE-së në Kosovë",),
        ("Misij* OEBS-a na Kosovu",),
    ),
    Entry(
        T(
            "Organizata Ndërkombëtare për Migrim",
            "Međunarodna organizacija za migracije",
            "International Organization for Migration",
        ),
        ("Organizat* Ndërkombëtare për Migrim",),
        ("Međunarodn* organizacij* za migracije",),
        (),
        "Në anglisht me z.",
    ),
    Entry(
        T("Rrjeti i Grave të Kosovës", "Mreža žena Kosova", "Kosovo Women’s Network"),
        ("Rrjet* * Grave të Kosovës",),
        ("Mrež* žena Kosova",),
        ("Kosovo Women's Network",),
    ),
    Entry(
        T("Koalicioni i Strehimoreve", "Koalicija skloništa", "Shelters’ Coalition"),
        ("Koalicion* * Strehimoreve",),
        ("Koalicij* skloništa",),
        ("Shelters' Coalition",),
    ),
    Entry(
        T(
            "Komiteti Metodist i Bashkuar për Ndihmë",
            "Ujedinjeni metodistički komitet za pomoć",
            "United Methodist Committee on Relief",
        ),
        ("Komitet* Metodist* * Bashkuar për Ndihmë",),
        ("Ujedinjen* metodističk* komitet* za pomoć",),
    ),
    Entry(
        T(
            "Agjencia për Informim dhe Privatësi",
            "Agencija za informacije i privatnost",
            "Information and Privacy Agency",
        ),
        ("Agjenci* për Informim dhe Privatësi",),
        ("Agencij* za informacije i privatnost",),
    ),
    Entry(
        T(
            "Ligji nr. 06/L-082 për Mbrojtjen e të Dhënave Personale",
            "Zakon br. 06/L-082 o zaštiti ličnih podataka",
            "Law No. 06/L-082 on Protection of Personal Data",
        ),
        ("Ligji* nr. 06/L-082 për Mbrojtjen e të Dhënave Personale",),
        ("Zakon* br. 06/L-082 o zaštiti ličnih podataka",),
    ),
    Entry(
        T("Ambasada e Finlandës", "Ambasada Finske", "Embassy of Finland"),
        ("Ambasad* * Finlandës",),
        ("Ambasad* Finske",),
    ),
    Entry(
        T("Bashkimi Evropian", "Evropska unija", "European Union"),
        ("Bashkim* Evropian", "BE-*"),
        ("Evropsk* unij*",),
        ("EU",),
        "“Evropian”, jo “europian”.",
    ),
]
