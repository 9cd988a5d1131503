"""What all commands share: every failure ends as one sentence on stderr and a documented exit code."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from quotes.articles.find import shown
from quotes.cli.settings import settings
from quotes.errors import AliasError, LedgerError, QuotesError

OK, FAILED, USAGE, UNREAD, MOVED, BROKEN, INTERRUPTED, PIPE = 0, 1, 2, 3, 4, 5, 130, 141

EXIT_CODES = {
    OK: "done",
    FAILED: "failed at run time (disk full, no memory); nothing was written",
    USAGE: "usage: unknown option, model or path, empty folder, output folder that does not exist",
    UNREAD: "some articles were left out (unreadable, empty, not French); the others are in the ledger",
    MOVED: "verify: some words are not where the ledger says",
    BROKEN: "a ledger or alias file is broken or of a newer version; nothing was written",
    INTERRUPTED: "interrupted (Ctrl-C); nothing was written",
}


class Sectioned(click.Command):
    """A command with many options, which its help lists by what they are for.

    ``sections`` are the names of parameters under each heading; what is in none is listed last.
    """

    def __init__(self, *args: Any, sections: Mapping[str, Sequence[str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self._sections = sections

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        params = {param.name: param for param in self.get_params(ctx) if isinstance(param, click.Option)}
        listed = [name for names in self._sections.values() for name in names]
        others = [name for name in params if name not in listed]
        for heading, names in (*self._sections.items(), ("Other", others)):
            records = [record for name in names if (record := params[name].get_help_record(ctx)) is not None]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


class Commands(click.Group):
    """A click group whose errors are one sentence without usage text, and which lists commands as added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        _never_fail_to_print()
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = USAGE
        except click.ClickException as error:
            code = _tell(_sentence(error), error.exit_code)
        except QuotesError as error:
            code = _tell(str(error), BROKEN if isinstance(error, (LedgerError, AliasError)) else USAGE)
        except click.Abort:
            code = INTERRUPTED
        except BrokenPipeError:
            _drop_stdout()
            code = PIPE
        except OSError as error:
            code = _tell(_system_sentence(error), FAILED)
        except MemoryError:
            code = _tell("out of memory; give fewer articles at a time, then quotes merge", FAILED)
        _leave(code)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of the pipe has had enough (`quotes show … | head`): leave as a shell expects,
            # before click turns it into a failure.
            _drop_stdout()
            raise click.exceptions.Exit(PIPE) from None


def say(message: str) -> None:
    """One line of talk on stderr."""
    click.echo(message, err=True)


@contextmanager
def leaving_at_once() -> Iterator[None]:
    """While libraries are imported and nothing is written yet, Ctrl-C ends the process then and there.

    Some of them catch every exception around their own imports, and with it the interrupt.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def heeding_interrupts() -> Iterator[Callable[[], None]]:
    """Ctrl-C raises `KeyboardInterrupt` as ever, and once more where the function that is given is called.

    The first one may be lost: Python ignores exceptions in finalizers, and libraries catch them all.
    """
    asked = False

    def remember(*_: object) -> NoReturn:
        nonlocal asked
        asked = True
        raise KeyboardInterrupt

    def heed() -> None:
        if asked:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield heed
        return
    before = signal.signal(signal.SIGINT, remember)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(sentence: str, code: int) -> int:
    say(f"quotes: {sentence}")
    return code


def _sentence(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    if isinstance(error, click.UsageError):
        message = f"{_set_in(error)}{message[:1].lower()}{message[1:]}"
        command = error.ctx.command_path if error.ctx else "quotes"
        message = f"{message}; see {command} --help"
    return " ".join(message.split())


def _set_in(error: click.UsageError) -> str:
    """Where a wrong value stands that was not typed: the file of settings, or the variable."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None:
        return ""
    source = error.ctx.get_parameter_source(str(error.param.name))
    if source is ParameterSource.DEFAULT_MAP:
        return f"{shown(settings().file or '')}: "
    return f"{error.param.envvar}: " if source is ParameterSource.ENVIRONMENT else ""


def _system_sentence(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _never_fail_to_print() -> None:
    """UTF-8 on every system; what cannot be encoded (lone surrogates) is escaped, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it flushes at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(code: Any) -> NoReturn:
    sys.exit(code if isinstance(code, int) else OK)
