# Tells which step begins.
step() { # NUMBER NAME
  WHERE="at step $1 of $STEPS, $2"
  say "Step $1 of $STEPS: $2"
}
