"""The choice of a translator, in the account, whether e-mails tell what waits."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from pvpt.models import User
from translation.rights import TRANSLATORS


class DigestForm(forms.ModelForm):
    """Whether the person wants the e-mails."""

    class Meta:
        model = User
        fields = ["wants_digest"]


@hooks.register("register_account_settings_panel")
class DigestPanel(BaseSettingsPanel):
    """Shown to translators, to whom the e-mails go."""

    name = "digest"
    title = _("Waiting translations")
    tab = notifications_tab
    order = 50
    form_class = DigestForm
    form_object = "user"

    def is_active(self) -> bool:
        """Tell whether the person is a translator."""
        return self.user.groups.filter(name__in=TRANSLATORS.values()).exists()
