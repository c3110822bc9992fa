"""Files that people bring in: checked, and freed of what tells about who made them and where."""
