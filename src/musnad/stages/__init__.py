"""The way of the data, in order."""

STAGES = (
    "ingest_pages",
    "clean_articles",
    "read_language",
    "attribute_statements",
    "code_events",
    "link_documents",
)
"""Each stage's folder; the folder exports the function of the same name."""
