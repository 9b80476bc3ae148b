# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash create.sh [--dry-run | --help]

Makes sure that everything in the plan exists. What is there already is kept, what is
missing is created, one thing after the other. After a failure, run it again.

  --dry-run  looks up what is there, tells what would be created, changes nothing;
             the region must be selected already

Progress and errors go to standard error. Standard output has one line of JSON for each
thing that is there: its place in the plan and its ID, for `vpe-planner adopt`.

Needs bash, jq, and ibmcloud with the plug-in vpc-infrastructure, of the versions that the
head of this file names; ibmcloud must be logged in.

Environment:
  POLL_SECONDS  seconds between two looks or tries (5)
  POLL_LIMIT    looks at what is not ready yet before giving up (360)
  RETRY_LIMIT   tries of one command while IBM Cloud is busy (10)

Exit status: 0 done, 1 stopped, 2 wrong arguments, 129, 130 or 143 interrupted.
TEXT
}
