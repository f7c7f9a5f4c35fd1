"""Python-Markdown extensions: whatever changes the content of a page, one file each.

They are extensions and not MkDocs plugins so that they move along to another site generator.
"""
