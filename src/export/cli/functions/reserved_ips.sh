# Lists the reserved IPs of a subnet into ANSWER.
reserved_ips() { # SUBNET
  fetch is subnet-reserved-ips "$1"
}
