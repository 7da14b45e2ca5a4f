"""An answer as plain text, to copy into a message or a letter."""

from collections.abc import Collection

from calculators.core.answer import Calculator, Reply
from calculators.core.form import boxes


def title_of(calculator: Calculator, untouched: Collection[str]) -> str:
    """What the answer is headed: ours while no box was touched, the reader's after that."""
    every = {box.name for box in boxes(calculator.inputs)}
    return "Our worked example" if every <= set(untouched) else "Your estimate"


def our_labels(calculator: Calculator, untouched: Collection[str]) -> list[str]:
    """The labels of the boxes that still hold our example."""
    return [
        box.words.label
        for box in boxes(calculator.inputs)
        if box.words.example and box.name in untouched
    ]


def headline(calculator: Calculator, reply: Reply) -> str:
    """The answer in one sentence; a screen reader announces it."""
    main = [
        f"{figure.label}: {figure.kind.pretty(figure.kind.load(value))}"
        for figure in calculator.figures
        if figure.main and (value := reply["figures"][figure.key]) is not None
    ]
    return ". ".join(main) + "."


def mixture(calculator: Calculator, untouched: Collection[str]) -> str:
    """A warning where the reader's numbers and our example went into one answer, or nothing."""
    every = {box.name for box in boxes(calculator.inputs)}
    ours = our_labels(calculator, untouched)
    if not ours or every <= set(untouched):
        return ""
    return f"This uses our example for: {'; '.join(ours)}."


def as_text(calculator: Calculator, reply: Reply, untouched: Collection[str]) -> str:
    """The figures that went in, the answer, the steps and the notes."""
    ours = our_labels(calculator, untouched)
    lines = [f"{calculator.title}: {title_of(calculator, untouched)}", ""]
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            example = " (our example)" if box.words.label in ours else ""
            lines.append(f"{box.words.label}: {box.kind.pretty(box.kind.load(value))}{example}")
    lines.append("")
    for figure in calculator.figures:
        value = reply["figures"][figure.key]
        if value is not None:
            lines.append(f"{figure.label}: {figure.kind.pretty(figure.kind.load(value))}")
        elif figure.if_none:
            lines.append(f"{figure.label}: {figure.if_none}")
    lines += ["", *(note["text"] for note in reply["notes"])]
    lines += ["", "How it was worked out"]
    lines += [f"{number}. {step}" for number, step in enumerate(reply["steps"], 1)]
    lines += ["", "An estimate from Second Mortgage Help, not legal or financial advice."]
    return "\n".join(lines)
