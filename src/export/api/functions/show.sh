# Reads from the VPC API into ANSWER.
show() { # PATH[?QUERY]
  vpc_url "$1"
  call GET "$URL"
}
