"""The edition of the site: what differs after every change of something that visitors may see."""

from django.db import models


class Edition(models.Model):
    """A part of the edition, written by the database itself: the sum of the tokens is the edition.

    Random, so that none comes twice, not even after a transaction that was taken back. A row for each change
    on PostgreSQL, where a common row would make transactions wait for each other; one row on SQLite.
    """

    token = models.BigIntegerField()

    class Meta:
        verbose_name = "edition"
        verbose_name_plural = "editions"

    def __str__(self) -> str:
        return str(self.token)
