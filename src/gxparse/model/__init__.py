"""Plain data: the report and its parts.

Only attrs classes of numbers, text and spans; nothing here knows how a report is read, checked or shown.
"""
