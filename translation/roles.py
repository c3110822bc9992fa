"""The roles of the office: who may do what, in which language's tree, as this version ships them."""

from dataclasses import dataclass, field, replace

EDIT = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
TRANSLATE = ("change_page",)
PUBLISH = ("change_page", "publish_page", "lock_page", "unlock_page")
RECORDS = ("hotline", "funder", "newscategory")
# Wagtail asks for the permissions of its own models, whatever model the site uses.
FILES = ("image", "document")
# Whoever works with words keeps the glossary.
GLOSSARY = {"term": ("add", "change", "view")}
# Whoever publishes must be able to record a consent, and to take down what people no longer agree to.
CONSENTS = {"consent": ("add", "change", "view")}


# Whoever is in it reads what visitors write; that is no permission, because superusers have all of those.
COUNSELLORS = "Counsellors"

# What the former version did not know.
NEW = {"term", "consent", "modellogentry", "memberareapage"}
READERS = ("Board", "Partners", "Members")


@dataclass(frozen=True)
class Role:
    """A group: page permissions by language of the tree ("" is every language), and model permissions."""

    name: str
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    admin: bool = True
    submit_translation: bool = False


def records(*actions: str) -> dict[str, tuple[str, ...]]:
    """Return the same actions for every kind of record."""
    return dict.fromkeys(RECORDS, actions)


def files(*actions: str) -> dict[str, tuple[str, ...]]:
    """Return the same actions for pictures and documents."""
    return dict.fromkeys(FILES, actions)


ROLES = [
    Role(
        "Editors",
        pages={"sq": EDIT},
        models=records("add", "change", "delete", "view")
        | files("add", "change", "choose")
        | GLOSSARY
        | CONSENTS,
    ),
    Role(
        "Translators Serbian",
        pages={"sr-latn": TRANSLATE},
        models=records("change", "view") | files("choose") | GLOSSARY,
    ),
    Role(
        "Translators English",
        pages={"en": TRANSLATE},
        models=records("change", "view") | files("choose") | GLOSSARY,
    ),
    Role(
        "Publishers",
        pages={"": PUBLISH},
        models=records("change", "view")
        | files("choose")
        | GLOSSARY
        | CONSENTS
        | {"bankaccount": ("add", "change", "view")},
    ),
    Role(
        "Administrators",
        pages={"": (*EDIT, "bulk_delete_page")},
        models=records("add", "change", "delete", "view")
        | files("add", "change", "choose")
        | CONSENTS
        | {
            "bankaccount": ("add", "change", "delete", "view"),
            "term": ("add", "change", "delete", "view"),
            "user": ("add", "change", "delete", "view"),
            "group": ("view",),
            "redirect": ("add", "change", "delete", "view"),
            "sitesettings": ("change",),
            # The audit log.
            "modellogentry": ("view",),
        },
    ),
    Role(COUNSELLORS),
    # They may enter the member area, and limit a page of it to some of them.
    *(Role(name, models={"memberareapage": ("view",)}, admin=False) for name in READERS),
]


def former(role: Role) -> Role:
    """Return the role as the former version shipped it: translators published; no glossary, consent, audit.

    Sending to translators, which now follows from changing the page, was a permission.
    """
    pages = {
        language: (*names, "publish_page") if names == TRANSLATE else names
        for language, names in role.pages.items()
    }
    return replace(
        role,
        pages=pages,
        models={name: role.models[name] for name in role.models.keys() - NEW},
        submit_translation=role.name in ("Editors", "Publishers", "Administrators"),
    )
