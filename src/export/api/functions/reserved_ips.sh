# Lists the reserved IPs of a subnet into ANSWER.
reserved_ips() { # SUBNET
  fetch "/subnets/$(uri "$1")/reserved_ips"
}
