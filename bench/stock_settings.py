"""The stock project of the tests on PostgreSQL, for its memory beside ours."""

from bench.settings import postgresql
from tests.stock.settings import *  # noqa: F403  as settings do

DATABASES = {"default": postgresql("pvpt_bench_stock")}
