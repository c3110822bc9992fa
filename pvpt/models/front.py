"""What has changed on public pages and the web server in front has not followed yet."""

from django.db import models
from django.utils import timezone


class FrontChange(models.Model):
    """A change, written in the transaction that makes it, and deleted when what is kept has been made anew.

    `language` is the one whose pages may show it, empty for all; `page` the number of the page that changed.
    """

    language = models.CharField(max_length=10, blank=True)
    page = models.PositiveBigIntegerField(null=True)
    takes_down = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    # Whoever follows it holds it until then.
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "change for the web server in front"
        verbose_name_plural = "changes for the web server in front"

    def __str__(self) -> str:
        return f"{self.language or 'all languages'}, page {self.page}"
