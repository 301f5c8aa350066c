"""The use cases: what can be done with a library, for the window and the command line alike."""
