"""What stands before the window: unlocking an encrypted memory file, and going back to a backup of a damaged one."""
