"""The audit log: Wagtail's log entries, what they lack, their guard, and the Administrators' report."""
