"""The command line: one module a command, none of which loads Qt, and a model runtime only when it is needed."""
