# Sends the JSON that it reads to the VPC API.
post() { # PATH
  vpc POST "$1" --header 'Content-Type: application/json' --data-binary @-
}
