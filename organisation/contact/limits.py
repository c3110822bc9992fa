"""How much is taken: so many messages an hour from one address, and so many from all together.

Nothing of an address is kept but a hash, for an hour; its salt is forgotten every day, and its key is
not in the cache.
"""

import secrets
import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pvpt.networks import network_of

HOUR = 3600
DAY = 24 * HOUR
# Many people may share one address: a school, or the customers of a telephone company.
FROM_ONE, FROM_ALL = 10, 60
SALT = "contact-salt"


def allow(request: HttpRequest) -> bool:
    """Count a message; tell whether it can still be taken."""
    counts = [count("all") <= FROM_ALL]
    if network := network_of(request):
        counts.append(count(salted_hmac(salt(), network, algorithm="sha256").hexdigest()) <= FROM_ONE)
    return all(counts)


def count(name: str) -> int:
    """Return how many there have been in this hour, this one included."""
    key = f"contact-{int(time.time()) // HOUR}-{name}"
    number = (cache.get(key) or 0) + 1
    cache.set(key, number, HOUR)
    return number


def salt() -> str:
    """Return today's salt, which all processes share."""
    today, value = cache.get(SALT) or ("", "")
    if today != str(timezone.localdate()):
        today, value = str(timezone.localdate()), secrets.token_hex(32)
        cache.set(SALT, (today, value), DAY)
    return value


def forget() -> None:
    """Drop the salt of a day that is over, also where nobody writes any more."""
    today, _value = cache.get(SALT) or ("", "")
    if today != str(timezone.localdate()):
        cache.delete(SALT)
