# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash create.sh [--dry-run | --help]

Makes sure that the authorization policies of the plan exist in this account, which owns
what endpoint gateways of another account reach. What is there already is kept, what is
missing is created. After a failure, run it again.

  --dry-run  looks up what is there, tells what would be created, changes nothing

Progress and errors go to standard error. Standard output has one line of JSON for each
policy that is there: its place in the plan and its ID, for `vpe-planner adopt`.

Needs bash 4.4, jq and ibmcloud, or later ones; ibmcloud must be logged in to the account
that owns what is reached.

Environment:
  POLL_SECONDS  seconds between two tries (5)
  RETRY_LIMIT   tries of one command while IBM Cloud is busy (10)

Exit status: 0 done, 1 stopped, 2 wrong arguments, 129, 130 or 143 interrupted.
TEXT
}
