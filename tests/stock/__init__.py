"""A small project of stock Wagtail and wagtail-localize, to show that the matrix finds leaks."""
