# Ends the script with a reason, and says how to go on.
stop() { # REASON
  say "Stopped $WHERE: $*. $RESUME"
  exit "$STOPPED"
}
