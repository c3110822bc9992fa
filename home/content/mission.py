"""The mission page: statement, history, fields of work, principles and milestones."""

from home.content.text import T

BEGINNING = T(
    sq="<p>Në dhjetor 1999, policia në Prishtinë identifikoi dhe liroi tetë vajza që trafikantët i kishin "
    "sjellë në Kosovë. Ato ishin të lira, por nuk kishte asnjë strehimore ku të shkonin.</p>"
    "<p>Përgjigjja erdhi shpejt. Në janar 2000 u hap strehimorja e parë për viktimat e trafikimit në "
    "Kosovë, e drejtuar bashkë me ACT/UMCOR-in, Komitetin Metodist të Bashkuar për Ndihmë. Aty e nisi punën "
    "stafi i PVPT-së, i cili vepron në këtë fushë që nga ajo kohë.</p>"
    "<p>Në nëntor 2003, PVPT-ja u regjistrua si organizatë joqeveritare vendore, e pavarur dhe "
    "jofitimprurëse. Emri i saj i plotë thotë se çfarë bën: Qendra për Mbrojtjen e Viktimave dhe "
    "Parandalimin e Trafikimit të Qenieve Njerëzore.</p>",
    sr="<p>U decembru 1999.\u00a0godine policija je u Prištini prepoznala i oslobodila osam devojaka koje "
    "su trgovci ljudima doveli na Kosovo. Bile su slobodne, ali nije postojalo sklonište u koje bi mogle "
    "da odu.</p>"
    "<p>Odgovor je stigao brzo. U januaru 2000.\u00a0godine otvoreno je prvo sklonište za žrtve trgovine "
    "ljudima na Kosovu, vođeno zajedno sa ACT/UMCOR-om, odnosno sa Ujedinjenim metodističkim komitetom za "
    "pomoć. U njemu je počelo da radi osoblje PVPT-a, koje od tada deluje u ovoj oblasti.</p>"
    "<p>U novembru 2003.\u00a0godine PVPT je registrovan kao lokalna, nezavisna i neprofitna nevladina "
    "organizacija. Njegov puni naziv kaže čime se bavi: Centar za zaštitu žrtava i prevenciju trgovine "
    "ljudima.</p>",
    en="<p>In December 1999, police in Prishtina identified and freed eight girls who had been trafficked "
    "into Kosovo. They were free, but there was no shelter for them to go to.</p>"
    "<p>The answer came quickly. In January 2000 the first shelter for victims of trafficking in Kosovo "
    "opened, run with ACT/UMCOR, the United Methodist Committee on Relief. PVPT’s staff began their work in "
    "that shelter and have been in the field ever since.</p>"
    "<p>In November 2003, PVPT was registered as an independent local non-governmental, non-profit "
    "organisation. Its full name says what it does: Center for Protection of Victims and Prevention of "
    "Trafficking in Human Beings.</p>",
)

CRISIS_SHELTER = T(
    sq="<p>Nga viti 2000 deri në vitin 2007, në strehimoren e krizës u strehuan 552\u00a0persona. Shumica "
    "kishin ardhur nga vende të tjera dhe qëndruan aty deri në riatdhesimin e tyre.</p>"
    "<p>Gjatë këtyre viteve, puna e përbashkët kundër trafikimit mori formë edhe në nivel institucional. Në "
    "fund të vitit 2003 u krijua grupi ndërministror i punës, në të cilin merr pjesë edhe PVPT-ja. "
    '<a linktype="page" id="cooperation">Më shumë për bashkëpunimin tonë</a></p>',
    sr="<p>Od 2000. do 2007.\u00a0godine u kriznom skloništu bile su smeštene 552\u00a0osobe. Većina je "
    "došla iz drugih zemalja i tu je boravila do repatrijacije.</p>"
    "<p>Tih godina zajednički rad na suzbijanju trgovine ljudima dobio je oblik i na nivou institucija. "
    "Krajem 2003.\u00a0godine osnovana je međuministarska radna grupa, čiji je član i PVPT. "
    '<a linktype="page" id="cooperation">Više o našoj saradnji</a></p>',
    en="<p>From 2000 to 2007, 552 people found accommodation in the crisis shelter. Most had come from "
    "other countries and stayed there until their repatriation.</p>"
    "<p>During these years, common work against trafficking took shape at the level of institutions too. "
    "The inter-ministerial working group was set up at the end of 2003, and PVPT is a member of it. "
    '<a linktype="page" id="cooperation">More about our cooperation</a></p>',
)

CENTRE = T(
    sq="<p>Në qershor 2008, PVPT-ja hapi qendrën për rehabilitim dhe riintegrim, me mbështetjen e Ambasadës "
    "së Finlandës dhe të Ministrisë së Punës dhe Mirëqenies Sociale.</p>"
    "<p>Qendra është gjysmë e hapur; sipas të dhënave deri rreth vitit 2018, ishte e vetmja e këtij lloji "
    "në Kosovë. Ajo është licencuar në nivel kombëtar për dy lloje programesh:</p>"
    "<ul><li><b>programin rezidencial</b>, në të cilin personi banon në qendër;</li>"
    "<li><b>programin ditor</b>, në të cilin personi vjen në qendër gjatë ditës.</li></ul>"
    "<p>Deri rreth vitit 2018, qendra mbështeti 285\u00a0persona. Duke i përfshirë edhe ata që u "
    "strehuan në strehimoren e krizës, PVPT-ja dhe stafi i saj kanë mbështetur gjithsej 837\u00a0njerëz.</p>",
    sr="<p>U junu 2008.\u00a0godine PVPT je otvorio centar za rehabilitaciju i reintegraciju, uz podršku "
    "Ambasade Finske i Ministarstva rada i socijalne zaštite.</p>"
    "<p>Centar je poluotvoren i, prema podacima do otprilike 2018.\u00a0godine, jedini takav na Kosovu. Na "
    "nacionalnom nivou licenciran je za dve vrste programa:</p>"
    "<ul><li><b>program smeštaja</b>, u kojem osoba živi u centru;</li>"
    "<li><b>dnevni program</b>, u kojem osoba dolazi u centar tokom dana.</li></ul>"
    "<p>Do otprilike 2018.\u00a0godine podršku u centru dobilo je 285\u00a0osoba. Zajedno sa onima koji su "
    "bili smešteni u kriznom skloništu, podršku PVPT-a i njegovog osoblja dobilo je 837\u00a0ljudi.</p>",
    en="<p>In June 2008, PVPT opened the rehabilitation and reintegration centre, with the support of the "
    "Embassy of Finland and the Ministry of Labour and Social Welfare.</p>"
    "<p>The centre is semi-open, the only one of its kind in Kosovo according to figures from about 2018, "
    "and has been licensed nationally for two kinds of programme:</p>"
    "<ul><li>the <b>residential programme</b>, in which a person lives at the centre;</li>"
    "<li>the <b>daily programme</b>, in which a person comes to the centre during the day.</li></ul>"
    "<p>Up to about 2018 the centre supported 285 people. Together with those who stayed in the crisis "
    "shelter, PVPT and its staff have supported 837 people.</p>",
)

ASSISTANCE = T(
    sq="<p>Asistenca e drejtpërdrejtë është shtylla e parë e punës sonë. Ajo ka dy pjesë që lidhen ngushtë "
    "me njëra-tjetrën.</p>"
    "<h3>Rehabilitimi</h3><p>Në fillim më të rëndësishme janë siguria dhe qetësia. Rehabilitimi i jep "
    "personit kohë dhe hapësirë për ta marrë veten, me ritmin e vet.</p>"
    "<h3>Riintegrimi afatgjatë</h3><p>Kthimi në jetën e përditshme nuk ndodh brenda natës. Prandaj "
    "mbështetja vazhdon edhe më tej, derisa personi të mund të jetojë në mënyrë të pavarur.</p>",
    sr="<p>Direktna pomoć je prvi stub našeg rada. Čine je dva tesno povezana dela.</p>"
    "<h3>Rehabilitacija</h3><p>Na početku su najvažniji bezbednost i mir. Rehabilitacija osobi daje vreme i "
    "prostor da se oporavi svojim tempom.</p>"
    "<h3>Dugoročna reintegracija</h3><p>Povratak svakodnevnom životu ne dešava se preko noći. Zato se "
    "podrška nastavlja sve dok osoba ne bude mogla da živi samostalno.</p>",
    en="<p>Direct assistance is the first pillar of our work. It has two closely linked parts.</p>"
    "<h3>Rehabilitation</h3><p>What matters at first is safety and calm. Rehabilitation gives a person the "
    "time and space to recover at their own pace.</p>"
    "<h3>Long-term reintegration</h3><p>The return to everyday life does not happen overnight. That is why "
    "support goes on until the person is able to live independently.</p>",
)

PREVENTION = T(
    sq="<p>Shtylla e dytë është parandalimi. Ai përfshin pesë fusha:</p>"
    "<ul><li><b>edukimi</b>, që të rinjtë ta njohin rrezikun me kohë;</li>"
    "<li><b>informimi</b>, që njerëzit t’i njohin të drejtat e veta dhe vendet ku mund të kërkojnë "
    "ndihmë;</li>"
    "<li><b>ngritja e vetëdijes</b>, që viktimat të shihen me respekt dhe jo me paragjykim;</li>"
    "<li><b>avokimi</b>, që politikat publike t’i mbrojnë më mirë viktimat;</li>"
    "<li><b>hulumtimi</b>, që puna të mbështetet në njohuri.</li></ul>"
    "<p>PVPT-ja ishte partnere vendore në projektin “Të lëvizim përpara” (Moving Forward) të Bashkimit "
    "Evropian. Në kuadër të tij, në vitin 2019 u mbajtën seanca vetëdijesimi në shkolla.</p>",
    sr="<p>Drugi stub je prevencija. Ona obuhvata pet oblasti:</p>"
    "<ul><li><b>edukaciju</b>, kako bi mladi na vreme prepoznali opasnost;</li>"
    "<li><b>informisanje</b>, kako bi ljudi poznavali svoja prava i znali gde mogu da potraže pomoć;</li>"
    "<li><b>podizanje svesti</b>, kako bi se žrtvama pristupalo sa poštovanjem, a ne sa predrasudama;</li>"
    "<li><b>zagovaranje</b>, kako bi javne politike bolje štitile žrtve;</li>"
    "<li><b>istraživanje</b>, kako bi se rad zasnivao na znanju.</li></ul>"
    "<p>PVPT je bio lokalni partner u projektu Evropske unije „Moving Forward”, u okviru kojeg su "
    "2019.\u00a0godine u školama sprovedene aktivnosti za podizanje svesti.</p>",
    en="<p>Prevention is the second pillar. It covers five fields:</p>"
    "<ul><li><b>education</b>, so that young people recognise the danger in time;</li>"
    "<li><b>information</b>, so that people know their rights and the places where they can ask for "
    "help;</li>"
    "<li><b>awareness raising</b>, so that victims meet with respect and not with prejudice;</li>"
    "<li><b>advocacy</b>, so that public policy protects victims better;</li>"
    "<li><b>research</b>, so that the work rests on knowledge.</li></ul>"
    "<p>PVPT was a local partner in the European Union project “Moving Forward”, in which awareness "
    "sessions were held in schools in 2019.</p>",
)

PRINCIPLES = T(
    sq="<ul><li><b>Personi në qendër.</b> Vendimet për jetën e vet i merr ai vetë; ne informojmë, "
    "këshillojmë dhe mbështesim.</li>"
    "<li><b>Siguri dhe konfidencialitet.</b> Nuk e bëjmë publike vendndodhjen e qendrës, as të dhëna me të "
    "cilat mund të njihet një person.</li>"
    "<li><b>Pëlqim i informuar.</b> Rrëfimet dhe fotografitë publikohen vetëm me pëlqimin e personit, i "
    "cili mund ta tërheqë atë në çdo kohë.</li>"
    "<li><b>Cilësi e njëjtë për të gjithë.</b> Nga identifikimi deri te riintegrimi i plotë, na udhëheqin "
    "Standardet Minimale të Kujdesit për Viktimat e Trafikimit.</li>"
    "<li><b>Bashkëpunim.</b> Këtë punë askush nuk mund ta bëjë i vetëm, prandaj e bëjmë bashkë me të "
    "tjerët.</li></ul>",
    sr="<ul><li><b>Osoba je u središtu.</b> Odluke o svom životu donosi sama; mi informišemo, savetujemo i "
    "podržavamo.</li>"
    "<li><b>Bezbednost i poverljivost.</b> Ne objavljujemo gde se centar nalazi, niti podatke po kojima bi "
    "neko mogao da bude prepoznat.</li>"
    "<li><b>Informisani pristanak.</b> Lične priče i fotografije objavljuju se samo uz pristanak osobe, "
    "koja ga u svakom trenutku može povući.</li>"
    "<li><b>Isti kvalitet za sve.</b> Od identifikacije do potpune reintegracije rukovodimo se Minimalnim "
    "standardima brige o žrtvama trgovine ljudima.</li>"
    "<li><b>Saradnja.</b> Ovaj posao niko ne može da obavi sam, pa ga obavljamo sa drugima.</li>"
    "</ul>",
    en="<ul><li><b>The person comes first.</b> Decisions about a person’s life are that person’s own; we "
    "inform, advise and support.</li>"
    "<li><b>Safety and confidentiality.</b> We do not make public where the centre is, nor anything by "
    "which a person could be recognised.</li>"
    "<li><b>Informed consent.</b> Personal stories and photographs are published only with the consent of "
    "the person, who may withdraw it at any time.</li>"
    "<li><b>The same quality for everybody.</b> From identification to full reintegration, we are guided by "
    "the Minimum Standards of Care for Victims of Trafficking.</li>"
    "<li><b>Cooperation.</b> Nobody can do this work alone, so we do it together with others.</li></ul>",
)

BODY = [
    ("heading", T("Si filloi", "Kako je počelo", "How it began")),
    ("paragraph", BEGINNING),
    (
        "heading",
        T("Strehimorja e krizës, 2000–2007", "Krizno sklonište, 2000–2007.", "The crisis shelter, 2000–2007"),
    ),
    ("paragraph", CRISIS_SHELTER),
    (
        "heading",
        T(
            "Qendra për rehabilitim dhe riintegrim",
            "Centar za rehabilitaciju i reintegraciju",
            "The rehabilitation and reintegration centre",
        ),
    ),
    ("paragraph", CENTRE),
    (
        "figure",
        {
            "image": "window",
            "alt": T(
                "Një dritare me bimë dhe dritë mëngjesi",
                "Prozor sa biljkama i jutarnjim svetlom",
                "A window with plants and morning light",
            ),
            "caption": None,
            "credit": None,
        },
    ),
    ("heading", T("Asistenca e drejtpërdrejtë", "Direktna pomoć", "Direct assistance")),
    ("paragraph", ASSISTANCE),
    ("heading", T("Parandalimi", "Prevencija", "Prevention")),
    ("paragraph", PREVENTION),
    (
        "figure",
        {
            "image": "classroom",
            "alt": T(
                "Vizatim abstrakt me radhë librash të hapur dhe dritare",
                "Apstraktni crtež sa redovima otvorenih knjiga i prozorima",
                "Abstract drawing of rows of open books and windows",
            ),
            "caption": None,
            "credit": None,
        },
    ),
    ("heading", T("Parimet tona", "Naša načela", "Our principles")),
    ("paragraph", PRINCIPLES),
    (
        "call_to_action",
        {
            "heading": T("Me kë punojmë", "Sa kim radimo", "Whom we work with"),
            "text": T(
                sq="Lexoni për institucionet, organizatat dhe rrjetet me të cilat bashkëpunojmë për "
                "mbrojtjen e viktimave dhe për parandalimin.",
                sr="Pročitajte sa kojim institucijama, organizacijama i mrežama sarađujemo na zaštiti "
                "žrtava i na prevenciji.",
                en="Read about the institutions, organisations and networks with which we work to protect "
                "victims and to prevent trafficking.",
            ),
            "label": T("Bashkëpunimi", "Saradnja", "Cooperation"),
            "page": "cooperation",
        },
    ),
]

MILESTONES = [
    {
        "year": 1999,
        "text": T(
            sq="Në dhjetor, policia në Prishtinë identifikon dhe liron tetë vajza të trafikuara; për to nuk "
            "ka asnjë strehimore.",
            sr="U decembru policija u Prištini prepoznaje i oslobađa osam devojaka izloženih trgovini "
            "ljudima; za njih nema skloništa.",
            en="In December, police in Prishtina identify and free eight trafficked girls; there is no "
            "shelter for them.",
        ),
    },
    {
        "year": 2000,
        "text": T(
            sq="Në janar hapet strehimorja e parë për viktimat e trafikimit në Kosovë, e drejtuar bashkë me "
            "ACT/UMCOR-in.",
            sr="U januaru se otvara prvo sklonište za žrtve trgovine ljudima na Kosovu, vođeno zajedno sa "
            "ACT/UMCOR-om.",
            en="In January, the first shelter for victims of trafficking in Kosovo opens, run with "
            "ACT/UMCOR.",
        ),
    },
    {
        "year": 2003,
        "text": T(
            sq="Në nëntor, PVPT-ja regjistrohet si organizatë joqeveritare vendore, e pavarur dhe "
            "jofitimprurëse. Në fund të vitit krijohet grupi ndërministror i punës.",
            sr="U novembru se PVPT registruje kao lokalna, nezavisna i neprofitna nevladina organizacija. "
            "Krajem godine osniva se međuministarska radna grupa.",
            en="In November, PVPT is registered as an independent local non-governmental, non-profit "
            "organisation. The inter-ministerial working group is set up at the end of the year.",
        ),
    },
    {
        "year": 2004,
        "text": T(
            "PVPT-ja bëhet anëtare e Rrjetit të Grave të Kosovës.",
            "PVPT postaje član Mreže žena Kosova.",
            "PVPT becomes a member of the Kosovo Women’s Network.",
        ),
    },
    {
        "year": 2005,
        "text": T(
            sq="Fillon plani i parë i veprimit të Kosovës kundër trafikimit (2005–2007), në hartimin e të "
            "cilit mori pjesë edhe PVPT-ja.",
            sr="Počinje period prvog akcionog plana Kosova protiv trgovine ljudima (2005–2007), u čijoj je "
            "izradi učestvovao i PVPT.",
            en="The period of the first Kosovo action plan against trafficking (2005–2007) begins; PVPT "
            "took part in drafting it.",
        ),
    },
    {
        "year": 2007,
        "text": T(
            sq="Që nga viti 2000, strehimorja e krizës ka strehuar 552\u00a0persona, shumica nga vende të "
            "tjera.",
            sr="Od 2000.\u00a0godine u kriznom skloništu bile su smeštene 552\u00a0osobe, većinom iz drugih "
            "zemalja.",
            en="Since 2000, the crisis shelter has taken in 552 people, most of them from other countries.",
        ),
    },
    {
        "year": 2008,
        "text": T(
            sq="Në qershor hapet qendra për rehabilitim dhe riintegrim. Hyjnë në fuqi Procedurat Standarde "
            "të Veprimit për viktimat e trafikimit.",
            sr="U junu se otvara centar za rehabilitaciju i reintegraciju. Na snagu stupaju Standardne "
            "operativne procedure za žrtve trgovine ljudima.",
            en="In June, the rehabilitation and reintegration centre opens. The Standard Operating "
            "Procedures for Victims of Trafficking enter into force.",
        ),
    },
    {
        "year": 2010,
        "text": T(
            sq="Në janar hyjnë në fuqi Standardet Minimale të Kujdesit për Viktimat e Trafikimit. Po atë "
            "vit themelohet Koalicioni i Strehimoreve.",
            sr="U januaru na snagu stupaju Minimalni standardi brige o žrtvama trgovine ljudima. Iste "
            "godine osniva se Koalicija skloništa.",
            en="In January, the Minimum Standards of Care for Victims of Trafficking enter into force. The "
            "Shelters’ Coalition is founded in the same year.",
        ),
    },
    {
        "year": 2015,
        "text": T(
            sq="Fillon plani i katërt i veprimit kundër trafikimit (2015–2019), edhe ky i hartuar me "
            "pjesëmarrjen e PVPT-së.",
            sr="Počinje period četvrtog akcionog plana protiv trgovine ljudima (2015–2019), takođe "
            "izrađenog uz učešće PVPT-a.",
            en="The period of the fourth action plan against trafficking (2015–2019) begins; it too was "
            "drafted with PVPT’s participation.",
        ),
    },
    {
        "year": 2019,
        "text": T(
            sq="Mbahen seanca vetëdijesimi në shkolla në kuadër të projektit “Të lëvizim përpara” (Moving "
            "Forward) të Bashkimit Evropian.",
            sr="U školama se sprovode aktivnosti za podizanje svesti u okviru projekta Evropske unije "
            "„Moving Forward”.",
            en="Awareness sessions are held in schools as part of the European Union project “Moving "
            "Forward”.",
        ),
    },
]

MISSION = {
    "title": T("Misioni dhe historiku", "Misija i istorijat", "Mission and background"),
    "slug": T("misioni-dhe-historiku", "misija-i-istorijat", "mission-and-background"),
    "search_description": T(
        sq="Misioni i PVPT-së dhe rruga e saj: nga strehimorja e parë në janar 2000 deri te qendra për "
        "rehabilitim dhe riintegrim, e hapur në vitin 2008.",
        sr="Misija PVPT-a i njegov put: od prvog skloništa u januaru 2000. do centra za rehabilitaciju i "
        "reintegraciju, otvorenog 2008.\u00a0godine.",
        en="PVPT’s mission and its path from the first shelter in January 2000 to the rehabilitation and "
        "reintegration centre opened in 2008.",
    ),
    "statement": T(
        sq="PVPT-ja mbron viktimat e trafikimit me qenie njerëzore dhe punon për ta parandaluar trafikimin. "
        "Me rehabilitim dhe me mbështetje për riintegrim afatgjatë, ajo u qëndron pranë personave që kanë "
        "përjetuar trafikimin derisa ta marrin sërish jetën në duart e veta. Me edukim, informim, ngritje "
        "të vetëdijes, avokim dhe hulumtim, ajo ndihmon që të tjerët të mos e përjetojnë.",
        sr="PVPT štiti žrtve trgovine ljudima i radi na njenoj prevenciji. Rehabilitacijom i podrškom "
        "dugoročnoj reintegraciji stoji uz osobe koje su preživele trgovinu ljudima sve dok život ponovo ne "
        "uzmu u svoje ruke. Edukacijom, informisanjem, podizanjem svesti, zagovaranjem i istraživanjem "
        "doprinosi tome da drugi to ne dožive.",
        en="PVPT protects victims of human trafficking and works to prevent it. Through rehabilitation and "
        "support for long-term reintegration, it stands by people who have experienced trafficking until "
        "their lives are in their own hands again. Through education, information, awareness raising, "
        "advocacy and research, it helps to spare others the same experience.",
    ),
    "body": BODY,
    "milestones": MILESTONES,
}
