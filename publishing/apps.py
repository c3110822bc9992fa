"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 3600.0


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock look after previews, consent, private files, the audit log, machine and front."""
        from publishing import duties, front, signs
        from pvpt import public
        from pvpt.audit.keeping import remove_old
        from pvpt.cards import keeping
        from pvpt.consents import withdrawal
        from pvpt.edition import triggers
        from pvpt.front import follow
        from pvpt.health import certificate

        duties.register(HOUR, keeping.note_all_daily)
        duties.register(HOUR / 4, withdrawal.take_down_ended)
        duties.register(HOUR, public.sweep)
        duties.register(HOUR, remove_old)
        duties.register(HOUR, triggers.prune)
        # What the process that made a change could not do.
        duties.register(5.0, follow.wake)
        duties.register_problems(front.current_problems)
        duties.register(HOUR, certificate.note)
        duties.register_problems(signs.machine_problems)
