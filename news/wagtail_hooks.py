"""News categories in the admin."""

from wagtail.snippets.models import register_snippet

from news.models import NewsCategory
from translation.records import TranslatedRecordViewSet


class NewsCategoryViewSet(TranslatedRecordViewSet):
    model = NewsCategory
    icon = "tag"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "slug"]


register_snippet(NewsCategoryViewSet)
