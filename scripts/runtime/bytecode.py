"""Compiles archives of modules. Runs inside Pyodide (compile.mjs, observe.mjs), not here.

So the compiler is the very one whose bytecode readers run: the same bytes on any machine, whatever
Python 3.13 it has. Only what Python itself has loaded is imported at the top: observe.mjs looks at
what is loaded.
"""

from types import CodeType


def compile_archive(source: str, target: str, with_lines: bool) -> None:
    """Writes an archive's modules as bytecode, stored flat so that the host can compress it.

    Docstrings go, and columns if PYTHONNODEBUGRANGES is set: nobody reads them in the browser.
    Without lines, a seventh less: in a traceback each function stands with its first line.
    """
    import zipfile

    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(target, "w") as made:
        for name in plain.namelist():
            data = plain.read(name)
            if name.endswith(".py"):
                name, data = f"{name}c", module(name, data, with_lines)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            made.writestr(entry, data)


def module(name: str, source: bytes, with_lines: bool) -> bytes:
    """A .pyc file. Its head names the source by a hash that nobody compares (PEP 552)."""
    import marshal
    from importlib.util import MAGIC_NUMBER, source_hash

    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    unchecked = (1).to_bytes(4, "little")
    head = MAGIC_NUMBER + unchecked + source_hash(source)
    return head + marshal.dumps(code if with_lines else on_one_line(code))


def on_one_line(code: CodeType) -> CodeType:
    """A function, and those within it, whose every instruction is on the line where it starts."""
    # The entries of a line table (Objects/locations.md in CPython): "no column" is kind 13, for
    # up to eight instructions, and then how many lines it is further down.
    full, rest = divmod(len(code.co_code) // 2, 8)
    table = bytes((0x80 | 13 << 3 | 7, 0)) * full
    if rest:
        table += bytes((0x80 | 13 << 3 | rest - 1, 0))
    inner = (on_one_line(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=table, co_consts=tuple(inner))
