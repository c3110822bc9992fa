"""The agreed words of the field that a new site ships with, in three languages, with their inflected forms.

An asterisk stands for any ending. Words that also mean something else in everyday sentences are left
out: a departure from them would say nothing.
"""

from typing import NamedTuple

from home.content.text import T


class Entry(NamedTuple):
    """A term, its other forms in each language, and a note in the language that every translator reads."""

    term: T
    sq: tuple[str, ...] = ()
    sr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    note: str = ""


WORDS = [
    Entry(
        T("trafikimi me qenie njerëzore", "trgovina ljudima", "trafficking in human beings"),
        ("trafikim* me qenie njerëzore", "trafikim* me njerëz"),
        ("trgovin* ljudima",),
        ("human trafficking",),
        "“Trafikimi me njerëz” mbetet në emrat e ligjeve dhe organeve. Kurrë “trafficking with”.",
    ),
    Entry(
        T("kundër trafikimit", "protiv trgovine ljudima", "anti-trafficking"),
        (),
        ("suzbijanj* trgovine ljudima",),
        ("against trafficking", "against human trafficking"),
    ),
    Entry(
        T("person i trafikuar", "osoba izložena trgovini ljudima", "trafficked person"),
        ("person* i* trafikuar*", "person* e trafikuar*", "person* të trafikuar*"),
        ("osob* izložen* trgovini ljudima",),
        ("trafficked persons", "trafficked people"),
    ),
    Entry(
        T("viktimë e trafikimit", "žrtva trgovine ljudima", "victim of trafficking"),
        ("viktim* e trafikimit", "viktim* të trafikimit", "viktim* së trafikimit"),
        ("žrt* trgovine ljudima", "žrtav* trgovine ljudima"),
        ("victims of trafficking", "trafficking victims", "victim* of human trafficking"),
        "Status ligjor; përndryshe “i mbijetuar”, kur personi vetë e zgjedh fjalën.",
    ),
    Entry(
        T("viktimë e supozuar", "pretpostavljena žrtva", "presumed victim"),
        ("viktim* e supozuar*", "viktim* të supozuar*"),
        ("pretpostavljen* žrt*",),
        ("presumed victims",),
        "Para identifikimit zyrtar.",
    ),
    Entry(
        T("rekrutimi", "vrbovanje", "recruitment"),
        ("rekrutim*",),
        ("vrbovanj*", "vrbuj*", "vrbova*"),
        ("recruit*",),
        "Në serbisht jo “regrutacija”.",
    ),
    Entry(
        T("shfrytëzimi seksual", "seksualna eksploatacija", "sexual exploitation"),
        ("shfrytëzim* seksual",),
        ("seksualn* eksploatacij*",),
        (),
        "Kurrë “prostitucion” për shfrytëzimin seksual.",
    ),
    Entry(
        T("puna e detyruar", "prinudni rad", "forced labour"),
        ("pun* e detyruar", "pun* të detyruar", "punës së detyruar"),
        ("prinudn* rad*",),
    ),
    Entry(
        T("lypja e detyruar", "prinudno prosjačenje", "forced begging"),
        ("lypj* e detyruar", "lypj* të detyruar", "lypjes së detyruar"),
        ("prinudn* prosjačenj*",),
    ),
    Entry(
        T("martesa e detyruar", "prinudni brak", "forced marriage"),
        ("martes* e detyruar*", "martes* të detyruar*", "martesës së detyruar"),
        ("prinudn* brak*",),
        ("forced marriages",),
    ),
    Entry(
        T(
            "format më të rënda të punës së fëmijëve",
            "najgori oblici dečjeg rada",
            "worst forms of child labour",
        ),
        ("forma* më të rënda të punës së fëmijëve",),
        ("najgor* oblik* dečjeg rada", "najgorih oblika dečjeg rada"),
    ),
    Entry(
        T("dhuna në familje", "nasilje u porodici", "domestic violence"),
        ("dhun* në familje",),
        ("nasilj* u porodici",),
    ),
    Entry(
        T("dhuna me bazë gjinore", "rodno zasnovano nasilje", "gender-based violence"),
        ("dhun* me bazë gjinore",),
        ("rodno zasnovan* nasilj*",),
    ),
    Entry(
        T("strehimorja", "sklonište", "shelter"),
        ("strehimor*",),
        ("skloništ*",),
        ("shelter*",),
        "Institucioni. Jo “strehë”; në serbisht jo “prihvatilište”.",
    ),
    Entry(
        T(
            "qendra për rehabilitim dhe riintegrim",
            "centar za rehabilitaciju i reintegraciju",
            "rehabilitation and reintegration centre",
        ),
        ("qend* për rehabilitim dhe riintegrim",),
        ("cent* za rehabilitaciju i reintegraciju",),
        ("rehabilitation and reintegration centres",),
    ),
    Entry(
        T("qendra gjysmë e hapur", "poluotvoreni centar", "semi-open centre"),
        ("qend* gjysmë e hapur*", "qend* gjysmë të hapur*"),
        ("poluotvoren* cent*",),
        ("semi-open centres", "semi-open rehabilitation and reintegration centre*"),
    ),
    Entry(
        T("asistenca e drejtpërdrejtë", "direktna pomoć", "direct assistance"),
        ("asistenc* e drejtpërdrejtë", "asistenc* të drejtpërdrejtë", "asistencës së drejtpërdrejtë"),
        ("direktn* pomoć*",),
    ),
    Entry(
        T("riintegrimi", "reintegracija", "reintegration"),
        ("riintegrim*", "riintegro*"),
        ("reintegracij*", "reintegris*"),
        ("reintegrat*",),
        "Jo “reintegrim”.",
    ),
    Entry(
        T("përfshirja sociale", "socijalna uključenost", "social inclusion"),
        ("përfshirj* sociale",),
        ("socijaln* uključenost*",),
    ),
    Entry(
        T("mbështetja psikosociale", "psihosocijalna podrška", "psychosocial support"),
        ("mbështetj* psikosociale",),
        ("psihosocijaln* podršk*", "psihosocijalnoj podršci"),
    ),
    Entry(
        T("ndihma juridike", "pravna pomoć", "legal aid"),
        ("ndihm* juridike",),
        ("pravn* pomoć*",),
    ),
    Entry(
        T("menaxhimi i rastit", "vođenje slučaja", "case management"),
        ("menaxhim* * rast*",),
        ("vođenj* slučaj*",),
    ),
    Entry(
        T("riatdhesimi", "repatrijacija", "repatriation"),
        ("riatdhesim*",),
        ("repatrijacij*",),
    ),
    Entry(
        T("kthimi vullnetar", "dobrovoljni povratak", "voluntary return"),
        ("kthim* vullnetar*",),
        ("dobrovoljn* povrat*",),
    ),
    Entry(
        T("pëlqimi i informuar", "informisani pristanak", "informed consent"),
        ("pëlqim* * informuar",),
        ("informisan* pristan*",),
    ),
    Entry(
        T("ngritja e vetëdijes", "podizanje svesti", "awareness raising"),
        ("ngritj* e vetëdijes", "ngritj* të vetëdijes", "ngritjes së vetëdijes", "vetëdijesim*"),
        ("podizanj* svesti",),
        ("awareness-raising", "rais* awareness", "awareness sessions"),
    ),
    Entry(
        T("linja e ndihmës", "SOS telefon", "helpline"),
        ("linj* e ndihmës", "linj* të ndihmës", "linjës së ndihmës", "linj* ndihme"),
        ("SOS telefon*", "linij* za pomoć"),
        ("helplines", "hotline*"),
    ),
    Entry(
        T("institucionet përgjegjëse", "nadležne institucije", "responsible authorities"),
        ("institucione* përgjegjëse",),
        ("nadležn* institucij*",),
        (),
        "Në anglisht jo “competent”.",
    ),
    Entry(
        T("organizata joqeveritare", "nevladina organizacija", "non-governmental organisation"),
        ("organizat* joqeveritare", "organizat* jo-qeveritare", "OJQ*"),
        ("nevladin* organizacij*", "NVO"),
        ("non-governmental organisations", "non-governmental, non-profit organisation*", "NGO", "NGOs"),
    ),
    Entry(
        T("memorandumi i mirëkuptimit", "memorandum o razumevanju", "memorandum of understanding"),
        ("memorandum* mirëkuptimi", "memorandum* * mirëkuptimit"),
        ("memorandum* o razumevanju",),
        ("memoranda of understanding",),
    ),
    Entry(
        T("komunitetet joshumicë", "nevećinske zajednice", "non-majority communities"),
        ("komunitete* joshumicë",),
        ("nevećinsk* zajednic*",),
    ),
]
