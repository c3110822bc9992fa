"""The glossary in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from translation.models import Term

FORMS_HELP = _("One on each line, such as other cases or the plural. An asterisk stands for any ending.")


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    menu_order = 270
    add_to_admin_menu = True
    menu_label = _("Glossary")
    list_display = ["sq", "sr_latn", "en"]
    list_per_page = 100
    panels = [
        *(
            MultiFieldPanel([FieldPanel(name), FieldPanel(f"{name}_forms", help_text=FORMS_HELP)], heading)
            for name, heading in (("sq", _("Albanian")), ("sr_latn", _("Serbian")), ("en", _("English")))
        ),
        FieldPanel("note"),
    ]


register_snippet(TermViewSet)
