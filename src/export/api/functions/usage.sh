# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash create.sh [--dry-run | --help]

Makes sure that everything in the plan exists. What is there already is kept, what is
missing is created, one thing after the other. After a failure, run it again.

  --dry-run  looks up what is there, tells what would be created, changes nothing

Progress and errors go to standard error. Standard output has one line of JSON for each
thing that is there: its place in the plan and its ID, for `vpe-planner adopt`.

Needs bash 4.4, curl and jq, or later ones.

Environment:
  IBMCLOUD_API_KEY  key of the account, or instead
  IAM_TOKEN         a ready token
  POLL_SECONDS      seconds between two looks or tries, where IBM Cloud names none (5)
  POLL_LIMIT        looks at what is not ready yet before giving up (360)
  RETRY_LIMIT       tries of one request while IBM Cloud is busy (10)
  IBMCLOUD_IAM_API_ENDPOINT, IBMCLOUD_IS_NG_API_ENDPOINT, IBMCLOUD_GT_API_ENDPOINT,
  IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT  other hosts than the public ones

Exit status: 0 done, 1 stopped, 2 wrong arguments, 129, 130 or 143 interrupted.
TEXT
}
