"""Gives every account that exists its address in allauth's list, as verified."""

from django.db import migrations


def write_addresses(apps, schema_editor):
    User = apps.get_model("pvpt", "User")
    EmailAddress = apps.get_model("account", "EmailAddress")
    known = set(EmailAddress.objects.values_list("user_id", flat=True))
    for user in User.objects.exclude(pk__in=known).iterator():
        # allauth looks addresses up in small letters.
        if user.email != user.email.lower():
            user.email = user.email.lower()
            user.save(update_fields=["email"])
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)


class Migration(migrations.Migration):

    dependencies = [
        ("members", "0005_accounts"),
        ("pvpt", "0012_access_until"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(write_addresses, migrations.RunPython.noop)]
