"""Models with a file: the row and its file are there together, or neither."""

from typing import Any

from django.db import transaction


class KeepsFile:
    """For a model whose `file` is one of pvpt.uploads.fields, with a field `is_clean`."""

    # The name of a stored file whose row is not written yet.
    unwritten = ""

    def save(self: Any, *args: Any, **kwargs: Any) -> None:
        """Store a new file cleaned, then the row; raises ValidationError, and leaves no file, on failure."""
        file = self.file
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
            super().save(*args, **kwargs)  # type: ignore[misc]
        except BaseException:
            if fresh:
                file.storage.delete(fresh)
            raise
        self.unwritten = ""
        if former and former != fresh:
            self.forget(former)

    def measures(self: Any) -> list[str]:
        """Return the names of the fields that the file fills."""
        field = self._meta.get_field("file")
        names = [getattr(field, "width_field", None), getattr(field, "height_field", None)]
        return [name for name in names if name]

    def forget(self: Any, former: str) -> None:
        """Remove a file that was replaced, once the change is kept."""
        storage = self.file.storage
        transaction.on_commit(lambda: storage.delete(former))
