# Lists what there is of one kind into ANSWER.
list_kind() { # KIND [VPC [PARENT]]
  listing "$@"
  fetch "${LISTING[@]}"
}
