"""Works round a fault of Wagtail: what a draft need not hold is written into blocks that all threads share.

While one thread checks a draft, every other sees its fields as not required, or ends with an AttributeError;
two that begin together leave them so until the next start. So a process checks one text at a time.
"""

from functools import wraps
from threading import RLock
from typing import Any

from wagtail.blocks.base import BlockField

_checking = RLock()
_clean = BlockField.clean


@wraps(_clean)
def clean_alone(self: BlockField, value: Any) -> Any:
    """Check as Wagtail does, while no other thread does; raises ValidationError."""
    with _checking:
        return _clean(self, value)


BlockField.clean = clean_alone
