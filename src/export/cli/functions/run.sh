# Runs an ibmcloud command that answers with JSON, once. Errors can come with exit status
# 0 and on standard output, so what is no JSON is a failure.
run() { # ARGUMENT...
  ibm "$@" --output json && [[ $ANSWER =~ ^[[:space:]]*(\[|\{|null) ]]
}
