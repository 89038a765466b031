"""Names for the components of our own under which Streamlit leaves them out of the state that it lists."""

from typing import Final

_LIKE_WITHOUT_A_KEY: Final = "-None"


def unseen(name: str) -> str:
    """The key of a component whose state nobody reads.

    Every box and every field that is drawn has Streamlit list the state of the whole session, and it looks a third of a
    millisecond at each component in that list: together a fifth of a page. It leaves out what has no key, which it
    tells by the end of the id. Without any key, the other way, a component is made anew whenever its data change.
    """
    return f"{name}{_LIKE_WITHOUT_A_KEY}"
