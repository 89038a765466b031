"""The rare things in a Word document put in order in its tree, so that the walk over it stays short and fast."""

from lxml import etree

from etl.reading.docx_names import Names

_OFF = frozenset({"0", "false", "off", "none", "subscript", "baseline"})


def put_in_order(root: etree._Element, names: Names) -> None:
    """Change the tree: what no reader sees is gone, marks stand apart from numbers, text boxes are in the flow."""
    _leave_out_unseen(root, names)
    _set_marks_apart(root, names)
    _hoist_text_boxes(root, names)


def _leave_out_unseen(root: etree._Element, names: Names) -> None:
    """Take out deleted and moved-away text, deleted rows and cells, ruby, and what only stands in for old versions."""
    for unseen in list(root.iter(*names.unseen)):
        parent = unseen.getparent()
        if parent is None:
            continue
        if parent.tag in names.properties_of_deleted:
            _remove(parent.getparent())
        elif unseen.tag != names.fallback or parent.find(names.choice) is not None:
            _remove(unseen)


def _remove(element: etree._Element | None) -> None:
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)


def _set_marks_apart(root: etree._Element, names: Names) -> None:
    """Take out hidden runs; put brackets around struck text and raised marks, lest they join a number."""
    for mark in list(root.iter(*names.marks)):
        properties = mark.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != names.run or mark.get(names.value, "") in _OFF:
            continue
        if mark.tag == names.hidden:
            _remove(run)
        else:
            for text in run.iter(*names.text):
                text.text = f"[{text.text or ''}]"


def _hoist_text_boxes(root: etree._Element, names: Names) -> None:
    """Put what stands in a text box after the paragraph that holds the box."""
    for box in list(root.iter(names.text_box)):
        holder = next(box.iterancestors(names.paragraph), None)
        parent = holder.getparent() if holder is not None else None
        if holder is not None and parent is not None:
            place = parent.index(holder) + 1
            parent[place:place] = list(box)
