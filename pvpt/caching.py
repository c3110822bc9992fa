"""Redis as the cache of a server; while it is away or silent, a table of the database stands in.

So log-ins are still counted, and a code is taken once. A cache that only forgets tells everybody who adds
something that somebody was first: then nobody gets in.
"""

import logging
import time
from typing import Any

from django.core.cache import caches
from django_redis.cache import RedisCache as DjangoRedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
# Seconds in which a process does not ask again after a failure: a request asks a dozen times.
PAUSE = 2.0
STANDS_IN = "standing_in"


class RedisCache(DjangoRedisCache):
    """Asks Redis, and the other cache where it does not answer."""

    # Of the process, in the time of time.monotonic().
    away_until = 0.0

    @property
    def is_away(self) -> bool:
        """Tell whether the other cache stands in now."""
        return time.monotonic() < RedisCache.away_until

    def answer(self, act: str, *arguments: Any, **named: Any) -> Any:
        """Have one of them do it."""
        if not self.is_away:
            try:
                return getattr(super(), act)(*arguments, **named)
            except (RedisError, OSError) as error:
                RedisCache.away_until = time.monotonic() + PAUSE
                logger.warning("Redis does not answer, the database stands in: %s", type(error).__name__)
        return getattr(caches[STANDS_IN], act)(*arguments, **named)

    def get(self, *arguments: Any, **named: Any) -> Any:
        """Return the value, or the default."""
        return self.answer("get", *arguments, **named)

    def set(self, *arguments: Any, **named: Any) -> Any:
        """Keep the value."""
        return self.answer("set", *arguments, **named)

    def add(self, *arguments: Any, **named: Any) -> Any:
        """Keep the value if there is none; tell whether there was none."""
        return self.answer("add", *arguments, **named)

    def touch(self, *arguments: Any, **named: Any) -> Any:
        """Give the value another end; tell whether there is one."""
        return self.answer("touch", *arguments, **named)

    def delete(self, *arguments: Any, **named: Any) -> Any:
        """Forget the value; tell whether there was one."""
        return self.answer("delete", *arguments, **named)

    def has_key(self, *arguments: Any, **named: Any) -> Any:
        """Tell whether there is a value."""
        return self.answer("has_key", *arguments, **named)

    def incr(self, *arguments: Any, **named: Any) -> Any:
        """Add to the value; raises ValueError where there is none."""
        return self.answer("incr", *arguments, **named)

    def get_many(self, *arguments: Any, **named: Any) -> Any:
        """Return the values by their keys."""
        return self.answer("get_many", *arguments, **named)

    def set_many(self, *arguments: Any, **named: Any) -> Any:
        """Keep the values; return the keys of those that were not."""
        return self.answer("set_many", *arguments, **named)

    def delete_many(self, *arguments: Any, **named: Any) -> Any:
        """Forget the values."""
        return self.answer("delete_many", *arguments, **named)
