"""The stock project as a Django app."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "tests.stock"
    label = "stock"
