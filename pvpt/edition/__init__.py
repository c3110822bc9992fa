"""What many pages show, kept in the memory of a process for as long as the database says the same.

The database gives itself another edition with every change of what visitors may see (`triggers`); each
request asks once which one it is (`memory`).
"""
