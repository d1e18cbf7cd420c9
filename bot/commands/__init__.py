"""What can be typed after `lectern`? One module a family of commands, imported when it is asked for."""
