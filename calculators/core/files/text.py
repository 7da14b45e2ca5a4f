"""An answer as plain text to copy, and what leads it."""

from calculators.core.answers import Calculator, Figure, Reply
from calculators.core.forms import boxes, load


def title_of(is_example: bool) -> str:
    """What an answer is headed."""
    return "Our worked example" if is_example else "Your estimate"


def shown_figures(calculator: Calculator, reply: Reply) -> list[tuple[Figure, str]]:
    """The figures that stand on the page, each with its value or the sentence in its place."""
    absent = calculator.absent(load(calculator.inputs, reply["inputs"]))
    shown = []
    for figure in calculator.figures:
        value = reply["figures"][figure.key]
        if value is None:
            text = absent.get(figure.key, figure.if_none)
        else:
            text = figure.kind.pretty(figure.kind.load(value))
        if text:
            shown.append((figure, text))
    return shown


def headline(calculator: Calculator, reply: Reply) -> str:
    """What leads the answer; a screen reader announces it."""
    main = [
        f"{figure.label}: {figure.kind.pretty(figure.kind.load(value))}"
        for figure in calculator.figures
        if figure.main and (value := reply["figures"][figure.key]) is not None
    ]
    if main:
        return ". ".join(main) + "."
    return "".join(note["text"] for note in reply["notes"][:1])


def as_text(calculator: Calculator, reply: Reply, is_example: bool = False) -> str:
    """The figures that went in, the answer, the steps and the notes; a leading note stays first."""
    lead = headline(calculator, reply)
    notes = [note["text"] for note in reply["notes"] if note["text"] != lead]
    lines = [f"{calculator.title}: {title_of(is_example)}", ""]
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            lines.append(f"{box.words.label}: {box.kind.pretty(box.kind.load(value))}")
    lines += ["", lead, ""] if len(notes) < len(reply["notes"]) else [""]
    lines += [f"{figure.label}: {text}" for figure, text in shown_figures(calculator, reply)]
    asked = [each["message"] for each in reply["questions"]]
    lines += ["", *(f"Please check: {message}" for message in asked), *notes]
    lines += ["", "How it was worked out"]
    lines += [f"{number}. {step}" for number, step in enumerate(reply["steps"], 1)]
    lines += ["", "An estimate from Second Mortgage Help, not legal or financial advice."]
    return "\n".join(lines)
