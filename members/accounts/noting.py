"""What the audit log says of passwords and second steps."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pvpt.audit.actions import formatter
from pvpt.audit.people import follow

PASSWORD = gettext_lazy("New password")
SECOND_STEP = gettext_lazy("Second step")
NOTED = {
    "members.password.changed": (password_changed, PASSWORD, lambda data: _("Changed the password")),
    "members.password.reset": (password_reset, PASSWORD, lambda data: _("Chose a new password by mail")),
    "members.factor.added": (authenticator_added, SECOND_STEP, lambda data: _("Set up a second step")),
    "members.factor.removed": (authenticator_removed, SECOND_STEP, lambda data: _("Took a second step off")),
    "members.factor.codes": (authenticator_reset, SECOND_STEP, lambda data: _("Made new recovery codes")),
}

for action, (signal, _label, _sentence) in NOTED.items():
    follow(signal, action)


def register(actions: Any) -> None:
    """Name these actions."""
    for action, (_signal, label, sentence) in NOTED.items():
        actions.register_action(action)(formatter(label, sentence))
