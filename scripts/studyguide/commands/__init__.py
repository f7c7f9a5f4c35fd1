"""The commands of `scripts/guide`, one module each.

A command module offers HELP (one line), `add_arguments(parser)` and `run(arguments, root) -> exit code`. It may raise
Failure. Slow imports stand inside functions, because `guide --help` imports every module before anything is installed.
Modules that begin with an underscore are shared parts, not commands.
"""
