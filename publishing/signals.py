"""What the clock tells the apps above: that it is time for their own regular work."""

from django.dispatch import Signal

# Sent about once a minute, in every clock; a receiver that fails is logged and stops nobody.
regularly = Signal()
