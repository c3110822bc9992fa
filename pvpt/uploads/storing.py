"""Models with a file: the row and its file are there together, or neither."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class WithCleanFile(models.Model):
    """Abstract model whose `file` is one of pvpt.uploads.fields."""

    # False for what was stored before files were cleaned, or loaded past the model: see clean_files.
    is_clean = models.BooleanField(_("freed of metadata"), default=False, editable=False)

    # The name of a stored file whose row is not written yet.
    unwritten = ""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file cleaned, then the row; raises ValidationError, and leaves no file, on failure."""
        file: Any = self.file  # type: ignore[attr-defined]
        if file and not file._committed:
            # Before the row, because its size and digest go into other columns.
            file.save(file.name, file.file, save=False)
        fresh, former = self.unwritten, ""
        if fresh and kwargs.get("update_fields") is not None:
            changed = {"file", "file_size", "file_hash", "is_clean", *self.measures()}
            kwargs["update_fields"] = changed | set(kwargs["update_fields"])
        if fresh and self.pk:
            former = type(self)._base_manager.filter(pk=self.pk).values_list("file", flat=True).first() or ""
        try:
            super().save(*args, **kwargs)
        except BaseException:
            if fresh:
                file.storage.delete(fresh)
            raise
        self.unwritten = ""
        if former and former != fresh:
            self.forget(former)

    def measures(self) -> list[str]:
        """Return the names of the fields that the file fills."""
        field = self._meta.get_field("file")
        names = [getattr(field, "width_field", None), getattr(field, "height_field", None)]
        return [name for name in names if name]

    def forget(self, former: str) -> None:
        """Remove a file that was replaced, once the change is kept."""
        storage = self.file.storage  # type: ignore[attr-defined]
        transaction.on_commit(lambda: storage.delete(former))
