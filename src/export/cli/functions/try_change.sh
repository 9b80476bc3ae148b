# Runs the command that changes something, once.
try_change() { # ARGUMENT...
  ibm "$@" && [[ $ANSWER != *'Incorrect Usage'* && $ANSWER != *FAILED* ]]
}
