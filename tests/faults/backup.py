"""Backups that can no longer be written or read."""

from tests.faults.results import by_tests

by_tests(
    "F20",
    "repository of the backups damaged, and full",
    "the nightly run and its check say so, and Publishers are written to within 24 h",
    "a byte of the repository is turned over; the full disk is 512 kB of memory; the alert is the clock’s, "
    "which looks every minute at the note of the nightly run",
    "tests/test_backup.py::test_a_damaged_repository_is_told",
    "tests/test_backup.py::test_a_full_repository_is_told",
    "tests/test_health.py::TestBackup::test_by_the_file",
    "tests/test_health.py::TestBackup::test_an_alarm_is_told_to_monitors_and_people",
)
