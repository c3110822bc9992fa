"""Makes the private collection for the documents of the member area."""

from django.db import migrations

NAME = "Member area"


def make(apps, schema_editor):
    """Add it below the root, as treebeard does, whose methods a migration does not have."""
    Collection = apps.get_model("wagtailcore", "Collection")
    Restriction = apps.get_model("wagtailcore", "CollectionViewRestriction")
    root = Collection.objects.filter(depth=1).first()
    if root is None or Collection.objects.filter(name=NAME).exists():
        return
    last = Collection.objects.filter(depth=2).order_by("-path").first()
    # Numbers of the path are written with digits and letters.
    number = int(last.path[-4:], 36) + 1 if last else 1
    made = Collection.objects.create(name=NAME, depth=2, numchild=0, path=root.path + written(number))
    Collection.objects.filter(pk=root.pk).update(numchild=root.numchild + 1)
    Restriction.objects.create(collection=made, restriction_type="login")


def written(number):
    """Return the number to base 36 with four places."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    places = ""
    for _place in range(4):
        number, rest = divmod(number, 36)
        places = digits[rest] + places
    return places


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0007_documents"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
