"""The glossary in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from translation.models import Term

FORMS_HELP = _("One on each line, such as other cases or the plural. An asterisk stands for any ending.")


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    menu_order = 270
    add_to_admin_menu = True
    list_display = ["sq", "sr_latn", "en"]
    list_per_page = 100
    panels = [
        *(
            FieldPanel(name, help_text=FORMS_HELP if name.endswith("_forms") else "")
            for name in ("sq", "sq_forms", "sr_latn", "sr_latn_forms", "en", "en_forms")
        ),
        FieldPanel("note"),
    ]


register_snippet(TermViewSet)
