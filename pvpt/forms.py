"""The form of every page in the admin."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """Refuses slugs that the site needs for itself, beside the field."""

    def clean_slug(self) -> str:
        """Return the slug; raises ValidationError. A page that exists says so itself when it is cleaned."""
        slug = self.cleaned_data["slug"]
        if not self.instance.pk and (reason := self.instance.why_not_slug(slug, self.parent_page)):
            raise ValidationError(reason)
        return slug
