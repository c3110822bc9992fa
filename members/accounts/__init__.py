"""Accounts: how people get in, prove who they are, and are let go."""
