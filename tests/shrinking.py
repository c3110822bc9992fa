"""Small pictures for tests."""


def shrink_pictures() -> None:
    """Make the filled site's pictures small: every test makes the sizes that it shows, AVIF among them."""
    import PIL.Image

    from pvpt.models import CustomImage

    for image in CustomImage.objects.all():
        with PIL.Image.open(image.file.path) as picture:
            picture.thumbnail((96, 96))
            picture.save(image.file.path)
        CustomImage.objects.filter(pk=image.pk).update(width=picture.width, height=picture.height)
