"""The commands of the command line, a file a subject; `command_table.py` names them all."""
