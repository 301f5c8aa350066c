"""Fields with their results already in them (ECMA-376 part 1, 17.16)."""


def field(code: str, shown: str) -> str:
    """Return a field as runs; `shown` are the runs of its result, until Word counts anew."""
    return begin(code) + shown + END


def begin(code: str) -> str:
    """Return the runs before a field's result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
