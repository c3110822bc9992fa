"""Filling a new site with the shipped content."""
