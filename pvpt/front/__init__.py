"""The web server in front, which keeps public pages: what it may keep, and what it is told of changes.

Setting FRONT (PVPT_FRONT) holds the addresses at which it takes orders; without one nothing is done here.
"""
