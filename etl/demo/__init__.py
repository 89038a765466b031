"""Fictional annual reports in real file formats: the demo corpus, and what the property tests write and read back.

Every agency, place and number is invented; region codes are 99xxxx, which GB/T 2260 does not use.
A `Sheet` says what an invented report states, a `Layout` how it is printed, `write` makes the file.
"""
