# Tells what is looked up.
look_up() { # NAME
  WHERE="at the look-up of $1"
  say "Look-up: $1"
}
